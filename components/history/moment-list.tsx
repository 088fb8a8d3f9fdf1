'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef } from 'react'
import { DiffText } from '#components/review/diff-text.tsx'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import type { Moment } from '#lib/domain/history/moments.ts'
import { detailOf, type Names, nameOf, timeOf, titleOf } from './moment-words.ts'
import type { HistoryEntry } from './use-history.ts'
import { useHistoryWords } from './use-history-words.ts'

interface MomentListProps {
  readonly entries: readonly HistoryEntry[]
  readonly names: Names
  readonly chosen: string | null
  readonly onChoose: (entry: HistoryEntry) => void
}

const ICONS: Readonly<Record<Moment['kind'], IconName>> = {
  sitting: 'person',
  named: 'seal',
  published: 'open',
  moved: 'next',
  restored: 'clock',
  described: 'document',
}

/** The moments, newest first. One stop of Tab; arrows go from moment to moment, Enter opens one. */
export function MomentList({ entries, names, chosen, onChoose }: MomentListProps) {
  const t = useTranslations('history')
  const list = useRef<HTMLOListElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    if (step === undefined || at < 0) return
    event.preventDefault()
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  const stop = entries.some(({ key }) => key === chosen) ? chosen : entries[0]?.key
  return (
    <ol ref={list} className="moments" aria-label={t('newestFirst')} onKeyDown={onKeyDown}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <button
            type="button"
            className="moment"
            data-kind={entry.moment.kind}
            aria-current={entry.key === chosen}
            tabIndex={entry.key === stop ? 0 : -1}
            onClick={() => onChoose(entry)}
          >
            <Line entry={entry} names={names} />
          </button>
        </li>
      ))}
    </ol>
  )
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

function Line({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const words = useHistoryWords()
  const { moment, change } = entry
  const time = () => (
    <time dateTime={moment.at}>
      {timeOf(words, change ? { ...moment, ...at(change) } : moment)}
    </time>
  )
  return (
    <>
      <Icon name={moment.names.length ? 'seal' : ICONS[moment.kind]} />
      <span className="moment-words">
        <b dir="auto">
          {change ? nameOf(words, names, change.personId) : titleOf(words, moment, names)}
        </b>
        <span className="muted">
          {change
            ? time()
            : words.t.rich('timeAndDetail', { time, detail: detailOf(words, moment, names) })}
        </span>
        {change && <Change change={change} />}
      </span>
    </>
  )
}

/** What a sentence was before and after. */
function Change({ change: { before, after } }: { change: NonNullable<HistoryEntry['change']> }) {
  const t = useTranslations('history')
  return (
    <span className="moment-diff" dir="auto">
      {!before && <span className="muted">{t('firstWritten')} </span>}
      {!after && <span className="muted">{t('goneSince')} </span>}
      <DiffText before={before?.text ?? ''} after={after?.text ?? ''} />
      {before?.text === after?.text && <span className="muted"> {t('evidenceChanged')}</span>}
    </span>
  )
}

/** Of several who wrote at once, the moment of the one who did it. */
const at = ({ at: when, moment }: NonNullable<HistoryEntry['change']>) =>
  moment.people.length > 1 ? { at: when, since: when } : {}
