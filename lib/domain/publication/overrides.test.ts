import { expect, it } from 'vitest'
import { blockerOf } from '#lib/testing/builders.ts'
import { applyOverrides, isOverridable, type OverrideKind } from './overrides.ts'

const statuses = [{ fingerprint: 'f0' }, { fingerprint: 'f1' }]
const blockers = [blockerOf('untagged', 0), blockerOf('notApproved', 0), blockerOf('stale', 1)]
const wish = (kind: OverrideKind, fingerprint: string | null, reason = 'It cannot wait.') => {
  return { kind, fingerprint, reason }
}

it('[GAT6] takes what was asked for, for the words that were seen, and with a reason', () => {
  const { left, taken } = applyOverrides(
    blockers,
    [wish('untagged', 'f0'), wish('stale', 'moved'), wish('notApproved', 'f0', '  ')],
    statuses,
  )
  expect(left.map(({ kind }) => kind)).toEqual(['notApproved', 'stale'])
  expect(taken).toEqual([{ kind: 'untagged', sentence: 0, reason: 'It cannot wait.' }])
})

it('[GAT6] what no chief may publish in spite of is never taken', () => {
  const never = [
    'empty',
    'suggestion',
    'questionWithoutSentence',
    'leak',
    'termsForbid',
    'sourceUnknown',
    'figureWithoutAlt',
    'figureWithoutCredit',
    'figureWithoutPicture',
  ] as const
  for (const kind of never) {
    const blocker = blockerOf(kind, 0)
    expect(isOverridable(blocker)).toBe(false)
    const asked = applyOverrides([blocker], [wish(kind as OverrideKind, 'f0')], statuses)
    // The HTTP interface lets no such wish in; the words for readers are missing for it.
    expect(asked.taken.every(({ kind: taken }) => isOverridable({ kind: taken }))).toBe(true)
    expect(asked.left).toEqual([blocker])
  }
})
