import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Words } from '#components/ui/words.ts'
import type { QueueItem } from '#lib/domain/review/queue.ts'
import { changeInWords } from '#lib/domain/review/word-diff.ts'

type T = Words<'review'>

export interface QueueEntryProps {
  readonly item: QueueItem
  readonly me: string
  readonly isCurrent: boolean
  readonly isViewed: boolean
  readonly onGo: (index: number) => void
}

/** One sentence of the queue, with why it stands there. */
export function QueueEntry({ item, me, isCurrent, isViewed, onGo }: QueueEntryProps) {
  const t = useTranslations('review')
  const terms = useTranslations('terms.display')
  const { sentence, display } = item.status
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isCurrent])
  const why = whyOf(t, item, me)
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="queue-item"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onGo(sentence.index)}
      >
        <span className={`ink-${GLYPH_OF[display]}`}>
          <Glyph name={GLYPH_OF[display]} />
          <span className="vh">{t('entry.display', { display: terms(display) })}</span>
        </span>
        <span>
          <span className="tx" dir="auto">
            {sentence.text}
          </span>
          {why && <span className="wd">{why}</span>}
        </span>
        <span className="ix">
          {t.rich('entry.number', { number: sentence.index + 1, more: hidden })}
          {isViewed && <Icon name="check" />}
          {isViewed && hidden(t('entry.viewed'))}
        </span>
      </button>
    </li>
  )
}

function whyOf(t: T, { status, group, own }: QueueItem, me: string): string | null {
  if (own && group !== 'done') return t('ownWork')
  switch (group) {
    case 'rejected':
    case 'asked':
      return questionWords(t, status, me) ?? t('entry.contradict')
    case 'lapsedMine':
    case 'lapsed':
      return status.lapsed && lapsedWords(t, status.lapsed.text, status.sentence.text)
    case 'claims':
      return status.evidenced ? null : t('entry.noPassage')
    case 'unsourced':
      return t('entry.noSource')
    case 'rest':
      return status.evidence === 'changed' ? t('entry.wordsChanged') : null
    case 'done':
      return null
    default:
      return group satisfies never
  }
}

function questionWords(t: T, { openQueries }: QueueItem['status'], me: string): string | null {
  const [query] = openQueries
  if (!query) return null
  const { personId, personName, verdict, note } = query
  const said = { isYou: String(personId === me), name: personName, note }
  return verdict === 'reject' ? t('entry.rejected', said) : t('entry.asked', said)
}

/** What moved since it was approved. */
export function lapsedWords(t: T, before: string, after: string): string {
  return before === after ? t('entry.otherEvidence') : changeInWords(before, after)
}
