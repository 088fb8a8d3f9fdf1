import type { CallRule } from './scopes.ts'

/** How many calls of a kind a person, or each token of theirs, may make in a window. */
export interface CallLimit {
  readonly calls: number
  readonly seconds: number
}

export type CallLimits = Readonly<Record<CallRule['limit'], CallLimit>>

/** A page of ours makes a dozen calls when it opens, and one for each thing that others do. */
const CALLS_PER_MINUTE = 1_200

/** The one table of limits [API1], in proportion to how many calls that read a newsroom allows in a minute. */
export function callLimits(perMinute: number = CALLS_PER_MINUTE): CallLimits {
  const share = (part: number) => ({
    calls: Math.max(1, Math.floor(perMinute / part)),
    seconds: 60,
  })
  return { read: share(1), write: share(2), heavy: share(20) }
}

/** Where a caller stands in a limit after a call. */
export interface Standing {
  readonly name: string
  readonly limit: CallLimit
  readonly left: number
  readonly resetSeconds: number
}

/** Header fields of draft-ietf-httpapi-ratelimit-headers. */
export function limitHeaders({
  name,
  limit,
  left,
  resetSeconds,
}: Standing): Record<string, string> {
  return {
    'RateLimit-Policy': `"${name}";q=${limit.calls};w=${limit.seconds}`,
    RateLimit: `"${name}";r=${left};t=${resetSeconds}`,
  }
}
