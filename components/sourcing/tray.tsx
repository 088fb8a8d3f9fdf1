'use client'
import { useMemo } from 'react'
import { DiffText } from '#components/review/diff-text.tsx'
import { CONFIDENCE_WORDS } from '#components/ui/confidence-label.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import { type Proposal, proposePlace } from '#lib/domain/sourcing/orphans.ts'
import { KIND_WORDS } from './words.ts'

export interface TrayProps {
  readonly orphans: readonly Annotation[]
  readonly content: ArticleContent
  readonly statuses: readonly SentenceStatus[]
  readonly findSource: FindSource
  readonly editable: boolean
  readonly onPlace: (orphan: Annotation, proposal: Proposal) => void
  readonly onDiscard: (orphans: readonly Annotation[]) => void
  readonly onGo: (sentence: number) => void
  readonly onClose: () => void
}

/** Evidence whose words are gone from the text: nothing of it is dropped until a person says so. */
export function Tray(props: TrayProps) {
  const { orphans, content, statuses, editable, onDiscard, onClose } = props
  const proposals = useMemo(
    () => new Map(orphans.map((orphan) => [orphan.id, proposePlace(content, statuses, orphan)])),
    [orphans, content, statuses],
  )
  return (
    <Dialog
      title="Evidence without a place"
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          {editable && orphans.length > 1 && (
            <button type="button" className="btn danger" onClick={() => onDiscard(orphans)}>
              Throw all {orphans.length} away
            </button>
          )}
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      {orphans.length ? (
        <>
          <p className="muted">
            The words that this was given for were deleted or rewritten. Give it a place, or throw
            it away. Either is taken back by undo.
          </p>
          <ul className="tray">
            {orphans.map((orphan) => (
              <Item
                key={orphan.id}
                orphan={orphan}
                proposal={proposals.get(orphan.id) ?? null}
                {...props}
              />
            ))}
          </ul>
        </>
      ) : (
        <p>Everything has its place.</p>
      )}
    </Dialog>
  )
}

interface ItemProps extends TrayProps {
  readonly orphan: Annotation
  readonly proposal: Proposal | null
}

function Item(props: ItemProps) {
  const { orphan, proposal, findSource, editable, onPlace, onDiscard, onGo } = props
  const words = orphan.sourcedText?.exact
  return (
    <li className="tray-item">
      <p className="serif" dir="auto">
        {words ? (
          <q>{words}</q>
        ) : (
          'It stands on no words: it came without a place, or they were not kept.'
        )}
      </p>
      <p className="small muted">{saidBy(orphan, findSource)}</p>
      {proposal ? (
        <Proposed orphan={orphan} proposal={proposal} />
      ) : (
        <p className="small">Nothing in the text is like it.</p>
      )}
      <div className="row">
        {proposal && editable && (
          <button type="button" className="btn sm" onClick={() => onPlace(orphan, proposal)}>
            Put it on sentence {proposal.sentence.index + 1}
          </button>
        )}
        {proposal && (
          <button
            type="button"
            className="btn quiet sm"
            onClick={() => onGo(proposal.sentence.index)}
          >
            Show the sentence<span className="vh"> {proposal.sentence.index + 1}</span>
          </button>
        )}
        {editable && (
          <button type="button" className="btn quiet sm danger" onClick={() => onDiscard([orphan])}>
            Throw away<span className="vh"> {words}</span>
          </button>
        )}
      </div>
    </li>
  )
}

function Proposed({ orphan, proposal }: Pick<ItemProps, 'orphan'> & { proposal: Proposal }) {
  const { sentence, same } = proposal
  const number = sentence.index + 1
  if (same) return <p className="small">Its words stand in sentence {number}.</p>
  return (
    <p className="small">
      Sentence {number} is like it:{' '}
      <span className="serif" dir="auto">
        <DiffText before={orphan.sourcedText?.exact ?? ''} after={sentence.text} />
      </span>
    </p>
  )
}

function saidBy({ kind, confidence, citations, note }: Annotation, findSource: FindSource): string {
  const sources = citations.map(({ sourceId }) => findSource(sourceId)?.title ?? 'unknown source')
  return [
    kind && KIND_WORDS[kind],
    confidence && CONFIDENCE_WORDS[confidence],
    ...new Set(sources),
    note,
  ]
    .filter(Boolean)
    .join(' · ')
}
