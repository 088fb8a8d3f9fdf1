import { expect, it } from 'vitest'
import { wordsOf } from '#lib/testing/words.ts'
import { holdWords, saveWords } from './save-words.ts'

const t = wordsOf('saving')
const NONE = { changes: 0, kept: 0, isFailing: false }

it('[LIV8] what would be refused again says what to do; what is crowded says that it goes on by itself', () => {
  expect(saveWords(t, { kind: 'refused', why: 'articleFull', ...NONE })).toMatch(
    /^Not saved: The article .* Copy your last changes/,
  )
  expect(holdWords(t, { kind: 'tooManyTabs' })).toContain('Close other tabs')
  expect(holdWords(t, { kind: 'damaged', reason: 'It is damaged.' })).toBe('It is damaged.')
})
