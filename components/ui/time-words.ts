import { useLocale, useTranslations } from 'next-intl'
import type { Words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Times in the language of the page and the time zone of whoever renders them. */
export function useTimeWords() {
  return timeWords(useTranslations('time'), useLocale())
}

export type TimeWords = ReturnType<typeof timeWords>

/** The same without a page. `locale`: BCP 47. */
export function timeWords(t: Words<'time'>, locale: string) {
  const date = (at: Date, options: Intl.DateTimeFormatOptions) =>
    at.toLocaleDateString(locale, options)
  return {
    /** How long ago, as a desk would say it: minutes and hours, then the day. */
    ago(iso: string, now: Date): string {
      const at = new Date(iso)
      const passed = now.getTime() - at.getTime()
      if (passed < MINUTE) return t('justNow')
      if (passed < HOUR) return t('minutesAgo', { count: Math.floor(passed / MINUTE) })
      if (passed < DAY) return t('hoursAgo', { count: Math.floor(passed / HOUR) })
      return date(at, { day: 'numeric', month: 'short', ...yearOf(at, now) })
    },

    /** The whole date and time. */
    full: (iso: string): string =>
      new Date(iso).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'long' }),

    /** `30 November 2026`. */
    day: (iso: string): string =>
      date(new Date(iso), { day: 'numeric', month: 'long', year: 'numeric' }),

    /** `Mon 30 November 2026 at 17:00 GMT+1`: a moment that is agreed upon, with its zone. */
    appointed: (iso: string): string =>
      new Date(iso).toLocaleString(locale, {
        ...{ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
        ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
      }),

    /** `Europe/Vienna (GMT+1)`: the time zone that fields of forms are in. */
    zone: (now: Date): string => zone(t, locale, now),

    /** `Monday 30 November`, with the year when that is another one than now's. */
    dayOfWeek: (at: Date, now: Date): string =>
      date(at, { weekday: 'long', day: 'numeric', month: 'long', ...yearOf(at, now) }),

    /** A time that is to come, or has passed, as a desk would say it. */
    due(iso: string, now: Date): { readonly words: string; readonly isOver: boolean } {
      const at = new Date(iso)
      const left = at.getTime() - now.getTime()
      if (left < 0) return { words: over(t, -left), isOver: true }
      if (left < HOUR)
        return { words: t('inMinutes', { count: Math.floor(left / MINUTE) }), isOver: false }
      const day = new Date(now)
      const isToday = at.toDateString() === day.toDateString()
      if (isToday) return { words: t('today', { time: clock(locale, at) }), isOver: false }
      day.setDate(day.getDate() + 1)
      const isTomorrow = at.toDateString() === day.toDateString()
      if (isTomorrow) return { words: t('tomorrow', { time: clock(locale, at) }), isOver: false }
      const on = date(at, { weekday: 'short', day: 'numeric', month: 'short' })
      const words = t('onDay', { date: on.replace(',', ''), time: clock(locale, at) })
      return { words, isOver: false }
    },

    /** `30 Nov 2026`. */
    shortDay: (iso: string): string => shortDay(locale, iso),

    /** `30 Nov 2026, 09:00–10:00`: when something was done; one time where both are the same. */
    span: (from: string, to: string): string => span(t, locale, from, to),
  }
}

function shortDay(locale: string, iso: string): string {
  const parts = { day: 'numeric', month: 'short', year: 'numeric' } as const
  return new Date(iso).toLocaleDateString(locale, parts)
}

function span(t: Words<'time'>, locale: string, from: string, to: string): string {
  const [start = '', end = ''] = [from, to].map((iso) => clock(locale, new Date(iso)))
  const time = start === end ? end : t('fromTo', { from: start, to: end })
  return t('onDay', { date: shortDay(locale, to), time })
}

const clock = (locale: string, at: Date) =>
  at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })

function zone(t: Words<'time'>, locale: string, now: Date): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const part = new Intl.DateTimeFormat(locale, { timeZoneName: 'shortOffset' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')
  const isMore = part && part.value !== timeZone
  return isMore ? t('zone', { zone: timeZone, offset: part.value }) : timeZone
}

/** Said only where it is another one than now's. */
const yearOf = (at: Date, now: Date) =>
  at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)

function over(t: Words<'time'>, passed: number): string {
  if (passed < HOUR) return t('minutesOver', { count: Math.floor(passed / MINUTE) })
  if (passed < DAY) return t('hoursOver', { count: Math.floor(passed / HOUR) })
  return t('daysOver', { count: Math.floor(passed / DAY) })
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
