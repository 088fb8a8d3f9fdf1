import * as Y from 'yjs'
import {
  type AcceptanceByClient,
  acceptedAt,
  isProposing,
  readAcceptance,
} from '#lib/domain/text/acceptance.ts'

/** What is accepted in a document, kept up with, and what was before each change. */
export class ProposedItems {
  readonly #root: Y.Map<unknown>
  #now: AcceptanceByClient
  readonly #before = new WeakMap<Y.Transaction, AcceptanceByClient>()

  constructor(doc: Y.Doc) {
    this.#root = doc.getMap('proposals')
    this.#now = this.#read()
    doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
      if (!changes(transaction, this.#root)) return
      this.#before.set(transaction, this.#now)
      this.#now = this.#read()
    })
  }

  get now(): AcceptanceByClient {
    return this.#now
  }

  /** Before a transaction; the same object as `now` when it accepted nothing. */
  before(transaction: Y.Transaction): AcceptanceByClient {
    return this.#before.get(transaction) ?? this.#now
  }

  #read(): AcceptanceByClient {
    const entries: [string, Record<string, unknown>][] = []
    for (const [id, entry] of this.#root)
      if (entry instanceof Y.Map) entries.push([id, entry.toJSON()])
    return readAcceptance(entries)
  }
}

function changes({ changed }: Y.Transaction, root: Y.Map<unknown>): boolean {
  for (const type of changed.keys())
    if ((type as object) === root || type.parent === root) return true
  return false
}

const known = new WeakMap<Y.Doc, ProposedItems>()

/** The one of this document, from the first time on that anybody asks. */
export function proposedItems(doc: Y.Doc): ProposedItems {
  const found = known.get(doc) ?? new ProposedItems(doc)
  known.set(doc, found)
  return found
}

/** Some characters of one item: the proposal that they belong to, or null for what the article holds. */
export interface ItemPart {
  readonly at: number
  readonly length: number
  readonly proposal: string | null
}

/** An item in parts that are proposed alike. */
export function partsOf(item: Y.Item, accepted: AcceptanceByClient): readonly ItemPart[] {
  const { client, clock } = item.id
  const { length } = item
  if (!isProposing(client)) return [{ at: 0, length, proposal: null }]
  const acceptance = accepted.get(client) ?? { id: `.${client}`, ranges: [] }
  const parts: ItemPart[] = []
  for (let at = 0; at < length; ) {
    const { isAccepted, until } = acceptedAt(acceptance, clock + at)
    const end = Math.min(length, until - clock)
    parts.push({ at, length: end - at, proposal: isAccepted ? null : acceptance.id })
    at = end
  }
  return parts
}
