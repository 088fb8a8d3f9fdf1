import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { LogStore } from './log-store.ts'

/** An annotation that somebody took off, and that nobody brought back. */
export interface Discarded {
  readonly annotationId: string
  /** The row that took it off: before it, it was there. */
  readonly seq: number
  readonly personId: string
  readonly at: string
}

const CHUNK = 2_000

/** What was thrown away in an article, by its log: no document is folded for it. The last first. */
export async function discardedIn(
  store: Pick<LogStore, 'rowsBefore'>,
  articleId: string,
  headSeq: number,
): Promise<readonly Discarded[]> {
  const records = new Records()
  const found = new Map<string, Discarded>()
  for (let from = 1; from <= headSeq; from += CHUNK) {
    const last = Math.min(headSeq, from + CHUNK - 1)
    const rows = await store.rowsBefore(articleId, last + 1, last - from + 1)
    for (const { seq, personId, at, update } of rows) {
      const { come, gone } = records.follow(update)
      for (const id of gone)
        found.set(id, { annotationId: id, seq, personId, at: at.toISOString() })
      for (const id of come) found.delete(id)
    }
    await turn()
  }
  return [...found.values()].sort((a, b) => b.seq - a.seq)
}

/** Which entry of the map `annotations` stands for each annotation. */
class Records {
  /** By client and clock: the annotation whose entry it is. */
  readonly #ids = new Map<number, Map<number, string>>()
  /** By annotation: the entry that holds. */
  readonly #now = new Map<string, Y.ID>()

  follow(update: Uint8Array): {
    readonly come: readonly string[]
    readonly gone: readonly string[]
  } {
    const decoded = decode(update)
    if (!decoded) return { come: [], gone: [] }
    const come = decoded.structs.flatMap((struct) => this.#note(struct))
    const gone = [...decoded.ds.clients].flatMap(([client, deletions]) =>
      deletions.flatMap(({ clock, len }) => this.#taken(client, clock, len)),
    )
    return { come: come.filter((id) => this.#now.has(id)), gone }
  }

  #note(struct: Y.Item | Y.GC | Y.Skip): readonly string[] {
    if (!(struct instanceof Y.Item)) return []
    const { client, clock } = struct.id
    const id = this.#annotationOf(struct)
    if (id === null) return []
    const own = this.#ids.get(client) ?? new Map<number, string>()
    this.#ids.set(client, own.set(clock, id))
    this.#now.set(id, struct.id)
    return [id]
  }

  /** An entry names its map and key, or the entry of the same key that it takes the place of. */
  #annotationOf({ parent, parentSub, origin }: Y.Item): string | null {
    const root: unknown = parent
    if (root === 'annotations') return parentSub
    return origin ? (this.#ids.get(origin.client)?.get(origin.clock) ?? null) : null
  }

  #taken(client: number, clock: number, length: number): readonly string[] {
    const gone: string[] = []
    for (const [at, id] of this.#ids.get(client) ?? []) {
      if (at < clock || at >= clock + length) continue
      const now = this.#now.get(id)
      if (now?.client !== client || now.clock !== at) continue
      this.#now.delete(id)
      gone.push(id)
    }
    return gone
  }
}

/** A damaged row has brought nothing that could be told. */
function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}
