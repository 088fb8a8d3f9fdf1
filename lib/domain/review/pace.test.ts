import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsEach, timeLeftWords } from './pace.ts'

const START = Date.UTC(2026, 0, 1)
const given = (seconds: number, personId = 'ana') => ({
  personId,
  at: new Date(START + seconds * 1000).toISOString(),
})
const approvals = (...seconds: readonly number[]) => seconds.map((each) => given(each))

describe('how long what is left takes', () => {
  it('[QUE9] is by one’s own last decisions, of which the middle one counts', () => {
    const all = { approvals: approvals(0, 30, 60, 90, 100), queries: [given(200)] }
    expect(secondsEach(all, 'ana')).toBe(30)
    expect(secondsEach(all, 'ben')).toBe(16)
  })

  it('[QUE9] is by the usual figure until one’s pace is known', () => {
    expect(secondsEach({ approvals: approvals(0, 30, 60, 90, 120), queries: [] }, 'ana')).toBe(16)
  })

  it('[QUE9] leaves out pauses, and what was decided together', () => {
    const pieces = [0, 0, 0.2, 40, 80, 4_000, 4_040, 90_000, 90_040, 90_080]
    expect(secondsEach({ approvals: approvals(...pieces), queries: [] }, 'ana')).toBe(40)
  })

  it('[QUE9] follows the pace of now, and not the order in which decisions are kept', () => {
    const slow = Array.from({ length: 30 }, (_, index) => index * 100)
    const fast = Array.from({ length: 20 }, (_, index) => 3_000 + index * 5)
    const kept = approvals(...slow, ...fast)
    expect(secondsEach({ approvals: kept, queries: [] }, 'ana')).toBe(5)
    expect(secondsEach({ approvals: kept.toReversed(), queries: [] }, 'ana')).toBe(5)
  })

  it('[QUE9] is said in words, the longer the rounder', () => {
    const words = (sentences: number) => timeLeftWords(sentences, 16)
    expect([0, 1, 22, 82, 375, 2_000].map(words)).toEqual([
      ...[null, 'about a minute left', 'about 6 minutes left', 'about 20 minutes left'],
      ...['about 2 hours left', 'about 9 hours left'],
    ])
  })

  it('[QUE9] is always a time that there is', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 40 })
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 3_000 }), (times, left) => {
        const each = secondsEach({ approvals: approvals(...times), queries: [] }, 'ana')
        expect(each).toBeGreaterThanOrEqual(1)
        expect(each).toBeLessThanOrEqual(300)
        expect(timeLeftWords(left, each)).toMatch(
          /^about (a minute|[1-9]\d* (minutes|hours)) left$/,
        )
      }),
    )
  })
})
