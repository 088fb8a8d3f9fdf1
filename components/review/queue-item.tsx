import { useEffect, useRef } from 'react'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { QueueItem } from '#lib/domain/review/queue.ts'
import { DISPLAY_WORDS } from '#lib/domain/review/status.ts'
import { changeInWords } from '#lib/domain/review/word-diff.ts'
import { OWN_WORK } from './barrier.ts'

export interface QueueEntryProps {
  readonly item: QueueItem
  readonly me: string
  readonly isCurrent: boolean
  readonly isViewed: boolean
  readonly onGo: (index: number) => void
}

/** One sentence of the queue, with why it stands there. */
export function QueueEntry({ item, me, isCurrent, isViewed, onGo }: QueueEntryProps) {
  const { sentence, display } = item.status
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isCurrent])
  const why = whyOf(item, me)
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
          <span className="vh">{DISPLAY_WORDS[display]}: </span>
        </span>
        <span>
          <span className="tx" dir="auto">
            {sentence.text}
          </span>
          {why && <span className="wd">{why}</span>}
        </span>
        <span className="ix">
          <span className="vh">, sentence </span>
          {sentence.index + 1}
          {isViewed && <Icon name="check" />}
          {isViewed && <span className="vh">, viewed</span>}
        </span>
      </button>
    </li>
  )
}

function whyOf({ status, group, own }: QueueItem, me: string): string | null {
  if (own && group !== 'done') return OWN_WORK
  switch (group) {
    case 'rejected':
    case 'asked':
      return questionWords(status, me) ?? 'sources contradict each other'
    case 'lapsedMine':
    case 'lapsed':
      return status.lapsed && lapsedWords(status.lapsed.text, status.sentence.text)
    case 'claims':
      return status.evidenced ? null : 'no passage yet'
    case 'unsourced':
      return 'no source yet'
    case 'rest':
      return status.evidence === 'changed' ? 'words changed since they were sourced' : null
    case 'done':
      return null
    default:
      return group satisfies never
  }
}

function questionWords({ openQueries }: QueueItem['status'], me: string): string | null {
  const [query] = openQueries
  if (!query) return null
  const who = query.personId === me ? 'You' : query.personName
  const verb = query.verdict === 'reject' ? 'rejected it' : 'asked'
  return `${who} ${verb}: ${query.note}`
}

/** What moved since it was approved. */
export function lapsedWords(before: string, after: string): string {
  return before === after ? 'same words, other evidence' : changeInWords(before, after)
}
