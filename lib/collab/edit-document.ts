import * as Y from 'yjs'
import type { BoundaryChange } from '#lib/domain/text/boundaries.ts'
import {
  type Attributes,
  anchorKey,
  annotationKey,
  isProposed,
} from '#lib/domain/text/flat-text.ts'
import type { FlatBlock } from '#lib/domain/text/read-flat.ts'
import { emptyRecord } from '#lib/editor/read-records.ts'
import { foldDocument } from './fold-document.ts'

/**
 * Changes to a shared document that are not typing: a first text, and annotations. The browser and the server
 * make them alike. Each runs in one transaction.
 */

/** A span of characters within one block. */
export interface Span {
  readonly blockIndex: number
  readonly from: number
  readonly to: number
}

export type RecordChange = Readonly<Record<string, string | number | null>>

/** Puts an annotation on a span and sets keys of its record; null removes a key. */
export function setAnnotation(
  doc: Y.Doc,
  flat: readonly FlatBlock[],
  change: {
    readonly id: string
    readonly span: Span | null
    readonly record: RecordChange
    readonly replace: boolean
  },
  origin?: unknown,
): void {
  const { id, span, record, replace } = change
  doc.transact(() => {
    if (span) formatSpan(doc, flat, span, { [annotationKey(id)]: true })
    const annotations = doc.getMap('annotations')
    const known = annotations.get(id)
    if (known instanceof Y.Map) {
      if (replace) for (const key of [...known.keys()]) if (!(key in record)) known.delete(key)
      for (const [key, value] of Object.entries(record)) setKey(known, key, value)
    } else {
      const entries = Object.entries(record).filter(([, value]) => value !== null)
      annotations.set(id, new Y.Map(entries))
    }
  }, origin)
}

function setKey(map: Y.Map<unknown>, key: string, value: string | number | null) {
  if (value === null) map.delete(key)
  else if (map.get(key) !== value) map.set(key, value)
}

/** Takes an annotation off a span; its record stays. */
export function liftAnnotation(
  doc: Y.Doc,
  flat: readonly FlatBlock[],
  id: string,
  span: Span,
): void {
  formatSpan(doc, flat, span, { [annotationKey(id)]: null })
}

/** Puts other words in the place of some. They take over looks and anchors of those before them. */
export function rewordSpan(
  doc: Y.Doc,
  flat: readonly FlatBlock[],
  span: Span,
  words: string,
): void {
  const text = doc.getText('text')
  const stretches = flatStretches(flat, span)
  const end = stretches.at(-1)?.end
  if (end === undefined) return
  doc.transact(() => {
    // Without attributes of its own, what is inserted has those of the character to its left.
    text.insert(end, words)
    for (const stretch of stretches.toReversed())
      text.delete(stretch.start, stretch.end - stretch.start)
  })
}

/** Takes an annotation off the whole text, and everything that is known here off its record. */
export function removeAnnotation(doc: Y.Doc, id: string, origin?: unknown): void {
  doc.transact(() => {
    const text = doc.getText('text')
    const key = annotationKey(id)
    let at = 0
    const runs: { at: number; length: number }[] = []
    for (const op of text.toDelta() as { insert: string | object; attributes?: Attributes }[]) {
      const length = typeof op.insert === 'string' ? op.insert.length : 1
      if (op.attributes?.[key]) runs.push({ at, length })
      at += length
    }
    for (const run of runs) text.format(run.at, run.length, { [key]: null })
    emptyRecord(doc.getMap('annotations'), id)
  }, origin)
}

/** Puts a thread on a span. */
export function setThread(doc: Y.Doc, flat: readonly FlatBlock[], id: string, span: Span): void {
  formatSpan(doc, flat, span, { [anchorKey('thread', id)]: true })
}

/** Sets entries of the article's data; those that say the same already are left alone. */
export function setMeta(doc: Y.Doc, meta: Readonly<Record<string, string>>): void {
  const known = doc.getMap('meta')
  doc.transact(() => {
    for (const [key, value] of Object.entries(meta))
      if (known.get(key) !== value) known.set(key, value)
  })
}

/**
 * Writes a boundary by hand on the character at an offset of a block's text, or takes away the one that stands there:
 * none, if somebody else was quicker.
 */
