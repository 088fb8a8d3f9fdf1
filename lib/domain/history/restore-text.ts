import { diffArrays } from 'diff'
import { type Attributes, anchorOf, type DeltaOp, isProposed } from '#lib/domain/text/flat-text.ts'
import type { FlatBlock, FlatRun } from '#lib/domain/text/read-flat.ts'

/**
 * The change that makes one flat text of another [HIS5]. What is equal stays in place, so that those who are writing in it
 * are not disturbed: blocks are matched by id, and inside them words.
 */
export function restoreText(
  now: readonly FlatBlock[],
  then: readonly FlatBlock[],
  keeps: (annotationId: string) => boolean = () => false,
): readonly DeltaOp[] {
  const ops: DeltaOp[] = []
  let [nowAt, thenAt] = [0, 0]
  for (const [old, wanted] of [...stayingBlocks(now, then), [now.length, then.length] as const]) {
    for (; nowAt < old; nowAt++) ops.push({ delete: now[nowAt]?.length ?? 0 })
    for (; thenAt < wanted; thenAt++) add(ops, (then[thenAt]?.runs ?? []).map(inserted))
    const [before, after] = [now[nowAt++], then[thenAt++]]
    if (before && before === after) ops.push({ retain: before.length })
    else if (before && after) add(ops, restoreBlock(unitsOf(before), unitsOf(after), keeps))
  }
  return compact(ops)
}

/** Pairs of places of the blocks that need not be moved, as many as can be. */
function stayingBlocks(now: readonly FlatBlock[], then: readonly FlatBlock[]) {
  const places = new Map(namesOf(now).map((name, at) => [name, at]))
  const pairs = namesOf(then).flatMap((name, at) => {
    const old = places.get(name)
    return old === undefined ? [] : [[old, at] as const]
  })
  return longestRise(pairs, ([old]) => old)
}

/** Ids, each with how many of it came before: two people may have moved one block at once [EDT8]. */
function namesOf(blocks: readonly FlatBlock[]): readonly string[] {
  const counts = new Map<string, number>()
  return blocks.map(({ opening }) => {
    const name = opening ? `${opening.kind} ${opening.id}` : ''
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return `${count} ${name}`
  })
}

/** The longest part of a list, in its order, whose numbers rise. */
export function longestRise<T>(items: readonly T[], numberOf: (item: T) => number): readonly T[] {
  interface Link {
    readonly item: T
    readonly before: Link | null
  }
  const ends: Link[] = []
  for (const item of items) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      const end = ends[middle]
      if (end && numberOf(end.item) < numberOf(item)) low = middle + 1
      else high = middle
    }
    ends[low] = { item, before: ends[low - 1] ?? null }
  }
  const rise: T[] = []
  for (let link = ends.at(-1) ?? null; link; link = link.before) rise.unshift(link.item)
  return rise
}

/** One UTF-16 unit, or one embed. */
interface Unit {
  readonly value: string | object
  readonly attributes: Attributes
}

function unitsOf({ runs }: FlatBlock): readonly Unit[] {
  return runs.flatMap(({ insert, attributes: all }): Unit[] => {
    const attributes = setIn(all)
    return typeof insert === 'string'
      ? insert.split('').map((value) => ({ value, attributes }))
      : [{ value: insert, attributes }]
  })
}

/** Yjs may say null for a format that is not there. */
function setIn(attributes: Attributes): Attributes {
  const entries = Object.entries(attributes)
  const set = entries.filter(([, value]) => value !== null)
  return set.length === entries.length ? attributes : Object.fromEntries(set)
}

/** Beyond this many differing words it is quicker to write a block anew than to find what stayed. */
const FARTHEST = 2_000

