import { expect, it } from 'vitest'
import { timeWords } from '#components/ui/time-words.ts'
import { row, wordsOf } from '#lib/testing/words.ts'
import type { DeskLine } from './entry.ts'
import { LISTS, linesOf } from './lists.ts'
import { problemsOf } from './problems.ts'
import { turnWords, waitingWords, waitsFor } from './waiting.ts'

const t = wordsOf('desk')

const line = (change: Partial<DeskLine>): DeskLine => ({
  id: 'a',
  slug: 'a',
  title: 'A',
  state: 'inReview',
  restricted: false,
  coverage: { sentences: 4, tagged: 4, claims: 4, evidenced: 4, approved: 0 },
  counts: {},
  blockers: 1,
  present: [],
  changedAt: '2026-01-01T00:00:00Z',
  own: false,
  mentions: 0,
  archived: null,
  version: null,
  change: null,
  deadline: null,
  turns: [],
  schedule: null,
  may: { archive: false, takeBack: false },
  ...change,
})

it('[TRN1] a row says what it waits for, or nothing', () => {
  expect(waitsFor(line({}))).toBe(false)
  expect(waitsFor(line({ turns: ['asked'] }))).toBe(true)
  expect(turnWords(t, row, ['asked', 'stale'])).toBe(
    'Your turn: answer a query, approve again what has changed',
  )
  expect(turnWords(t, row, [])).toBeNull()
})

it('a deadline is said as people say it, and whether it has passed', () => {
  const now = new Date('2026-01-01T12:00:00')
  const said = (iso: string) =>
    timeWords(wordsOf('time'), 'en-GB').due(new Date(iso).toISOString(), now)
  expect(said('2026-01-01T12:30:20')).toEqual({ words: 'in 30 min', isOver: false })
  expect(said('2026-01-01T17:00:00')).toEqual({ words: 'today, 17:00', isOver: false })
  expect(said('2026-01-02T09:00:00')).toEqual({ words: 'tomorrow, 09:00', isOver: false })
  expect(said('2026-01-05T09:00:00')).toEqual({ words: 'Mon 5 Jan, 09:00', isOver: false })
  expect(said('2026-01-01T11:30:00')).toEqual({ words: '30 min over', isOver: true })
  expect(said('2026-01-01T09:00:00')).toEqual({ words: '3 h over', isOver: true })
  expect(said('2025-12-29T09:00:00')).toEqual({ words: '3 days over', isOver: true })
})

it('problems are said worst first; an untagged draft has none', () => {
  expect(problemsOf(t, row, line({ counts: { disputed: 2, queried: 1, approved: 1 } }))).toEqual({
    worst: 'disputed',
    words: '2 disputed, 1 query open',
  })
  expect(problemsOf(t, row, line({ state: 'draft', counts: { none: 4 } }))).toBeNull()
})

it('the head counts in words', () => {
  expect(waitingWords(t, 0, 'Ana Lindqvist')).toBe('Nothing waits for you, Ana')
  expect(waitingWords(t, 1, 'Ana Lindqvist')).toBe('One article waits for you, Ana')
  expect(waitingWords(t, 3, 'Ana')).toBe('Three articles wait for you, Ana')
  expect(waitingWords(t, 40, 'Ana')).toBe('40 articles wait for you, Ana')
})

it('whoever is named in a comment that they have not read is waited for', () => {
  expect(waitsFor(line({ state: 'archived', mentions: 1 }))).toBe(true)
})

it('what is archived is in one list alone, but for who is asked something in it', () => {
  const listsOf = (change: Partial<DeskLine>) =>
    LISTS.filter((list) => linesOf(list, [line({ own: true, ...change })]).length > 0)
  expect(listsOf({ state: 'archived' })).toEqual(['archived'])
  expect(listsOf({ state: 'archived', mentions: 1 })).toEqual(['all', 'archived'])
  expect(listsOf({ state: 'draft' })).toEqual(['all', 'mine'])
})
