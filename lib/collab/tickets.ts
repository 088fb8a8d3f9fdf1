import { randomBytes } from 'node:crypto'
import type { TicketRequest } from './ports.ts'

const LIFETIME_MS = 60_000

/** One-use tickets for the websocket, bound to person, article and right. In memory: they outlive no process. */
export class Tickets {
  readonly #open = new Map<string, { request: TicketRequest; expires: number }>()

  issue(request: TicketRequest, now: number): string {
    for (const [ticket, { expires }] of this.#open) if (expires <= now) this.#open.delete(ticket)
    const ticket = randomBytes(24).toString('base64url')
    this.#open.set(ticket, { request, expires: now + LIFETIME_MS })
    return ticket
  }

  /** What the ticket allows; null when it is unknown, used, or too old. */
  redeem(ticket: string, now: number): TicketRequest | null {
    const entry = this.#open.get(ticket)
    this.#open.delete(ticket)
    return entry && entry.expires > now ? entry.request : null
  }

  /** Rights changed: tickets that are out carry the old ones. */
  forget(matches: (request: TicketRequest) => boolean) {
    for (const [ticket, { request }] of this.#open) if (matches(request)) this.#open.delete(ticket)
  }
}
