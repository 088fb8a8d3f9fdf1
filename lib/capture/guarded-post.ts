import { send } from './guarded-fetch.ts'
import type { Poster, Posting, PostWish } from './ports.ts'
import { type Allowance, Refused, resolveName, targetOf, Unreachable } from './target.ts'

const LIMIT_MS = 10_000
/** Of an answer nobody reads more than its status; what is read keeps the connection in order. */
const MOST_BYTES = 64 * 1024

/**
 * Posts to the public internet, by the rules of captures [CAP2], in ten seconds, and follows nothing: a redirect is an answer like
 * any other. `allowance`: for tests.
 */
export class GuardedPoster implements Poster {
  readonly #allowance: Allowance | null
  readonly #limitMs: number

  constructor(allowance: Allowance | null = null, limitMs = LIMIT_MS) {
    this.#allowance = allowance
    this.#limitMs = limitMs
  }

  async post({ url, body, headers }: PostWish): Promise<Posting> {
    const limit = AbortSignal.timeout(this.#limitMs)
    const tooSlow = new Promise<Posting>((resolve) => {
      limit.addEventListener('abort', () => resolve({ error: 'The server takes too long.' }))
    })
    return Promise.race([this.#ask({ url, body, headers }, limit), tooSlow])
  }

  async #ask({ url, body, headers }: PostWish, limit: AbortSignal): Promise<Posting> {
    try {
      const target = await targetOf(url, resolveName, this.#allowance)
      const post = { body, headers }
      const response = await send(target, { url, userAgent: 'Galley (webhooks)', post }, limit)
      let length = 0
      response.on('error', () => {})
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > MOST_BYTES) response.destroy()
      })
      return { status: response.statusCode ?? 0 }
    } catch (error) {
      if (error instanceof Refused || error instanceof Unreachable) return { error: error.message }
      throw error
    }
  }
}
