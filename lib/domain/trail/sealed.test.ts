import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  forgedSeal,
  sealedField,
  sealedText,
  sealOfText,
  sealsIn,
  unsealed,
  withoutItsWords,
} from './sealed.ts'

const sealed = (salt: string, words: string) => ({
  ...{ salt, words },
  seal: sealOfText(sealedText({ salt, words })),
})

it('[LOG15] a row names words by their seal, and has them again by it', () => {
  const one = sealed('00', 'Why not?')
  // Computed with: printf '00\nWhy not?' | sha256sum
  expect(one.seal).toBe('4abcfeaf6ee4b0b89dd4a58f0b929e1c9088d1a53abce77a78da0684e5ae78c3')
  const row = { from: 'draft', note: sealedField(one.seal), count: 2 }
  expect(sealsIn(row)).toEqual([one.seal])
  const words = new Map([[one.seal, one.words]])
  expect(unsealed(row, words)).toEqual({ from: 'draft', note: 'Why not?', count: 2 })
  expect(unsealed(row, new Map())).toEqual({ from: 'draft', note: '', count: 2 })
  expect(sealsIn(null)).toEqual([])
})

it('[LOG15] other words, or another salt, have another seal, and are found', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{32}$/)
  fc.assert(
    fc.property(hex, fc.string(), hex, fc.string(), (salt, words, otherSalt, other) => {
      const one = sealed(salt, words)
      expect(forgedSeal([one])).toBeNull()
      fc.pre(salt !== otherSalt || words !== other)
      expect(forgedSeal([one, { ...one, salt: otherSalt, words: other }])).toBe(one.seal)
    }),
  )
})

it('[LOG15] a row from before words were sealed is shown without them, and without nothing else', () => {
  const { seal } = sealed('00', 'x')
  const row = { from: 'draft', to: 'inReview', note: 'Hush.', reason: 'Hush.', slug: 'hush' }
  expect(withoutItsWords(row)).toEqual({ from: 'draft', to: 'inReview' })
  expect(withoutItsWords({ note: sealedField(seal) })).toEqual({ note: sealedField(seal) })
})
