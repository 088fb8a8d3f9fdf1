import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { callLimits, type Standing } from '#lib/domain/access/call-limits.ts'
import type { CallRule } from '#lib/domain/access/scopes.ts'
import { settingsOfProcess } from './settings.ts'

type Limiters = Readonly<Record<CallRule['limit'], RateLimiterMemory>>

/** Counts of this process, wherever this module was evaluated. */
const KEY = Symbol.for('galley.callRates')
const registry = globalThis as typeof globalThis & { [KEY]?: Limiters }

/** Counts a call of a session or a token [API1]. `over`: it came on top of what is allowed. */
export async function countCall(
  caller: { readonly personId: string; readonly tokenId: string | null },
  name: CallRule['limit'],
): Promise<{ readonly standing: Standing; readonly over: boolean }> {
  const limits = callLimits(settingsOfProcess().callsPerMinute)
  registry[KEY] ??= {
    read: limiterOf(limits.read),
    write: limiterOf(limits.write),
    heavy: limiterOf(limits.heavy),
  }
  const key = caller.tokenId ? `token:${caller.tokenId}` : `person:${caller.personId}`
  const standingOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes): Standing => ({
    ...{ name, limit: limits[name], left: Math.max(0, remainingPoints) },
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  })
  try {
    return { standing: standingOf(await registry[KEY][name].consume(key)), over: false }
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return { standing: standingOf(error), over: true }
  }
}

function limiterOf({ calls, seconds }: { calls: number; seconds: number }): RateLimiterMemory {
  return new RateLimiterMemory({ points: calls, duration: seconds })
}
