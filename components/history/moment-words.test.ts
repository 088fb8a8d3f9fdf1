import { expect, it } from 'vitest'
import { timeWords } from '#components/ui/time-words.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import { annotation, citation } from '#lib/testing/builders.ts'
import { list, row, wordsOf } from '#lib/testing/words.ts'
import { countWords, detailOf, evidenceWords, titleOf } from './moment-words.ts'
import type { HistoryWords } from './use-history-words.ts'

const words: HistoryWords = {
  t: wordsOf('history'),
  list,
  row,
  time: timeWords(wordsOf('time'), 'en-GB'),
}
const NAMES = { ada: 'Ada Quill', ruben: 'Ruben Marsh' }
const sitting: Moment = {
  ...{ kind: 'sitting', seq: 4, from: 2, previous: 1, people: ['ada'], added: 12, removed: 8 },
  ...{ at: '2026-11-03T10:00:00.000Z', since: '2026-11-03T09:00:00.000Z', names: [] },
}

it('[HIS2] a moment that has a name says what it was, and who named it when', () => {
  const given = { id: 'n', name: 'Before lunch', personId: 'ruben', at: '2026-11-20T10:00:00.000Z' }
  const named = { ...sitting, names: [given] }
  expect([titleOf(words, named, NAMES), detailOf(words, named, NAMES)]).toEqual([
    'Before lunch',
    'Ada Quill, 12 characters written, 8 characters taken away; named by Ruben Marsh on 20 Nov 2026',
  ])
  expect(detailOf(words, sitting, NAMES)).toBe('12 characters written, 8 characters taken away')
})

it('[HIS3] article data and the names of sources are said in words', () => {
  const described: Moment = {
    ...{ kind: 'described', seq: 4, previous: 1, at: sitting.at, personId: 'ada', names: [] },
    ...{ fields: ['byline', 'lang'], slug: 'ferry-lost' },
  }
  expect(titleOf(words, described, NAMES)).toBe('The address is now /ferry-lost')
  expect(detailOf(words, described, NAMES)).toBe('byline and language by Ada Quill')
  expect(titleOf(words, { ...described, slug: null }, NAMES)).toBe('Article data changed')
  const after = annotation('a', { kind: 'fact', citations: [citation({ sourceId: 'log' })] })
  const change = { annotationId: 'a', sentence: 'It sank.', before: null, after }
  expect(evidenceWords(words, change, { log: 'The log' })).toBe('Evidence added: fact, “The log”')
  expect(evidenceWords(words, change, {})).toBe('Evidence added: fact, an unknown source')
  const counts = { wordsAdded: 0, wordsRemoved: 0, blocks: 0, evidence: 0, data: 1 }
  expect(countWords(words, counts)).toBe('1 change of article data.')
})
