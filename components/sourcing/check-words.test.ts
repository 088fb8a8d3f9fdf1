import { expect, it } from 'vitest'
import { checkWords } from './check-words.ts'

const PDF = { at: '2026-03-01T12:00:00.000Z', mediaType: 'application/pdf', pages: 20 }
const PAGE = { ...PDF, mediaType: 'text/html', pages: 2 }

it('[CAP6] says where a passage was found, how many words differ, or that it was not', () => {
  expect(checkWords({ kind: 'found', page: 13 }, PDF)).toBe('Found on p. 14')
  expect(checkWords({ kind: 'differs', page: 13, words: 2, as: '' }, PDF)).toBe(
    'Found on p. 14, two words differ',
  )
  expect(checkWords({ kind: 'differs', page: 0, words: 1, as: '' }, PAGE)).toBe(
    'Found on the page, one word differs',
  )
  expect(checkWords({ kind: 'differs', page: 1, words: 12, as: '' }, PAGE)).toBe(
    'Found elsewhere on the page, 12 words differ',
  )
  expect(checkWords({ kind: 'found', page: 0 }, { ...PDF, pages: 1 })).toBe('Found in the text')
  expect(checkWords({ kind: 'notFound' }, PDF)).toBe('Not found in the copy of 1 March 2026')
})