function restoreBlock(
  now: readonly Unit[],
  then: readonly Unit[],
  keeps: (annotationId: string) => boolean,
): readonly DeltaOp[] {
  const ops: DeltaOp[] = []
  let [nowAt, thenAt] = [0, 0]
  const changes = diffArrays(tokensOf(now), tokensOf(then), { maxEditLength: FARTHEST }) ?? [
    { value: tokensOf(now), removed: true, added: false },
    { value: tokensOf(then), removed: false, added: true },
  ]
  for (const { value, removed, added } of changes) {
    const size = value.reduce((sum, token) => sum + sizeOf(token), 0)
    if (removed) ops.push({ delete: size })
    else if (added) add(ops, then.slice(thenAt, thenAt + size).map(writtenAnew))
    else {
      for (let at = 0; at < size; at++) {
        ops.push(reformatted(now[nowAt + at], then[thenAt + at], keeps))
      }
    }
    if (!added) nowAt += size
    if (!removed) thenAt += size
  }
  return ops
}

/** White space, a word, or one mark. */
const TOKEN = /\s+|[\p{L}\p{N}\p{M}]+|./gsu

/** Words and embeds, told apart by their first letter. */
function tokensOf(units: readonly Unit[]): string[] {
  const tokens: string[] = []
  let text = ''
  const close = () => {
    add(tokens, text.match(TOKEN) ?? [], (token) => `w${token}`)
    text = ''
  }
  for (const { value, attributes } of units) {
    if (isProposed(attributes)) {
      // Equal to nothing that was: the article does not hold it.
      close()
      tokens.push('p?')
    } else if (typeof value === 'string') text += value
    else {
      close()
      tokens.push(`e${JSON.stringify(value)}`)
    }
  }
  close()
  return tokens
}

const sizeOf = (token: string) => (token.startsWith('e') ? 1 : token.length - 1)

function reformatted(
  now: Unit | undefined,
  then: Unit | undefined,
  keeps: (annotationId: string) => boolean,
): DeltaOp {
  const [have, want] = [now?.attributes ?? {}, then?.attributes ?? {}]
  if (have === want) return { retain: 1 }
  const change: Record<string, unknown> = {}
  for (const key of Object.keys(have)) {
    const anchor = anchorOf(key)
    // What people talk about is no part of the text: it stays on words that stay [HIS10].
    const isKept = anchor && (anchor.kind === 'thread' || keeps(anchor.id))
    if (!(key in want) && !isKept) change[key] = null
  }
  for (const [key, value] of Object.entries(want)) {
    if (!sameValue(have[key], value)) change[key] = value
  }
  return Object.keys(change).length ? { retain: 1, attributes: change } : { retain: 1 }
}

/** A block may have more parts than a call takes arguments. */
function add<T>(to: T[], items: readonly T[], as: (item: T) => T = (item) => item) {
  for (const item of items) to.push(as(item))
}

const inserted = ({ insert, attributes }: FlatRun): DeltaOp => ({
  insert,
  attributes: setIn(attributes),
})
const writtenAnew = ({ value, attributes }: Unit): DeltaOp => ({ insert: value, attributes })

/** Neighbours that do the same as one; nothing at the end that only retains. */
function compact(ops: readonly DeltaOp[]): readonly DeltaOp[] {
  const result: DeltaOp[] = []
  for (const op of ops) {
    const last = result.at(-1)
    const joined = last ? join(last, op) : null
    if (joined) result[result.length - 1] = joined
    else result.push(op)
  }
  const end = result.at(-1)
  if (end?.retain && !end.attributes) result.pop()
  return result
}

function join(one: DeltaOp, next: DeltaOp): DeltaOp | null {
  if (one.delete && next.delete) return { delete: one.delete + next.delete }
  if (!sameValue(one.attributes, next.attributes)) return null
  const attributes = one.attributes ? { attributes: one.attributes } : {}
  if (one.retain && next.retain) return { retain: one.retain + next.retain, ...attributes }
  if (typeof one.insert === 'string' && typeof next.insert === 'string')
    return { insert: one.insert + next.insert, ...attributes }
  return null
}

/** Plain data: keys in whatever order. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const [keys, others] = [Object.keys(one), Object.keys(other)]
  const field = (of: object, key: string) => (of as Record<string, unknown>)[key]
  return (
    keys.length === others.length &&
    keys.every((key) => key in other && sameValue(field(one, key), field(other, key)))
  )
}
