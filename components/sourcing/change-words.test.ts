import { expect, it } from 'vitest'
import { changeInWords } from '#lib/domain/review/word-diff.ts'
import { wordsOf } from '#lib/testing/words.ts'
import { changeWords } from './change-words.ts'

it.each([
  ['It was 412 then.', 'It was 398 then.'],
  ['Few of 412 came.', 'None of 398 came.'],
  ['It came to almost €1.4 million.', 'It came to €1.4 million.'],
  ['It never sailed.', 'It almost never sailed.'],
  ['It never sailed.', 'The boats stayed at the quay.'],
  ['It never sailed', 'It never sailed.'],
  ['It sailed.', 'It sailed.'],
])('[DIF5] %s → %s is said as everywhere', (before, after) => {
  expect(changeWords(wordsOf('sourcing'), before, after)).toBe(changeInWords(before, after))
})
