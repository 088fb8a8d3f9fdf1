import { expect, it } from 'vitest'
import { CLOSE, type CloseReason } from '#lib/collab/close-codes.ts'
import { crowdedBy, refusedBy } from './closings.ts'

const reasons = Object.keys(CLOSE) as CloseReason[]

it('[LIV8] every closing has a code of its own', () => {
  expect(new Set(reasons.map((reason) => CLOSE[reason][0])).size).toBe(reasons.length)
})

it('[LIV8] what would be refused again and what is crowded have names; everything else has none', () => {
  const by = (nameOf: (code: number) => string | null) =>
    reasons.flatMap((reason) => nameOf(CLOSE[reason][0]) ?? [])
  expect(by(refusedBy)).toEqual([
    ...['malformed', 'foreignClient', 'foreignRoot', 'articleFull', 'tooBig', 'notAllowed'],
    'notProposed',
  ])
  expect(by(crowdedBy)).toEqual(['tooManyTabs', 'articleCrowded', 'serverCrowded'])
  expect([refusedBy(1006), crowdedBy(1006), refusedBy(CLOSE.tooLarge[0])]).toEqual([
    null,
    null,
    null,
  ])
})
