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
  /** The sentence that one was at: a place for what nothing in the text is like. */
  readonly current: number | null
  readonly onPlace: (orphan: Annotation, place: Proposal) => void
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
            {introOf(orphans)} Give it a place, or throw it away. Either is taken back by undo.
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
  const here = placeHere(props)
  return (
    <li className="tray-item">
      <p className="serif" dir="auto">
        {words ? <q>{words}</q> : 'It came without a place in the text.'}
      </p>
      <p className="small muted">{saidBy(orphan, findSource)}</p>
      {proposal ? (
        <Proposed orphan={orphan} proposal={proposal} />
      ) : (
        words && <p className="small">Nothing in the text is like it.</p>
      )}
      <div className="row">
        {proposal && editable && (
          <button type="button" className="btn sm" onClick={() => onPlace(orphan, proposal)}>
            Put it on sentence {proposal.sentence.index + 1}
          </button>
        )}
        {here && editable && (
          <button type="button" className="btn sm" onClick={() => onPlace(orphan, here)}>
            Put it on sentence {here.sentence.index + 1}, where you are
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

/** Where one is in the text, unless that is proposed already. */
function placeHere({ statuses, current, proposal }: ItemProps): Proposal | null {
  const sentence = statuses[current ?? -1]?.sentence
  if (!sentence || sentence.index === proposal?.sentence.index) return null
  const { blockIndex, from, to } = sentence
  return { blockIndex, from, to, sentence, same: false }
}

const LOST = 'The words that this was given for were deleted or rewritten.'
const WITHOUT = 'These notes came in with a document, and stand on none of its sentences.'
const MIXED =
  'Some of this was given for words that were deleted or rewritten, some came in with a document without a place.'

function introOf(orphans: readonly Annotation[]): string {
  const wordless = orphans.filter(({ sourcedText }) => !sourcedText?.exact).length
  return wordless === 0 ? LOST : wordless === orphans.length ? WITHOUT : MIXED
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
