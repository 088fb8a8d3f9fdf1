export const LINK_STATES = ['ok', 'moved', 'changed', 'dead'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** What the last looks at a source's address have shown. */
export interface LinkHealth {
  /** When it was looked at, ISO 8601. */
  readonly checkedAt: string
  /** Looks in a row at which it was not there. */
  readonly failures: number
  /** The last of them was told that it is gone; else nobody answered. */
  readonly isGone: boolean
  /** Where it says that it stands now, for good. */
  readonly movedTo: string | null
  /** Hashes of passages that it had, and has no more: `passageHash`. */
  readonly lost: readonly string[]
  /** When somebody said that the captured copy stands in for it. */
  readonly keptAt: string | null
}

/** Nobody is called dead for one bad hour. */
export const DEAD_AFTER = { gone: 2, silent: 3 } as const

/** [CAP7] */
export function linkState({ failures, isGone, lost, movedTo }: LinkHealth): LinkState {
  if (failures >= (isGone ? DEAD_AFTER.gone : DEAD_AFTER.silent)) return 'dead'
  if (lost.length) return 'changed'
  return movedTo ? 'moved' : 'ok'
}

/** Hours until it is looked at again: sooner when something is wrong, seldom when it is dead. */
export function hoursToNextLook(health: LinkHealth): number {
  if (linkState(health) === 'dead') return 24 * 7
  return health.failures ? 6 : 24
}
