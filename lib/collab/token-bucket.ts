import type { Rate } from './limits.ts'

/**
 * Says how long to wait so that a rate is kept. What is larger than all that may come at once is let through and waited
 * for afterwards: nothing is ever refused for its rate.
 */
export class TokenBucket {
  readonly #rate: Rate
  #level: number
  #at: number

  constructor(rate: Rate, now: number) {
    this.#rate = rate
    this.#level = rate.atOnce
    this.#at = now
  }

  /** Milliseconds until something may be taken; 0: now. */
  wait(now: number): number {
    this.#fill(now)
    return this.#level >= 1 ? 0 : Math.ceil(((1 - this.#level) / this.#rate.perSecond) * 1000)
  }

  take(amount: number): void {
    this.#level -= amount
  }

  isFull(now: number): boolean {
    this.#fill(now)
    return this.#level >= this.#rate.atOnce
  }

  #fill(now: number) {
    const gained = ((now - this.#at) / 1000) * this.#rate.perSecond
    this.#level = Math.min(this.#rate.atOnce, this.#level + gained)
    this.#at = now
  }
}
