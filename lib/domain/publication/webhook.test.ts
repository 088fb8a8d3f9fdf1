import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CHANGES } from './version.ts'
import { eventOfChange, GIVE_UP_MS, givesUp, waitAfter } from './webhook.ts'

it('[API6] each change of a version is one event', () => {
  expect(CHANGES.map(eventOfChange)).toEqual([
    ...['published', 'published', 'corrected', 'corrected', 'retracted'],
  ])
})

it('[API7] the waits grow, with some chance in them, and end after ten tries', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      const waits = Array.from({ length: 9 }, (_, at) => waitAfter(at + 1, chance) ?? 0)
      expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
      expect(waits[0]).toBeGreaterThanOrEqual(4_000)
      expect(waitAfter(10, chance)).toBeNull()
    }),
  )
})

it('[API7] who is gone, or away for days, is not asked any more', () => {
  const since = new Date(0)
  expect(givesUp(since, new Date(GIVE_UP_MS), 500)).toBe(true)
  expect(givesUp(since, new Date(GIVE_UP_MS - 1), null)).toBe(false)
  expect(givesUp(since, since, 410)).toBe(true)
})
