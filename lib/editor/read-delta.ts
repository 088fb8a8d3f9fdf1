import * as Y from 'yjs'
import type { DeltaOp } from '#lib/domain/text/flat-text.ts'

type Values = Map<string, unknown>

/**
 * What a change did to a text, as a delta. Yjs has one ready as `event.delta`, but deletes formatting that it finds
 * redundant while it computes it: then the document is no longer the fold of its updates [TXT7]. A text has tens of thousands
 * of items and a change touches few: those are known beforehand, all others are only counted, and none behind the last. It is read once, as long as the text is as the change left it.
 */
export function deltaOfEvent(event: Y.YTextEvent): readonly DeltaOp[] {
  const known = read.get(event)
  if (known) return known
  const ops = readEvent(event)
  read.set(event, ops)
  return ops
}

/** Editor and reader of a page ask for the same event. */
const read = new WeakMap<Y.YTextEvent, readonly DeltaOp[]>()

function readEvent(event: Y.YTextEvent): readonly DeltaOp[] {
  const touched = touchedItems(event)
  const walk = new Walk()
  let left = touched.size
  // Looking through a few is faster than asking a set, and this is asked of every item.
  const few = left <= 4 ? [...touched] : null
  for (let item = event.target._start; item && (left || walk.changes); item = item.right) {
    if (few ? few.includes(item) : touched.has(item)) {
      left -= 1
      const was = !event.adds(item)
      const is = !item.deleted
      // What came and went at once was never seen.
      if (was || is) step(walk, item, was, is)
    } else if (!item.deleted) step(walk, item, true, true)
  }
  return walk.ops
}

/** The items of the text that this transaction added or deleted. */
function touchedItems({ target, transaction }: Y.YTextEvent): Set<Y.Item> {
  const { beforeState, afterState, deleteSet, doc } = transaction
  const touched = new Set<Y.Item>()
  const take = (client: number, from: number, to: number) => {
    const structs = from < to ? (doc.store.clients.get(client) ?? []) : []
    for (let at = structs.length && Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= to) break
      if (struct instanceof Y.Item && struct.parent === target) touched.add(struct)
    }
  }
  for (const [client, clock] of afterState) take(client, beforeState.get(client) ?? 0, clock)
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges) take(client, clock, clock + len)
  return touched
}

function step(walk: Walk, { content }: Y.Item, was: boolean, is: boolean) {
  if (content instanceof Y.ContentString) walk.see(content.str, content.str.length, was, is)
  else if (content instanceof Y.ContentFormat) walk.format(content.key, content.value, was, is)
  else if (content instanceof Y.ContentEmbed) walk.see(content.embed as object, 1, was, is)
  else if (content instanceof Y.ContentType) walk.see(content.type, 1, was, is)
  // A string that is gone keeps its length, not its characters.
  else if (content instanceof Y.ContentDeleted) walk.see('', content.len, was, is)
}

/** Goes along the text as it was and as it is at once. */
class Walk {
  readonly #ops: DeltaOp[] = []
  /** Characters behind the last operation that stay as they are. */
  #kept = 0
  readonly #is: Values = new Map()
  /** What was here, for the keys whose value was another. */
  readonly #was: Values = new Map()

  /** True while the text here has another formatting than it had. */
  get changes(): boolean {
    return this.#was.size > 0
  }

  format(key: string, value: unknown, was: boolean, is: boolean) {
    const old = this.#was.has(key) ? this.#was : this.#is
    const before = was ? value : (old.get(key) ?? null)
    if (is) setKey(this.#is, key, value)
    if (isEqual(before, this.#is.get(key) ?? null)) this.#was.delete(key)
    else this.#was.set(key, before)
  }

  see(insert: string | object, length: number, was: boolean, is: boolean) {
    if (was && is && !this.changes) this.#kept += length
    else if (was && is) this.#push({ retain: length, attributes: this.#changed() })
    else if (was) this.#push({ delete: length })
    else if (this.#is.size) this.#push({ insert, attributes: Object.fromEntries(this.#is) })
    else this.#push({ insert })
  }

  /** The whole change. What stays behind it is not told. */
  get ops(): readonly DeltaOp[] {
    return this.#ops
  }

  /** The keys whose value differs, with the value now. */
  #changed() {
    return Object.fromEntries([...this.#was.keys()].map((key) => [key, this.#is.get(key) ?? null]))
  }

  #push(op: DeltaOp) {
    if (this.#kept) this.#ops.push({ retain: this.#kept })
    this.#kept = 0
    this.#ops.push(op)
  }
}

function setKey(values: Values, key: string, value: unknown) {
  if (value === null) values.delete(key)
  else values.set(key, value)
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
