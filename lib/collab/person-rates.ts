import type { Limits } from './limits.ts'
import { TokenBucket } from './token-bucket.ts'

export interface PersonRates {
  readonly messages: TokenBucket
  readonly bytes: TokenBucket
}

/** How fast each person sends, over all sockets and through reconnections. */
export class PeopleRates {
  readonly #limits: Limits
  readonly #people = new Map<string, PersonRates>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  of(personId: string, now: number): PersonRates {
    const known = this.#people.get(personId)
    if (known) return known
    const { personMessages, personBytes } = this.#limits
    const rates = {
      messages: new TokenBucket(personMessages, now),
      bytes: new TokenBucket(personBytes, now),
    }
    this.#people.set(personId, rates)
    return rates
  }

  /** Forgets those who have been quiet long enough to start anew; whoever holds their rates goes on with them. */
  sweep(now: number, isHere: (personId: string) => boolean): void {
    for (const [id, { messages, bytes }] of this.#people) {
      if (!isHere(id) && messages.isFull(now) && bytes.isFull(now)) this.#people.delete(id)
    }
  }
}
