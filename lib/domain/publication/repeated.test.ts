import { expect, it } from 'vitest'
import { repeatedIn } from './repeated.ts'

const version = (number: number, note = '', more: object = {}) => ({
  ...{ number, note, takedown: null },
  ...more,
})

it('[VER12] later versions that stand repeat what one says of itself, and none repeats what says nothing', () => {
  const down = { takedown: {} }
  const all = [version(4), version(3, 'Again.', down), version(2, 'Mended.'), version(1)]
  expect(repeatedIn(version(2, 'Mended.'), all)).toEqual([4])
  expect(repeatedIn(version(1), all)).toEqual([])
  const correction = { wrong: 'Two.', right: 'Three.', sentences: [] }
  expect(repeatedIn(version(1, '', { correction }), all)).toEqual([2, 4])
  const overrides = [{ sentence: null, what: 'unsourced' as const, reason: 'Late.' }]
  expect(repeatedIn(version(1, '', { overrides }), all)).toEqual([2, 4])
  expect(repeatedIn(version(1, '', { overrides: [] }), all)).toEqual([])
})
