import { expect, it } from 'vitest'
import { CLOSE, type CloseReason } from '#lib/collab/close-codes.ts'
import { crowdedBy, refusedBy } from './closings.ts'

const reasons = Object.keys(CLOSE) as CloseReason[]

it('[LIV8] every closing has a code of its own', () => {
  expect(new Set(reasons.map((reason) => CLOSE[reason][0])).size).toBe(reasons.length)
})

it('[LIV8] what would be refused again says what to do; what is crowded says that it goes on by itself', () => {
  const by = (words: (code: number) => string | null) =>
    reasons.filter((reason) => words(CLOSE[reason][0]) !== null)
  expect(by(refusedBy)).toEqual([
    ...['malformed', 'foreignClient', 'foreignRoot', 'articleFull', 'tooBig', 'notAllowed'],
    'notProposed',
  ])
  expect(by(crowdedBy)).toEqual(['tooManyTabs', 'articleCrowded', 'serverCrowded'])
  expect(refusedBy(CLOSE.articleFull[0])).toContain('Copy your last changes')
  expect(crowdedBy(CLOSE.tooManyTabs[0])).toContain('Close other tabs')
  expect([refusedBy(1006), crowdedBy(1006), refusedBy(CLOSE.tooLarge[0])]).toEqual([
    null,
    null,
    null,
  ])
})
