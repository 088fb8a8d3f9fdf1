import { cleanText } from './clean.ts'

/**
 * Which characters of the shared text are proposed. It does not hang on formatting, which concurrent changes carry over
 * to what stands beside it: a character is proposed by nature, by the client id that wrote it, until it is accepted by name
 * [SUG1]. So no merge hides a word that readers have, or gives them one that nobody accepted.
 */

/** Client ids from here on propose, those below write: Yjs draws 32 bits. Each proposal has an id of its own. */
const PROPOSING_FROM = 2 ** 32

export const isProposing = (client: number) => client >= PROPOSING_FROM

/** A client id for one proposal, of a number from 0 up to 1. */
export const proposingClient = (random: number) =>
  PROPOSING_FROM + Math.floor(random * (Number.MAX_SAFE_INTEGER - PROPOSING_FROM))

/** What is known of the characters that one proposing client wrote. */
export interface Acceptance {
  /** The id of the proposal. */
  readonly id: string
  /** Clocks [from, to) of characters that are accepted, in order and apart. */
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

/** By client id. */
export type AcceptanceByClient = ReadonlyMap<number, Acceptance>

/** Keys of an entry of the map `proposals`: characters from that clock on are accepted, up to the value. */
const ACCEPTED = 'accept.'

export const acceptKey = (from: number) => `${ACCEPTED}${from}`

/** Key of an entry: whom a document names for what it suggests. It is no part of who proposes [IMP11]. */
export const SAID_BY = 'saidBy'

/** Whom a document names, as anybody may have written it; empty: nobody. */
export function readSaidBy(value: unknown): string {
  return typeof value === 'string'
    ? cleanText(value).replace(/\s+/gu, ' ').trim().slice(0, 100)
    : ''
}

/** The client id that a proposal's id names; NaN if it names none. */
export const clientOf = (id: string) => Number(id.slice(id.lastIndexOf('.') + 1) || Number.NaN)

/** Reads the map `proposals`: ids of proposals with what is accepted of each. What makes no sense is left out. */
export function readAcceptance(
  entries: Iterable<readonly [id: string, keys: Readonly<Record<string, unknown>>]>,
): AcceptanceByClient {
  const found = new Map<number, Acceptance>()
  for (const [id, keys] of entries) {
    const client = clientOf(id)
    if (!Number.isSafeInteger(client) || !isProposing(client)) continue
    // Two entries for one client: whichever comes first by name, everywhere the same.
    const known = found.get(client)
    if (known && known.id < id) continue
    found.set(client, { id, ranges: united(Object.entries(keys).flatMap(rangeOf)) })
  }
  return found
}

function rangeOf([key, to]: [string, unknown]): [number, number][] {
  const from = key.startsWith(ACCEPTED) ? Number(key.slice(ACCEPTED.length)) : Number.NaN
  return Number.isSafeInteger(from) && typeof to === 'number' && to > from ? [[from, to]] : []
}

function united(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = []
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

/** Up to which clock characters from `clock` on are alike, and whether they are accepted. */
export function acceptedAt(
  { ranges }: Acceptance,
  clock: number,
): { readonly isAccepted: boolean; readonly until: number } {
  for (const [from, to] of ranges) {
    if (clock < from) return { isAccepted: false, until: from }
    if (clock < to) return { isAccepted: true, until: to }
  }
  return { isAccepted: false, until: Number.POSITIVE_INFINITY }
}
