import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/ui/time-words.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { When } from '#components/ui/when.tsx'
import { MarkRead } from './mark-read.tsx'
import type { NoticeLine } from './model.ts'
import { byDay } from './model.ts'

/** Notices under the day on which they came, the newest first. */
export function NoticeList({
  notices,
  now,
  onRead,
}: {
  readonly notices: readonly NoticeLine[]
  readonly now: Date
  readonly onRead: (form: FormData) => Promise<Outcome<null>>
}) {
  const t = useTranslations('notices')
  const time = useTimeWords()
  return byDay(t, time, notices, now).map(({ day, lines }) => (
    <section key={day} className="notice-day" aria-label={day}>
      <h2>{day}</h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} onRead={onRead} />
        ))}
      </ul>
    </section>
  ))
}

function Line({
  line: { id, words, quote, text, at, isRead },
  onRead,
}: {
  readonly line: NoticeLine
  readonly onRead: (form: FormData) => Promise<Outcome<null>>
}) {
  const t = useTranslations('notices')
  return (
    <li className={isRead ? 'told' : 'told new'}>
      <div className="grow">
        {/* Not a link of the router, which would fetch it ahead and so mark it as read. */}
        <a className="told-words" href={`/notices/${id}`}>
          {!isRead && <span className="vh">{t('isUnread')} </span>}
          <bdi>{words}</bdi>
        </a>
        {quote && (
          <p className="told-quote" dir="auto">
            {quote}
          </p>
        )}
        {text && (
          <p className="told-text" dir="auto">
            {text}
          </p>
        )}
        <p className="small muted">
          <When at={at} />
        </p>
      </div>
      {!isRead && <MarkRead id={id} what={words} onRead={onRead} />}
    </li>
  )
}
