'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { ConfidenceLabel } from '#components/ui/confidence-label.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { StateLabel } from '#components/ui/state-label.tsx'
import type { Words } from '#components/ui/words.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { isNoted } from '#lib/domain/sourcing/evidence.ts'

/** One use of a source, as its row names it. */
export interface RowSource {
  readonly id: string
  readonly title: string
  /** On the shelf; 0: it has none. */
  readonly number: number
  /** Whether a passage or a place says where to look. */
  readonly isLocated: boolean
  readonly where: string
  readonly contradicts: boolean
}

interface SentenceRowProps {
  readonly status: SentenceStatus
  readonly sources: readonly RowSource[]
  readonly isActive: boolean
  readonly select: React.RefObject<(index: number) => void>
  readonly children: React.ReactNode
}

/** A sentence of the list: its state, its words, what it rests on. */
export const SentenceRow = memo(function SentenceRow(props: SentenceRowProps) {
  const t = useTranslations('sourcing')
  const terms = useTranslations('terms')
  const { status, sources, isActive, select, children } = props
  const { sentence, display, confidence } = status
  const isDone = display === 'approved' || display === 'exempt'
  const noted = isNoted(status)
  const number = sentence.index + 1
  const choose = () => {
    if (!isActive) select.current(sentence.index)
  }
  return (
    <tr
      className="source-row"
      data-row={sentence.index}
      data-done={isDone || undefined}
      aria-rowindex={number}
      aria-selected={isActive}
      aria-label={t('list.row', {
        number,
        display: terms(`display.${display}`),
        text: sentence.text.slice(0, 80),
        sources: sources.map((source) => nameOf(t, source)).join(', '),
        isNoted: String(noted),
      })}
      tabIndex={isActive ? 0 : -1}
      onFocus={choose}
      // Not every browser gives the focus to what a finger taps.
      onClick={choose}
    >
      <td className="num muted">{number}</td>
      <td className="small">
        <StateLabel display={display} />
        {noted && (
          <span className="noted muted">
            <Glyph name="note" />
            {t('list.note')}
          </span>
        )}
      </td>
      <td className="source-text" dir="auto">
        {sentence.text}
        {children}
      </td>
      <td className="source-names small" dir="auto">
        {sources.length ? (
          <Names sources={sources} />
        ) : (
          <span className="muted">
            {status.evidence === 'exempt' ? t('list.noneNeeded') : t('list.noneYet')}
          </span>
        )}
      </td>
      <td className="small muted">
        {confidence && display !== 'exempt' && <ConfidenceLabel confidence={confidence} />}
      </td>
    </tr>
  )
}, isSame)

const nameOf = (t: Words<'sourcing'>, { title, where, contradicts }: RowSource): string =>
  [title, where, contradicts ? t('list.contradicts') : ''].filter(Boolean).join(', ')

/** The number is dashed until a passage or a place says where to look. */
function Names({ sources }: Pick<SentenceRowProps, 'sources'>) {
  const t = useTranslations('sourcing')
  return (
    <ul className="row-sources">
      {sources.map((source) => (
        <li key={source.id}>
          {source.number > 0 && (
            <kbd data-bare={!source.isLocated || undefined}>{source.number}</kbd>
          )}
          <span>
            {source.title}
            {source.where && <span className="muted num"> {source.where}</span>}
            {source.contradicts && <span className="ink-disputed"> {t('list.contradicts')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The sources are listed anew with each change of the article: what they say decides. */
function isSame(before: SentenceRowProps, now: SentenceRowProps): boolean {
  return (
    before.status === now.status &&
    before.isActive === now.isActive &&
    before.children === now.children &&
    JSON.stringify(before.sources) === JSON.stringify(now.sources)
  )
}
