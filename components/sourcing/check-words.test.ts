import { expect, it } from 'vitest'
import { timeWords } from '#components/ui/time-words.ts'
import { wordsOf } from '#lib/testing/words.ts'
import { checkWords, editedSegments, pageOfCheck } from './check-words.ts'

const PDF = { at: '2026-03-01T12:00:00.000Z', mediaType: 'application/pdf', pages: 20 }
const t = wordsOf('citing')
const time = timeWords(wordsOf('time'), 'en-GB')
const PAGE = { ...PDF, mediaType: 'text/html', pages: 2 }

it('[CAP6] says where a passage was found, how many words differ, or that it was not', () => {
  expect(checkWords(t, time, { kind: 'found', page: 13 }, PDF)).toBe('Found on p. 14')
  expect(checkWords(t, time, { kind: 'differs', page: 13, words: 2, as: '' }, PDF)).toBe(
    'Found on p. 14, two words differ',
  )
  expect(checkWords(t, time, { kind: 'differs', page: 0, words: 1, as: '' }, PAGE)).toBe(
    'Found on the page, one word differs',
  )
  expect(checkWords(t, time, { kind: 'differs', page: 1, words: 12, as: '' }, PAGE)).toBe(
    'Found elsewhere on the page, 12 words differ',
  )
  expect(checkWords(t, time, { kind: 'found', page: 0 }, { ...PDF, pages: 1 })).toBe(
    'Found in the text',
  )
  expect(checkWords(t, time, { kind: 'notFound' }, PDF)).toBe(
    'Not found in the copy of 1 March 2026',
  )
})

it('[CAP12] says what was left out and put in, and names what stood there', () => {
  const same = { kind: 'same', text: 'it sank' } as const
  const leftOut = { kind: 'leftOut', text: 'and then', words: 2 } as const
  const inserted = { kind: 'inserted', text: 'the ferry', instead: 'she' } as const
  const words = (...pieces: Parameters<typeof editedSegments>[1]) =>
    checkWords(t, time, { kind: 'edited', page: 0, pieces }, PAGE)
  expect(words(same, leftOut, same)).toBe('Found on the page, with two words left out')
  expect(words(same, inserted)).toBe('Found on the page, with “the ferry” put in')
  expect(words(same, leftOut, inserted)).toBe(
    'Found on the page, with two words left out and “the ferry” put in',
  )
  const space = { kind: 'same', text: ' ' }
  const long = { ...leftOut, text: 'a b c d e f g h i j k l m', words: 13 }
  expect(editedSegments(t, [same, inserted, leftOut, long])).toEqual([
    same,
    ...[space, { kind: 'removed', text: 'she' }, { kind: 'added', text: '[the ferry]' }],
    ...[space, { kind: 'removed', text: 'and then' }],
    ...[space, { kind: 'removed', text: 'a b c d … j k l m' }],
  ])
})

it('[CAP13] a page is offered where the copy has pages', () => {
  expect(pageOfCheck({ kind: 'found', page: 13 }, PDF)).toBe('14')
  expect(pageOfCheck({ kind: 'notFound' }, PDF)).toBeNull()
  expect(pageOfCheck({ kind: 'found', page: 1 }, PAGE)).toBeNull()
  expect(pageOfCheck({ kind: 'found', page: 0 }, { ...PDF, pages: 1 })).toBeNull()
})
