import type { Change } from './version.ts'

/** What other systems may be told of. `test`: that somebody wanted to see whether they hear. */
export const HOOK_EVENTS = [
  'published',
  'corrected',
  'retracted',
  'takenDown',
  'decision.made',
] as const
export type HookEvent = (typeof HOOK_EVENTS)[number]

/** What a version is to whoever shows it elsewhere. */
export function eventOfChange(change: Change): HookEvent {
  if (change === 'retraction') return 'retracted'
  return change === 'correction' || change === 'clarification' ? 'corrected' : 'published'
}

/** Ids, numbers, hashes, addresses, and what readers are told: no words of an article, no name of anybody. */
export type HookData = Readonly<Record<string, string | number | null>>

/** The body of a delivery, in the shape that Standard Webhooks recommends. */
export function hookBody(type: HookEvent | 'test', at: string, data: HookData): string {
  return JSON.stringify({ type, timestamp: at, data })
}

/** What is signed (Standard Webhooks 1): whoever changes one of the three is found out. */
export function signedContent(id: string, seconds: number, body: string): string {
  return `${id}.${seconds}.${body}`
}

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** How long one waits after each try that failed. After the last there is none. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/**
 * How long to wait after so many tries, in ms; null: it was the last. `chance`, from 0 to 1, moves it by up to a fifth, so that what
 * failed together does not come back together.
 */
export function waitAfter(tries: number, chance: number): number | null {
  const wait = WAITS[tries - 1]
  return wait === undefined ? null : Math.round(wait * (0.8 + 0.4 * chance))
}

/** Nothing has arrived for so long: nobody is there. */
export const GIVE_UP_MS = 5 * 24 * HOUR

/** Whether a hook is turned off, once another delivery has failed: the receiver said that it is gone, or has been away for days. */
export function givesUp(failingSince: Date, now: Date, status: number | null): boolean {
  return status === 410 || now.getTime() - failingSince.getTime() >= GIVE_UP_MS
}
