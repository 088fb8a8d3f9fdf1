import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseWords } from './normalise.ts'

it.each([
  ['“We knew,” she said', '"We knew," she said'],
  ['‘We’ «knew» ‹it›', "'We' \"knew\" 'it'"],
  ['2024–2026 — a year‐end', '2024-2026 - a year-end'],
  ['It\u00A0 rained.\n\tA lot ', 'It rained. A lot'],
  ['the\u200Brapist \uFEFFfled\u2060.', 'therapist fled.'],
  ['cafe\u0301', 'caf\u00E9'],
  ['\uD800x', '\uFFFDx'],
])('[FPR2] %j says what %j says', (text, words) => {
  expect(normaliseWords(text)).toBe(words)
})

it('[FPR2] words that are normalised stay as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseWords(text)
      expect(normaliseWords(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

it('[FPR2] digits, letters and punctuation stay', () => {
  expect(normaliseWords('It cost 2.4, not 2,5 (A).')).toBe('It cost 2.4, not 2,5 (A).')
})
