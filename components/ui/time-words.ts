const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago, as a desk would say it: minutes and hours, then the day. */
export function agoWords(iso: string, now: Date): string {
  const at = new Date(iso)
  const passed = now.getTime() - at.getTime()
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year })
}

/** The whole date and time, in the time zone of whoever renders it. */
export function fullTime(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'long' })
}

/** What a field for date and time holds for this moment, in the time zone of whoever sees it. */
export function toLocalInput(iso: string): string {
  const at = new Date(iso)
  const local = new Date(at.getTime() - at.getTimezoneOffset() * MINUTE)
  return local.toISOString().slice(0, 16)
}

/** The moment that such a field names, ISO 8601; null: none. */
export function fromLocalInput(value: string): string | null {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** `Europe/Vienna (GMT+1)`: the time zone that the fields are in. */
export function zoneWords(now: Date): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const part = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')
  return part && part.value !== timeZone ? `${timeZone} (${part.value})` : timeZone
}

/** `Mon 30 November 2026 at 17:00 GMT+1`: a moment that is agreed upon, with its zone. */
export function appointedTime(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  })
}

/** A time that is to come, or has passed, as a desk would say it. */
export function dueWords(
  iso: string,
  now: Date,
): { readonly words: string; readonly isOver: boolean } {
  const at = new Date(iso)
  const left = at.getTime() - now.getTime()
  if (left < 0) return { words: `${spanWords(-left)} over`, isOver: true }
  if (left < HOUR) return { words: `in ${Math.floor(left / MINUTE)} min`, isOver: false }
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const day = new Date(now)
  if (at.toDateString() === day.toDateString()) return { words: `today, ${time}`, isOver: false }
  day.setDate(day.getDate() + 1)
  if (at.toDateString() === day.toDateString()) return { words: `tomorrow, ${time}`, isOver: false }
  const date = at.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
  return { words: `${date.replace(',', '')}, ${time}`, isOver: false }
}

function spanWords(passed: number): string {
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`
  const days = Math.floor(passed / DAY)
  return `${days} ${days === 1 ? 'day' : 'days'}`
}
