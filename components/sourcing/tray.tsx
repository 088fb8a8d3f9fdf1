'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { DiffText } from '#components/review/diff-text.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import type { Words } from '#components/ui/words.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import { type Proposal, proposePlace } from '#lib/domain/sourcing/orphans.ts'
import { type SourcingWords, useSourcingWords } from './use-sourcing-words.ts'

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
  const t = useTranslations('sourcing')
  const ui = useTranslations('ui')
  const { orphans, content, statuses, editable, onDiscard, onClose } = props
  const proposals = useMemo(
    () => new Map(orphans.map((orphan) => [orphan.id, proposePlace(content, statuses, orphan)])),
    [orphans, content, statuses],
  )
  return (
    <Dialog
      title={t('tray.title')}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          {editable && orphans.length > 1 && (
            <button type="button" className="btn danger" onClick={() => onDiscard(orphans)}>
              {t('tray.discardAll', { count: orphans.length })}
            </button>
          )}
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {ui('close')}
          </button>
        </>
      }
    >
      {orphans.length ? (
        <>
          <p className="muted">
            {introOf(t, orphans)} {t('tray.whatToDo')}
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
        <p>{t('tray.empty')}</p>
      )}
    </Dialog>
  )
}

interface ItemProps extends TrayProps {
  readonly orphan: Annotation
  readonly proposal: Proposal | null
}

function Item(props: ItemProps) {
  const tongue = useSourcingWords()
  const { t } = tongue
  const { orphan, proposal, findSource, editable, onPlace, onDiscard, onGo } = props
  const words = orphan.sourcedText?.exact
  const here = placeHere(props)
  return (
    <li className="tray-item">
      <p className="serif" dir="auto">
        {words ? <q>{words}</q> : t('tray.noWords')}
      </p>
      <p className="small muted">{saidBy(tongue, orphan, findSource)}</p>
      {proposal ? (
        <Proposed orphan={orphan} proposal={proposal} />
      ) : (
        words && <p className="small">{t('tray.nothingLike')}</p>
      )}
      <div className="row">
        {proposal && editable && (
          <button type="button" className="btn sm" onClick={() => onPlace(orphan, proposal)}>
            {t('tray.put', { number: proposal.sentence.index + 1 })}
          </button>
        )}
        {here && editable && (
          <button type="button" className="btn sm" onClick={() => onPlace(orphan, here)}>
            {t('tray.putHere', { number: here.sentence.index + 1 })}
          </button>
        )}
        {proposal && (
          <button
            type="button"
            className="btn quiet sm"
            onClick={() => onGo(proposal.sentence.index)}
          >
            {t.rich('tray.show', { number: proposal.sentence.index + 1, more: hidden })}
          </button>
        )}
        {editable && (
          <button type="button" className="btn quiet sm danger" onClick={() => onDiscard([orphan])}>
            {t.rich('tray.discard', { words: words ?? '', more: hidden })}
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

function introOf(t: Words<'sourcing'>, orphans: readonly Annotation[]): string {
  const wordless = orphans.filter(({ sourcedText }) => !sourcedText?.exact).length
  if (wordless === 0) return t('tray.lost')
  return wordless === orphans.length ? t('tray.wordless') : t('tray.mixed')
}

function Proposed({ orphan, proposal }: Pick<ItemProps, 'orphan'> & { proposal: Proposal }) {
  const t = useTranslations('sourcing')
  const { sentence, same } = proposal
  const number = sentence.index + 1
  if (same) return <p className="small">{t('tray.same', { number })}</p>
  return (
    <p className="small">
      {t.rich('tray.like', {
        number,
        change: () => (
          <span className="serif" dir="auto">
            <DiffText before={orphan.sourcedText?.exact ?? ''} after={sentence.text} />
          </span>
        ),
      })}
    </p>
  )
}

function saidBy(
  { t, evidence, terms }: SourcingWords,
  { kind, confidence, citations, note }: Annotation,
  findSource: FindSource,
): string {
  const sources = citations.map(({ sourceId }) => findSource(sourceId)?.title ?? t('unknownSource'))
  return [
    kind && evidence(`kind.${kind}`),
    confidence && terms(`confidence.${confidence}`),
    ...new Set(sources),
    note,
  ]
    .filter(Boolean)
    .join(' · ')
}