export function setBoundary(
  doc: Y.Doc,
  flat: readonly FlatBlock[],
  blockIndex: number,
  { at, kind }: BoundaryChange,
): void {
  const size = kind ? characterAt(flat[blockIndex], at) : runAt(flat[blockIndex], at)
  if (size) formatSpan(doc, flat, { blockIndex, from: at, to: at + size }, { boundary: kind })
}

const textRuns = (block: FlatBlock | undefined) =>
  (block?.runs ?? []).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && !isProposed(attributes)
      ? [{ text: insert, boundary: attributes.boundary }]
      : [],
  )

/** UTF-16 units of the character at an offset: one, or the two halves of a pair. */
function characterAt(block: FlatBlock | undefined, at: number): number {
  const text = textRuns(block).reduce((all, run) => all + run.text, '')
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** How far the boundary that begins at an offset is carried on: it stands for one place all the same [SEG6]. */
function runAt(block: FlatBlock | undefined, at: number): number {
  let offset = 0
  let size = 0
  let kind: unknown
  for (const { text, boundary } of textRuns(block)) {
    const end = offset + text.length
    const goesOn = offset === at || (size > 0 && boundary === kind)
    if (goesOn && boundary) {
      kind = boundary
      size = end - at
    } else if (size > 0) break
    offset = end
  }
  return size
}

function formatSpan(
  doc: Y.Doc,
  flat: readonly FlatBlock[],
  { blockIndex, from, to }: Span,
  attributes: Record<string, unknown>,
) {
  // Formatting that begins within a pair of surrogates would make two broken characters of it.
  const isWithin = (offset: number) => offset > 0 && characterAt(flat[blockIndex], offset - 1) > 1
  const start = flatIndexOf(flat, blockIndex, isWithin(from) ? from - 1 : from, 'before')
  const end = flatIndexOf(flat, blockIndex, isWithin(to) ? to + 1 : to)
  doc.getText('text').format(start, end - start, attributes)
}

/**
 * Index in the flat text of a text offset within a block. Embeds of unknown kinds, and what is proposed, count there, not
 * here: where some stand at the offset, it is the place before the next character or behind the last one.
 */
function flatIndexOf(
  flat: readonly FlatBlock[],
  blockIndex: number,
  offset: number,
  edge: 'before' | 'behind' = 'behind',
): number {
  let index = 0
  for (let at = 0; at < blockIndex; at++) index += flat[at]?.length ?? 0
  let left = offset
  let behind = -1
  for (const { insert, attributes } of flat[blockIndex]?.runs ?? []) {
    const size = typeof insert === 'string' ? insert.length : 1
    if (typeof insert === 'string' && !isProposed(attributes)) {
      if (left < size || (left === size && edge === 'behind')) return index + left
      if (left === size) behind = index + size
      left -= size
    }
    index += size
  }
  // No character follows: behind the last.
  return behind < 0 ? index : behind
}

/** The stretches of the flat text that hold these characters of a block's text; `from` is where in it each begins. */
export function flatStretches(
  flat: readonly FlatBlock[],
  { blockIndex, from, to }: Span,
): readonly { readonly start: number; readonly end: number; readonly from: number }[] {
  const found: { start: number; end: number; from: number }[] = []
  let index = 0
  for (let at = 0; at < blockIndex; at++) index += flat[at]?.length ?? 0
  let offset = 0
  for (const { insert, attributes } of flat[blockIndex]?.runs ?? []) {
    const size = typeof insert === 'string' ? insert.length : 1
    if (typeof insert === 'string' && !isProposed(attributes)) {
      const [first, last] = [Math.max(from, offset), Math.min(to, offset + size)]
      const [start, end] = [index + first - offset, index + last - offset]
      const before = found.at(-1)
      if (first < last && before?.end === start) before.end = end
      else if (first < last) found.push({ start, end, from: first })
      offset += size
    }
    index += size
  }
  return found
}

/** What `change` does to a document, as one update, without touching the document. Null when it does nothing. */
export function updateOf(
  state: Uint8Array | null,
  change: (copy: Y.Doc) => void,
): Uint8Array | null {
  const copy = foldDocument()
  if (state) Y.applyUpdate(copy, state)
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  copy.transact(() => change(copy))
  copy.destroy()
  return updates.length ? Y.mergeUpdates(updates) : null
}
