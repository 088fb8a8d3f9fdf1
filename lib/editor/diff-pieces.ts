import type { Attributes } from '#lib/domain/text/flat-text.ts'
import { type BlockEntry, FIGURE_KEYS, type Piece } from './pieces.ts'

/** Changes to the shared document. Those of one step are in old coordinates, last first, and so can be applied in turn. */
export type FlatOp =
  | {
      readonly type: 'replace'
      readonly index: number
      readonly remove: number
      readonly insert: readonly Piece[]
    }
  | {
      readonly type: 'format'
      readonly index: number
      readonly length: number
      readonly attrs: Attributes
    }
  | { readonly type: 'entry'; readonly id: string; readonly entry: Partial<BlockEntry> }

interface Unit {
  readonly piece: Piece
  /** The character; empty for an embed. */
  readonly char: string
}

/**
 * Turns one stretch of the flat text into another: keeps what the two have in common at both ends, reformatting it
 * where needed, and replaces the middle. An embed is the same if its id is, whatever the map says about it; one that
 * stands in both middles stays as well, or whoever deletes or moves it at the same time would miss the new one.
 */
export function diffPieces(
  index: number,
  oldPieces: readonly Piece[],
  newPieces: readonly Piece[],
): FlatOp[] {
  return diffUnits(index, oldPieces.flatMap(unitsOf), newPieces.flatMap(unitsOf))
}

/** Between the embeds that stay, each stretch by itself: last first. */
function diffUnits(index: number, old: readonly Unit[], now: readonly Unit[]): FlatOp[] {
  const ops: FlatOp[] = []
  let end = { old: old.length, now: now.length }
  for (const start of [...sharedEmbeds(old, now).reverse(), { old: 0, now: 0 }]) {
    const was = old.slice(start.old, end.old)
    ops.push(...diffStretch(index + start.old, was, now.slice(start.now, end.now)))
    end = start
  }
  return ops
}

interface Place {
  readonly old: number
  readonly now: number
}

/** Where embeds that stand in both stand, in an order that is the same in both. */
function sharedEmbeds(old: readonly Unit[], now: readonly Unit[]): Place[] {
  const places = new Map<string, number>()
  for (const [k, { piece }] of old.entries()) {
    const name = embedName(piece)
    if (name !== null && !places.has(name)) places.set(name, k)
  }
  const shared: Place[] = []
  for (const [k, { piece }] of places.size ? now.entries() : []) {
    const place = places.get(embedName(piece) ?? '') ?? -1
    if (place > (shared.at(-1)?.old ?? -1)) shared.push({ old: place, now: k })
  }
  return shared
}

function diffStretch(index: number, old: readonly Unit[], now: readonly Unit[]): FlatOp[] {
  const { head, tail } = commonEnds(old, now)
  const ops = reformat(index, old, now, old.length - tail, now.length - old.length)
  if (head + tail < Math.max(old.length, now.length)) {
    const insert = piecesOf(now.slice(head, now.length - tail))
    ops.push({ type: 'replace', index: index + head, remove: old.length - tail - head, insert })
  }
  ops.push(...reformat(index, old.slice(0, head), now, 0, 0))
  return ops
}

function piecesOf(units: readonly Unit[]): Piece[] {
  const out: Piece[] = []
  let at = 0
  while (at < units.length) {
    const piece = units[at]?.piece
    let end = at
    let text = ''
    for (; end < units.length && units[end]?.piece === piece; end++) text += units[end]?.char ?? ''
    if (piece) out.push(piece.kind === 'text' ? { ...piece, text } : piece)
    at = end
  }
  return out
}

function unitsOf(piece: Piece): Unit[] {
  if (piece.kind !== 'text') return [{ piece, char: '' }]
  return Array.from({ length: piece.text.length }, (_, i) => ({
    piece,
    char: piece.text.charAt(i),
  }))
}

