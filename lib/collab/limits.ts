/** So many a second over time, and so many at once. */
export interface Rate {
  readonly perSecond: number
  readonly atOnce: number
}

/** What may be asked of the server. What is too fast waits; what is too large or too many is refused [LIV8]. */
export interface Limits {
  /** One change, as it is typed or pasted. */
  readonly updateBytes: number
  /** What is larger than that counts as a paste. */
  readonly typedBytes: number
  /** An article. A tab's first exchange, which brings what was written offline, may be as large. */
  readonly documentBytes: number
  /** What waits to be sent to a tab that does not read. */
  readonly bufferedBytes: number
  readonly socketMessages: Rate
  readonly socketBytes: Rate
  readonly socketPastes: Rate
  readonly socketPresence: Rate
  /** Over all sockets of a person. */
  readonly personMessages: Rate
  readonly personBytes: Rate
  readonly sockets: number
  readonly socketsPerPerson: number
  readonly socketsPerArticle: number
  /** Articles that browsers are in. */
  readonly articles: number
  /** So long a socket may stay without a ticket. */
  readonly ticketMs: number
}

const KIB = 1024
const MIB = 1024 * KIB

export const LIMITS: Limits = {
  updateBytes: 2 * MIB,
  typedBytes: 256 * KIB,
  documentBytes: 8 * MIB,
  bufferedBytes: 8 * MIB,
  // Somebody who types fast sends ten changes a second, each with a mark and a caret.
  socketMessages: { perSecond: 100, atOnce: 1_000 },
  socketBytes: { perSecond: MIB, atOnce: 4 * MIB },
  socketPastes: { perSecond: 0.5, atOnce: 8 },
  socketPresence: { perSecond: 10, atOnce: 20 },
  personMessages: { perSecond: 200, atOnce: 2_000 },
  personBytes: { perSecond: 2 * MIB, atOnce: 16 * MIB },
  sockets: 10_000,
  socketsPerPerson: 50,
  socketsPerArticle: 500,
  articles: 2_000,
  ticketMs: 10_000,
}
