import type { TimeWords } from '#components/ui/time-words.ts'
import type { Words } from '#components/ui/words.ts'
import type { NoticeKind } from '#lib/domain/notices/notice.ts'

/** A notice as the list shows it. */
export interface NoticeLine {
  readonly id: string
  readonly kind: NoticeKind
  readonly at: string
  readonly isRead: boolean
  readonly words: string
  readonly quote: string
  readonly text: string
}

const DAY = 24 * 60 * 60_000

/** The lines under their days; they come the newest first. */
export function byDay(
  t: Words<'notices'>,
  time: TimeWords,
  lines: readonly NoticeLine[],
  now: Date,
): readonly { readonly day: string; readonly lines: readonly NoticeLine[] }[] {
  const days = Map.groupBy(lines, ({ at }) => dayWords(t, time, new Date(at), now))
  return [...days].map(([day, of]) => ({ day, lines: of }))
}

function dayWords(t: Words<'notices'>, time: TimeWords, at: Date, now: Date): string {
  if (at.toDateString() === now.toDateString()) return t('today')
  if (at.toDateString() === new Date(now.getTime() - DAY).toDateString()) return t('yesterday')
  return time.dayOfWeek(at, now)
}

/** The address of a part of the list. */
export function noticesHref(kind: string | null, unread: boolean, before?: string): string {
  const query = new URLSearchParams({
    ...(kind && { kind }),
    ...(unread && { unread: 'true' }),
    ...(before && { before }),
  })
  return query.size ? `/notices?${query}` : '/notices'
}