/** How many units to keep at both ends. Never half a surrogate pair: Yjs would destroy it. */
function commonEnds(old: readonly Unit[], now: readonly Unit[]) {
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && same(old[head], now[head])) head++
  if (head && head < Math.max(old.length, now.length) && isHigh(old[head - 1])) head--
  let tail = 0
  while (tail < shorter - head && same(old[old.length - 1 - tail], now[now.length - 1 - tail])) {
    tail++
  }
  if (tail && isLow(old[old.length - tail])) tail--
  return { head, tail }
}

const isHigh = (unit: Unit | undefined) => /[\uD800-\uDBFF]/.test(unit?.char ?? '')
const isLow = (unit: Unit | undefined) => /[\uDC00-\uDFFF]/.test(unit?.char ?? '')

function same(a: Unit | undefined, b: Unit | undefined): boolean {
  if (!a || !b || a.char !== b.char || a.piece.kind !== b.piece.kind) return false
  if (a.piece.kind === 'foreign')
    return b.piece.kind === 'foreign' && a.piece.embed === b.piece.embed
  return a.char !== '' || embedName(a.piece) === embedName(b.piece)
}

const embedName = (piece: Piece) =>
  piece.kind === 'text' || piece.kind === 'foreign' ? null : `${piece.kind} ${piece.id}`

/** What changes on the kept units from `from` on; unit i of the old stands at i + shift in the new. Last first. */
function reformat(
  index: number,
  old: readonly Unit[],
  now: readonly Unit[],
  from: number,
  shift: number,
): FlatOp[] {
  const ops: FlatOp[] = []
  let run: { index: number; length: number; attrs: Attributes } | null = null
  for (let i = old.length - 1; i >= from; i--) {
    const was = old[i]?.piece
    const is = now[i + shift]?.piece
    const attrs = was && is && was !== is ? changedAttrs(was, is) : null
    if (was && is) ops.push(...changedEntry(was, is))
    if (run && attrs && sameAttrs(run.attrs, attrs)) {
      run.index--
      run.length++
    } else {
      if (run) ops.push({ type: 'format', ...run })
      run = attrs && { index: index + i, length: 1, attrs }
    }
  }
  if (run) ops.push({ type: 'format', ...run })
  return ops
}

/** Formatting on openings and figures means nothing but what is proposed about them: only that is compared there. */
export function formatsOf(piece: Piece): Attributes {
  if (piece.kind !== 'block' && piece.kind !== 'figure') return piece.attrs
  return (piece.kind === 'block' && piece.proposed) || {}
}

function changedAttrs(one: Piece, other: Piece): Attributes | null {
  const [was, is] = [formatsOf(one), formatsOf(other)]
  const keys = new Set([...Object.keys(was), ...Object.keys(is)])
  const changed = [...keys].filter((key) => was[key] !== is[key])
  if (!changed.length) return null
  return Object.fromEntries(changed.map((key) => [key, is[key] ?? null]))
}

function sameAttrs(a: Attributes, b: Attributes): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && a[key] === b[key])
}

function changedEntry(was: Piece, is: Piece): FlatOp[] {
  if (was.kind === 'block' && is.kind === 'block' && was.role !== is.role) {
    return [{ type: 'entry', id: is.id, entry: { role: is.role } }]
  }
  if (was.kind !== 'figure' || is.kind !== 'figure') return []
  const changed = FIGURE_KEYS.filter((key) => was[key] !== is[key])
  const entry = Object.fromEntries(changed.map((key) => [key, is[key]]))
  return changed.length ? [{ type: 'entry', id: is.id, entry }] : []
}

/** Pieces of the flat text from one index to another. */
export function slicePieces(
  pieces: readonly Piece[],
  from: number,
  to = Number.POSITIVE_INFINITY,
): Piece[] {
  const out: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const start = Math.max(0, from - at)
    const end = Math.max(0, to - at)
    if (piece.kind !== 'text') {
      if (start < 1 && end > 0) out.push(piece)
      at += 1
    } else {
      const text = piece.text.slice(start, end)
      if (text) out.push({ ...piece, text })
      at += piece.text.length
    }
  }
  return out
}
