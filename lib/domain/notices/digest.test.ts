import { expect, it } from 'vitest'
import { dueFor, letterOf, retryAt } from './digest.ts'

const at = (time: string) => new Date(`2026-01-01T${time}:00Z`)
const waiting = [
  { id: 'early', kind: 'mention' as const, at: at('07:00') },
  { id: 'late', kind: 'mention' as const, at: at('09:00') },
  { id: 'other', kind: 'reply' as const, at: at('09:00') },
  { id: 'off', kind: 'stale' as const, at: at('09:00') },
]
const choices = {
  mention: { app: true, mail: 'hourly' as const, since: at('08:00') },
  reply: { app: false, mail: 'daily' as const, since: at('08:00') },
}

it('[MAI1] a mail tells of what was chosen, since it was chosen, and not more often', () => {
  const due = (cadence: 'hourly' | 'daily', last: Date | null) =>
    dueFor(cadence, waiting, choices, last, at('10:00'))
  expect([due('hourly', null), due('daily', null)]).toEqual([['late'], ['other']])
  expect([due('hourly', at('09:01')), due('hourly', at('09:00'))]).toEqual([[], ['late']])
  expect(due('daily', at('09:00'))).toEqual([])
})

it('[MAI2] what did not get through is tried again ever more rarely, and at last no more', () => {
  const now = at('10:00')
  const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) => (retryAt(tries, now) ?? now).getTime())
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(new Set(waits).size).toBe(7)
  expect(retryAt(8, now)).toBeNull()
})

it('[MAI3] whatever words come in, a mail is text of one line each and markup of ours alone', () => {
  const words = 'Ada <b>\r\nBcc: all@example.org</b> & “Rain”'
  const { subject, text, html } = letterOf({
    ...{ newsroom: 'The <Courier>\r\nTo: x@example.org', name: '<i>Bo</i>' },
    lines: [{ words, url: 'https://g.example/notices/1?a="b"' }],
    ...{ listUrl: 'https://g.example/n', choicesUrl: 'https://g.example/c', offUrl: 'https://o' },
  })
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).toContain('- Ada <b> Bcc: all@example.org</b> & “Rain”\n  https://g.example')
  expect(html).not.toMatch(/<b>|<i>|<Courier>|"b"/)
  expect(html).toContain('&lt;b&gt; Bcc')
})
