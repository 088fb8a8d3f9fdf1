import { CLOSE, type CloseReason } from '#lib/collab/close-codes.ts'

/** Closings after which the same changes would be refused again. */
const REFUSALS = [
  'malformed',
  'foreignClient',
  'foreignRoot',
  'articleFull',
  'tooBig',
  'notProposed',
  'notAllowed',
] as const satisfies readonly CloseReason[]

/** There is no room; the tab tries again by itself. */
const CROWDINGS = [
  'tooManyTabs',
  'articleCrowded',
  'serverCrowded',
] as const satisfies readonly CloseReason[]

export type Refusal = (typeof REFUSALS)[number]
export type Crowding = (typeof CROWDINGS)[number]

/** By the code of a closing; null: it was closed for something else. */
export const refusedBy = (code: number) => named(REFUSALS, code)
export const crowdedBy = (code: number) => named(CROWDINGS, code)

function named<Name extends CloseReason>(names: readonly Name[], code: number): Name | null {
  return names.find((name) => CLOSE[name][0] === code) ?? null
}
