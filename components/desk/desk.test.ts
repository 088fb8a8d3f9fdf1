import { expect, it } from 'vitest'
import type { Actor, PersonRole } from '#lib/domain/access/policy.ts'
import type { DeskLine } from './entry.ts'
import { LISTS, linesOf } from './lists.ts'
import { problemsOf } from './problems.ts'
import { waitingWords, waitsFor } from './waiting.ts'

const person = (...roles: PersonRole[]): Actor => ({
  id: 'p',
  name: 'Ana',
  email: '',
  roles,
  chief: false,
})

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
  may: { archive: false, takeBack: false },
  ...change,
})

it('sentences in review wait for reviewers, not for others', () => {
  const waiting = line({ counts: { waiting: 2 } })
  expect(waitsFor(person('reviewer'), waiting)).toBe(true)
  expect(waitsFor(person('writer', 'editor'), waiting)).toBe(false)
  expect(waitsFor(person('reviewer'), line({ state: 'draft', counts: { stale: 1 } }))).toBe(false)
})

it('questions wait for whose article it is', () => {
  const queried = line({ counts: { queried: 1 } })
  expect(waitsFor(person('writer'), { ...queried, own: true })).toBe(true)
  expect(waitsFor(person('writer'), queried)).toBe(false)
})

it('a clear gate waits for publishers', () => {
  expect(waitsFor(person('publisher'), line({ blockers: 0 }))).toBe(true)
  expect(waitsFor(person('publisher'), line({ blockers: 2 }))).toBe(false)
  expect(waitsFor(person('publisher'), line({ blockers: 0, coverage: null }))).toBe(false)
})

it('problems are said worst first; an untagged draft has none', () => {
  expect(problemsOf(line({ counts: { disputed: 2, queried: 1, approved: 1 } }))).toEqual({
    worst: 'disputed',
    words: '2 disputed, 1 query open',
  })
  expect(problemsOf(line({ state: 'draft', counts: { none: 4 } }))).toBeNull()
})

it('the head counts in words', () => {
  expect(waitingWords(0, 'Ana Lindqvist')).toBe('Nothing waits for you, Ana')
  expect(waitingWords(1, 'Ana Lindqvist')).toBe('One article waits for you, Ana')
  expect(waitingWords(3, 'Ana')).toBe('Three articles wait for you, Ana')
  expect(waitingWords(40, 'Ana')).toBe('40 articles wait for you, Ana')
})

it('whoever is named in a comment that they have not read is waited for', () => {
  expect(waitsFor(person('writer'), line({ state: 'archived', mentions: 1 }))).toBe(true)
})

it('what is archived is in one list alone, but for who is asked something in it', () => {
  const listsOf = (change: Partial<DeskLine>) =>
    LISTS.filter((list) => linesOf(list, [line({ own: true, ...change })]).length > 0)
  expect(listsOf({ state: 'archived' })).toEqual(['archived'])
  expect(listsOf({ state: 'archived', mentions: 1 })).toEqual(['all', 'archived'])
  expect(listsOf({ state: 'draft' })).toEqual(['all', 'mine'])
})
