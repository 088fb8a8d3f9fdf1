import { expect, it } from 'vitest'
import { SCRIPT } from './e2e/source-script.ts'
import { CARD, KIERAS, secondsOf } from './keystroke-model.ts'

const near = (seconds: number) => Math.round(seconds * 10) / 10
const total = (operators = KIERAS) =>
  SCRIPT.reduce((sum, { keys }) => sum + secondsOf(keys, operators), 0)

it.each([
  ['the same source', ['Space'], 1.5],
  ['nothing to check', ['x'], 1.5],
  ['a known source', ['3'], 2.7],
  ['a new link', ['Control+V', 'Enter'], 7.9],
  ['two sources', ['Shift+Digit2', '5'], 4.4],
  ['a place', ['Shift+Digit2', 'l', 'p', '.', 'Space', '1', '4', 'Enter'], 4.9],
] as const)('%s takes as long as the design says', (_, keys, seconds) => {
  expect(near(secondsOf(keys))).toBe(seconds)
})

it('forty sentences take 126 seconds, and 127 by the times of a skilled typist', () => {
  expect(SCRIPT).toHaveLength(40)
  expect(Math.round(total())).toBe(126)
  expect(Math.round(total(CARD))).toBe(127)
})

it('a key more is told', () => {
  expect(secondsOf(['Space', 'Space'])).toBeCloseTo(secondsOf(['Space']) + KIERAS.key)
})
