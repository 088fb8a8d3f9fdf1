import { expect, it } from 'vitest'
import { query } from '#lib/testing/builders.ts'
import { OUTCOMES, type QueryMessage } from './decisions.ts'
import { isAnswered, OUTCOME_WORDS, outcomeOf, outcomesFor } from './outcomes.ts'

const NOW = 'of the words of now'
const EARLIER = 'of earlier words'
const asked = (fingerprint: string, ...messages: readonly QueryMessage[]) =>
  query(['a'], { fingerprint, messages })
const said = (personId: string, fingerprint: string): QueryMessage => ({
  ...{ id: personId, personId, personName: personId, text: 'I called.', fingerprint },
  at: '2026-01-02T00:00:00.000Z',
})

it('[REV12] without a word about it, the words say how a question ended', () => {
  expect(outcomeOf(asked(NOW), NOW)).toBe('confirmed')
  expect(outcomeOf(asked(EARLIER), NOW)).toBe('confirmedWithChange')
  expect(outcomeOf(asked(NOW), null)).toBe('cut')
})

it('[REV12] only a chief answers for what could not be confirmed', () => {
  expect(outcomesFor(true)).toEqual(OUTCOMES)
  expect(outcomesFor(false)).toEqual(OUTCOMES.filter((outcome) => outcome !== 'overridden'))
  expect(new Set(Object.values(OUTCOME_WORDS)).size).toBe(OUTCOMES.length)
})

it('[TRN2] words, evidence or somebody else answers; what the raiser says then asks anew', () => {
  expect(isAnswered(asked(NOW), NOW)).toBe(false)
  expect(isAnswered(asked(EARLIER), NOW)).toBe(true)
  expect(isAnswered(asked(NOW), null)).toBe(true)
  expect(isAnswered(asked(NOW, said('ada', NOW)), NOW)).toBe(true)
  expect(isAnswered(asked(NOW, said('ada', NOW), said('reviewer', NOW)), NOW)).toBe(false)
  // The words have moved, and the raiser is not content with them.
  expect(isAnswered(asked(EARLIER, said('reviewer', NOW)), NOW)).toBe(false)
  expect(isAnswered(asked(EARLIER, said('reviewer', NOW)), 'of later words')).toBe(true)
  expect(isAnswered(asked(NOW, said('reviewer', NOW)), null)).toBe(true)
})
