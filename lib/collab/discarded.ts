import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import { isWordsKey } from '#lib/domain/sourcing/read-annotation.ts'
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

/** The entry of an annotation in the map `annotations`. */
interface Entry {
  readonly annotationId: string
  isThere: boolean
  /** What is written in the record. Without anything it stands for nothing [ANN11]. */
  readonly written: Set<string>
}

/** What stands in the map `annotations`, by the log alone. */
class Records {
  /** By client and clock. */
  readonly #entries = new Map<string, Entry>()
  /** By client and clock: the entry in whose record a key is written. */
  readonly #keys = new Map<string, Entry>()
  /** By annotation: the entry that came last. */
  readonly #last = new Map<string, Entry>()
  readonly #standing = new Set<string>()

  follow(update: Uint8Array): {
    readonly come: readonly string[]
    readonly gone: readonly string[]
  } {
    const decoded = decode(update)
    if (!decoded) return { come: [], gone: [] }
    const touched = new Set(decoded.structs.flatMap((struct) => this.#note(struct)))
    for (const [client, deletions] of decoded.ds.clients) {
      for (const { clock, len } of deletions) {
        for (let at = clock; at < clock + len; at++) {
          for (const id of this.#take(nameOf({ client, clock: at }))) touched.add(id)
        }
      }
    }
    const [come, gone]: [string[], string[]] = [[], []]
    for (const id of touched) {
      const last = this.#last.get(id)
      const stands = last?.isThere === true && last.written.size > 0
      if (stands === this.#standing.has(id)) continue
      ;(stands ? come : gone).push(id)
      if (stands) this.#standing.add(id)
      else this.#standing.delete(id)
    }
    return { come, gone }
  }

  #note(struct: Y.Item | Y.GC | Y.Skip): readonly string[] {
    if (!(struct instanceof Y.Item)) return []
    const record = this.#recordOf(struct)
    const name = nameOf(struct.id)
    if (record) {
      this.#keys.set(name, record)
      record.written.add(name)
      return [record.annotationId]
    }
    const annotationId = this.#annotationOf(struct)
    if (annotationId === null) return []
    const entry = { annotationId, isThere: true, written: new Set<string>() }
    this.#entries.set(name, entry)
    this.#last.set(annotationId, entry)
    return [annotationId]
  }

  /** An entry names its map and key, or the entry of the same key that it takes the place of. */
  #annotationOf({ parent, parentSub, origin }: Y.Item): string | null {
    const root: unknown = parent
    if (root === 'annotations') return parentSub
    return (origin && this.#entries.get(nameOf(origin))?.annotationId) ?? null
  }

  /** So does a key of a record. */
  #recordOf({ parent, parentSub, origin }: Y.Item): Entry | null {
    const named: unknown = parent
    if (parentSub !== null && isWordsKey(parentSub)) return null
    if (named instanceof Y.ID) return this.#entries.get(nameOf(named)) ?? null
    return (origin && this.#keys.get(nameOf(origin))) ?? null
  }

  #take(name: string): readonly string[] {
    const entry = this.#entries.get(name)
    if (entry) entry.isThere = false
    const record = this.#keys.get(name)
    record?.written.delete(name)
    const touched = entry ?? record
    return touched ? [touched.annotationId] : []
  }
}

const nameOf = ({ client, clock }: Pick<Y.ID, 'client' | 'clock'>) => `${client} ${clock}`

/** A damaged row has brought nothing that could be told. */
function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}
