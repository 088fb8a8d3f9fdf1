import { expect, it } from 'vitest'
import type { Moment } from '#lib/domain/history/moments.ts'
import { annotation, citation } from '#lib/testing/builders.ts'
import { countWords, detailOf, evidenceWords, titleOf } from './moment-words.ts'

const NAMES = { ada: 'Ada Quill', ruben: 'Ruben Marsh' }
const sitting: Moment = {
  ...{ kind: 'sitting', seq: 4, from: 2, previous: 1, people: ['ada'], added: 12, removed: 8 },
  ...{ at: '2026-11-03T10:00:00.000Z', since: '2026-11-03T09:00:00.000Z', names: [] },
}

it('[HIS2] a moment that has a name says what it was, and who named it when', () => {
  const given = { id: 'n', name: 'Before lunch', personId: 'ruben', at: '2026-11-20T10:00:00.000Z' }
  const named = { ...sitting, names: [given] }
  expect([titleOf(named, NAMES), detailOf(named, NAMES)]).toEqual([
    'Before lunch',
    'Ada Quill, 12 characters written, 8 characters taken away; named by Ruben Marsh on 20 Nov 2026',
  ])
  expect(detailOf(sitting, NAMES)).toBe('12 characters written, 8 characters taken away')
})

it('[HIS3] article data and the names of sources are said in words', () => {
  const described: Moment = {
    ...{ kind: 'described', seq: 4, previous: 1, at: sitting.at, personId: 'ada', names: [] },
    ...{ fields: ['byline', 'lang'], slug: 'ferry-lost' },
  }
  expect(titleOf(described, NAMES)).toBe('The address is now /ferry-lost')
  expect(detailOf(described, NAMES)).toBe('byline and language by Ada Quill')
  expect(titleOf({ ...described, slug: null }, NAMES)).toBe('Article data changed')
  const after = annotation('a', { kind: 'fact', citations: [citation({ sourceId: 'log' })] })
  const change = { annotationId: 'a', sentence: 'It sank.', before: null, after }
  expect(evidenceWords(change, { log: 'The log' })).toBe('Evidence added: fact, “The log”')
  expect(evidenceWords(change, {})).toBe('Evidence added: fact, an unknown source')
  const counts = { wordsAdded: 0, wordsRemoved: 0, blocks: 0, evidence: 0, data: 1 }
  expect(countWords(counts)).toBe('1 change of article data.')
})
