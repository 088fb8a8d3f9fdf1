import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { type AcceptanceByClient, isProposing } from '#lib/domain/text/acceptance.ts'
import { type DeltaOp, proposalKey } from '#lib/domain/text/flat-text.ts'
import { partsOf, proposedItems } from './read-proposed.ts'

type Values = Map<string, unknown>

/**
 * A whole text as a delta. As `Y.Text#toDelta` gives it, with `insert:<id>` on what is proposed: that is no formatting in
 * the shared text, and reads like one [SUG1].
 */
export function deltaOf(text: Y.Text): readonly DeltaOp[] {
  const { doc } = text
  if (!doc || !hasProposing(doc)) return text.toDelta() as DeltaOp[]
  const walk = new Walk()
  const accepted = proposedItems(doc).now
  for (let item = text._start; item; item = item.right)
    if (!item.deleted) step(walk, item, { was: false, is: true, before: accepted, now: accepted })
  return joined(walk.ops)
}

function hasProposing(doc: Y.Doc): boolean {
  for (const client of doc.store.clients.keys()) if (isProposing(client)) return true
  return false
}

/** Neighbours of one formatting as one, as Yjs gives them. */
function joined(ops: readonly DeltaOp[]): readonly DeltaOp[] {
  const result: DeltaOp[] = []
  for (const op of ops) {
    const last = result.at(-1)
    const both = typeof last?.insert === 'string' && typeof op.insert === 'string'
    if (both && equalityDeep(last.attributes, op.attributes))
      result[result.length - 1] = { ...last, insert: `${last.insert}${op.insert}` }
    else result.push(op)
  }
  return result
}

/**
 * What a change did to a text, as a delta: to its characters, or to what is accepted of them. Yjs has one ready as
 * `event.delta`, but deletes formatting that it finds redundant while it computes it: then the document is no longer the
 * fold of its updates [TXT7]. A text has tens of thousands of items and a change touches few: those are known beforehand, all
 * others are only counted, and none behind the last. It is read once, as long as the text is as the change left it.
 */
export function deltaOfChange(text: Y.Text, transaction: Y.Transaction): readonly DeltaOp[] {
  const known = read.get(transaction)
  if (known) return known
  const ops = readChange(text, transaction)
  read.set(transaction, ops)
  return ops
}

/** Editor and reader of a page ask for the same change. */
const read = new WeakMap<Y.Transaction, readonly DeltaOp[]>()

function readChange(text: Y.Text, transaction: Y.Transaction): readonly DeltaOp[] {
  const items = proposedItems(transaction.doc)
  const [before, now] = [items.before(transaction), items.now]
  const touched = touchedItems(text, transaction)
  if (before !== now) touchAccepted(touched, text, before, now)
  const walk = new Walk()
  let left = touched.size
  // Looking through a few is faster than asking a set, and this is asked of every item.
  const few = left <= 4 ? [...touched] : null
  for (let item = text._start; item && (left || walk.changes); item = item.right) {
    if (few ? few.includes(item) : touched.has(item)) {
      left -= 1
      const was = !isNew(item, transaction)
      const is = !item.deleted
      // What came and went at once was never seen.
      if (was || is) step(walk, item, { was, is, before, now })
    } else pass(walk, item, before)
  }
  return walk.ops
}

/** An item that the change left alone. Most are only counted. */
function pass(walk: Walk, item: Y.Item, before: AcceptanceByClient) {
  if (item.deleted) return
  if (item.countable && !walk.changes) walk.keep(item.length)
  else step(walk, item, { was: true, is: true, before, now: before })
}

function isNew({ id }: Y.Item, { beforeState }: Y.Transaction): boolean {
  return id.clock >= (beforeState.get(id.client) ?? 0)
}

/** Adds the items of proposals of which more, or less, is accepted now. */
function touchAccepted(
  touched: Set<Y.Item>,
  text: Y.Text,
  before: AcceptanceByClient,
  now: AcceptanceByClient,
) {
  for (const client of new Set([...before.keys(), ...now.keys()])) {
    if (equalityDeep(before.get(client), now.get(client))) continue
    // What was deleted before is of no interest; what is deleted now is touched already.
    for (const struct of text.doc?.store.clients.get(client) ?? [])
      if (struct instanceof Y.Item && struct.parent === text && !struct.deleted) touched.add(struct)
  }
}

/** The items of the text that this transaction added or deleted. */
function touchedItems(
  target: Y.Text,
  { beforeState, afterState, deleteSet, doc }: Y.Transaction,
): Set<Y.Item> {
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

interface Seen {
  readonly was: boolean
  readonly is: boolean
  readonly before: AcceptanceByClient
  readonly now: AcceptanceByClient
}

function step(walk: Walk, item: Y.Item, seen: Seen) {
  const { content } = item
  const { was, is } = seen
  if (content instanceof Y.ContentFormat) walk.format(content.key, content.value, was, is)
  // A string that is gone keeps its length, not its characters.
  else if (content instanceof Y.ContentDeleted) walk.see('', content.len, was, is)
  else if (isProposing(item.id.client)) stepProposed(walk, item, seen)
  else seeContent(walk, content, 0, item.length, was, is)
}

function seeContent(
  walk: Walk,
  content: Y.Item['content'],
  at: number,
  length: number,
  was: boolean,
  is: boolean,
) {
  if (content instanceof Y.ContentString)
    walk.see(content.str.slice(at, at + length), length, was, is)
  else if (content instanceof Y.ContentEmbed) walk.see(content.embed as object, 1, was, is)
  else if (content instanceof Y.ContentType) walk.see(content.type, 1, was, is)
}

/** Each part as it was and is proposed. */
function stepProposed(walk: Walk, item: Y.Item, { was, is, before, now }: Seen) {
  const [old, fresh] = [partsOf(item, before), partsOf(item, now)]
  const edges = [...new Set([...old, ...fresh].map(({ at }) => at))].sort((a, b) => a - b)
  const proposalAt = (parts: typeof old, at: number) =>
    parts.findLast((part) => part.at <= at)?.proposal ?? null
  edges.forEach((at, k) => {
    const length = (edges[k + 1] ?? item.length) - at
    const [wasOf, isOf] = [proposalAt(old, at), proposalAt(fresh, at)]
    walk.within(wasOf, isOf, () => seeContent(walk, item.content, at, length, was, is))
  })
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

  /** Characters that were, are, and look as they did. */
  keep(length: number) {
    this.#kept += length
  }

  see(insert: string | object, length: number, was: boolean, is: boolean) {
    if (was && is && !this.changes) this.#kept += length
    else if (was && is) this.#push({ retain: length, attributes: this.#changed() })
    else if (was) this.#push({ delete: length })
    else if (this.#is.size) this.#push({ insert, attributes: Object.fromEntries(this.#is) })
    else this.#push({ insert })
  }

  /** Sees characters that were, and are, part of a proposal. */
  within(was: string | null, is: string | null, see: () => void) {
    const [old, now] = [was, is].map((id) => id && proposalKey('insertion', id))
    if (now) this.#is.set(now, true)
    if (old !== now && old) this.#was.set(old, true)
    if (old !== now && now) this.#was.set(now, null)
    see()
    for (const key of [old, now]) {
      if (!key) continue
      this.#is.delete(key)
      this.#was.delete(key)
    }
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
