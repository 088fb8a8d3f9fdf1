import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { fail, type Result } from '#lib/domain/shared/result.ts'

const KEY = Symbol.for('galley.tries')
const registry = globalThis as typeof globalThis & { [KEY]?: Map<string, RateLimiterMemory> }

/** Tries in a quarter of an hour, counted in the process wherever this module was evaluated. */
export function triesOf(what: string, points: number) {
  registry[KEY] ??= new Map()
  const limiter = registry[KEY].get(what) ?? new RateLimiterMemory({ points, duration: 15 * 60 })
  registry[KEY].set(what, limiter)
  return {
    /** Counts one; a refusal when it was one too many. `words` say too many of what. */
    count: async (key: string, words: string): Promise<(Result<never> & { ok: false }) | null> => {
      try {
        await limiter.consume(key)
        return null
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        const retryAfter = Math.ceil(error.msBeforeNext / 1000)
        const message = `Too many ${words}. Try again in ${Math.ceil(retryAfter / 60)} minutes.`
        return fail({ kind: 'tooMany', message, retryAfter })
      }
    },
    forget: (key: string) => limiter.delete(key),
  }
}
