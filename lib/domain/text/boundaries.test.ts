import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block } from '#lib/testing/builders.ts'
import type { TextBlock } from './article-text.ts'
import { type BoundaryChange, handmadeIn, joinWithNext, splitAt } from './boundaries.ts'
import { sentencesOfBlock } from './sentences.ts'

const texts = (of: TextBlock) => sentencesOfBlock(of, 'en').map(({ text }) => text)

function apply(of: TextBlock, change: BoundaryChange | null): TextBlock {
  if (!change) throw new Error('Nothing to do')
  const others = of.boundaries.filter(({ at }) => at !== change.at)
  const { at, kind } = change
  return { ...of, boundaries: kind ? [...others, { at, kind }] : others }
}

const TWO = block('It rained. It leaks.')

it('[SEG19] a sentence is joined with the next of its block, and parted again', () => {
  const joined = apply(TWO, joinWithNext(TWO, 'en', 0))
  expect(texts(joined)).toEqual(['It rained. It leaks.'])
  const parted = apply(joined, splitAt(joined, 'en', 10))
  expect(texts(parted)).toEqual(['It rained.', 'It leaks.'])
  expect(parted.boundaries).toEqual([])
  expect(joinWithNext(TWO, 'en', 11)).toBeNull()
})

it('[SEG19] a sentence is split at a place in it, and joined again', () => {
  const one = block('It rained; it leaks')
  for (const place of [10, 11]) {
    const split = apply(one, splitAt(one, 'en', place))
    expect(texts(split)).toEqual(['It rained;', 'it leaks'])
    const joined = apply(split, joinWithNext(split, 'en', 0))
    expect(texts(joined)).toEqual(['It rained; it leaks'])
    expect(joined.boundaries).toEqual([])
  }
})

it('[SEG19] where a sentence begins already, or none would, nothing is written', () => {
  for (const place of [0, 10, 11, 20, 99]) expect(splitAt(TWO, 'en', place)).toBeNull()
  expect(splitAt(block('   '), 'en', 1)).toBeNull()
  expect(joinWithNext(block(''), 'en', 0)).toBeNull()
})

it('[SEG19] no character is cut in two', () => {
  const emoji = block('It rained 🌧️ it leaks')
  expect(splitAt(emoji, 'en', 11)).toEqual({ at: 10, kind: 'split' })
})

it('[SEG20] what was done by hand is told of the sentence that it made, with the way back', () => {
  const joined = apply(TWO, joinWithNext(TWO, 'en', 0))
  expect(handmadeIn(joined, 'en', { from: 0, to: 20 })).toEqual({
    split: null,
    joins: [{ at: 11, kind: null }],
  })
  const split = apply(TWO, splitAt(TWO, 'en', 3))
  expect(handmadeIn(split, 'en', { from: 3, to: 10 })).toEqual({
    split: { at: 3, kind: null },
    joins: [],
  })
  expect(handmadeIn(split, 'en', { from: 0, to: 2 }).split).toBeNull()
})

it('[SEG20] a boundary that changes nothing any more is not told', () => {
  const idle = { ...TWO, boundaries: [{ at: 11, kind: 'split' }] } as const
  expect(handmadeIn(idle, 'en', { from: 11, to: 20 })).toEqual({ split: null, joins: [] })
})

const words = fc.constantFrom('It rained.', 'Mr. Low', 'left', 'at 5 p.m.', 'Why?', '“No.”', '🌧️')

it('[SEG19] law: a split makes one sentence more, a join one fewer, and each takes the other back', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), fc.nat(80), (parts, place) => {
      const one = block(parts.join(' '))
      const count = texts(one).length
      const split = splitAt(one, 'en', place % (one.text.length + 1))
      if (split) {
        const parted = apply(one, split)
        expect(texts(parted)).toHaveLength(count + 1)
        const before = sentencesOfBlock(parted, 'en').findLast(({ from }) => from < split.at)
        const back = apply(parted, joinWithNext(parted, 'en', before?.from ?? 0))
        expect(texts(back)).toEqual(texts(one))
      }
      const join = joinWithNext(one, 'en', 0)
      if (!join) {
        expect(count).toBeLessThan(2)
        return
      }
      const joined = apply(one, join)
      expect(texts(joined)).toHaveLength(count - 1)
      expect(texts(apply(joined, splitAt(joined, 'en', join.at)))).toEqual(texts(one))
    }),
  )
})
