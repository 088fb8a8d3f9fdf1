import { expect, it } from 'vitest'
import { block } from '#lib/testing/builders.ts'
import { doubledBlocks } from './doubled-blocks.ts'

it('[EDT14] a block that stands twice is found, and the later one offered', () => {
  const blocks = [block('It rained.', 'a'), block('It sank.', 'b'), block('It rained.', 'a')]
  expect(doubledBlocks(blocks)).toEqual([{ copy: 2, kept: 0, isSame: true }])
  expect(doubledBlocks(blocks.slice(0, 2))).toEqual([])
})

it('[EDT14] offered is the one that says less; where both say something of their own, it is told', () => {
  const less = [block('It rained', 'a'), block('It rained hard.', 'a')]
  expect(doubledBlocks(less)).toEqual([{ copy: 0, kept: 1, isSame: true }])
  const other = [block('It rained hard.', 'a'), block('It rained long.', 'a')]
  expect(doubledBlocks(other)).toEqual([{ copy: 1, kept: 0, isSame: false }])
})

it('[EDT14] text without an opening, and figures of one kind, are no copies of each other', () => {
  expect(doubledBlocks([block('x', ''), block('x', '')])).toEqual([])
  const figure = (id: string) =>
    ({ type: 'figure', id, alt: 'A bridge', picture: null, credit: null }) as const
  expect(doubledBlocks([figure('f'), figure('g')])).toEqual([])
  expect(doubledBlocks([figure('f'), figure('f')])).toHaveLength(1)
})
