import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LITERALS } from '#lib/testing/arbitraries.ts'
import { article, derive } from '#lib/testing/builders.ts'
import { selectedPart } from './parts.ts'

const statuses = derive(article(['It rained.  It stopped at nine.', 'Nobody came.'], {}))
const part = (from: number, to: number, blockIndex = 0) => {
  const found = selectedPart(statuses, { blockIndex, from, to })
  const sentence = statuses.find(
    ({ sentence: one }) => one.blockIndex === found?.blockIndex && one.to >= (found?.to ?? 0),
  )?.sentence
  return found && sentence
    ? sentence.text.slice(found.from - sentence.from, found.to - sentence.from)
    : null
}

it('[EVI10] a part is what is selected within one sentence, without the white space around it', () => {
  expect(part(3, 9)).toBe('rained')
  expect(part(14, 23)).toBe('stopped')
  expect(part(10, 22)).toBe('It stopped')
  expect(part(0, 6, 1)).toBe('Nobody')
})

it('[EVI10] a whole sentence, words of two, and white space are no part', () => {
  expect(part(0, 10)).toBeNull()
  expect(part(0, 12)).toBeNull()
  expect(part(3, 17)).toBeNull()
  expect(part(10, 12)).toBeNull()
  expect(part(4, 4)).toBeNull()
  expect(selectedPart(statuses, null)).toBeNull()
})

it('[EVI10] a part lies within its sentence, is not all of it, and begins and ends with a letter or a sign', () => {
  const all = derive(article(LITERALS, {}))
  fc.assert(
    fc.property(fc.nat(2), fc.nat(80), fc.nat(80), (blockIndex, a, b) => {
      const found = selectedPart(all, { blockIndex, from: Math.min(a, b), to: Math.max(a, b) })
      if (!found) return
      const owner = all.filter(
        ({ sentence }) =>
          sentence.blockIndex === found.blockIndex &&
          sentence.from <= found.from &&
          sentence.to >= found.to,
      )
      expect(owner).toHaveLength(1)
      const { sentence } = owner[0] ?? all[0] ?? expect.fail()
      const words = sentence.text.slice(found.from - sentence.from, found.to - sentence.from)
      expect(words).toBe(words.trim())
      expect(words).not.toBe(sentence.text)
    }),
  )
})
