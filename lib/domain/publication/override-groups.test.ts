import { expect, it } from 'vitest'
import { overrideLines } from '#lib/domain/formats/words.ts'
import { groupOverrides } from './override-groups.ts'
import type { VersionOverride } from './version.ts'

const given = (sentence: string | null, reason: string): VersionOverride => {
  return { sentence, what: 'lowConfidence', reason }
}

it('[GAT8] a reason that was given for several sentences in the same words is said once', () => {
  const all = [given('s-1', 'A rumour.'), given('s-2', 'They say so.'), given('s-3', 'A rumour.')]
  expect(groupOverrides(all).map(({ places }) => places)).toEqual([['s-1', 's-3'], ['s-2']])
  expect(groupOverrides([given(null, 'x'), given('s-1', 'x')])).toHaveLength(2)
  expect(overrideLines(all)).toEqual([
    'Each of 2 sentences was published as unconfirmed: A rumour.',
    'One sentence was published as unconfirmed: They say so.',
  ])
})
