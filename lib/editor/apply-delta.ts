import type { Fragment, Mark, Node as PMNode } from '@tiptap/pm/model'
import { ReplaceStep, type Transform } from '@tiptap/pm/transform'
import { type Attributes, anchorOf, type DeltaOp, proposalOf } from '#lib/domain/text/flat-text.ts'
import { formatsOf, slicePieces } from './diff-pieces.ts'
import { formatOf, isProposal, isShown, markOf, proposedOf } from './formatting.ts'
import {
  type BlockEntry,
  blocksOf,
  contentOf,
  emptyBlock,
  flatSize,
  openingSize,
  type Piece,
  pieceOf,
  piecesBetween,
  sizeOfPiece,
} from './pieces.ts'

/** Turns a change of the shared text into steps, in proportion to the change. */
export function applyDelta(
  tr: Transform,
  delta: readonly DeltaOp[],
  entryOf: (id: string) => BlockEntry,
) {
  let index = 0
  for (const op of delta) {
    if (op.retain) {
      if (op.attributes) {
        reopen(tr, index, index + op.retain, op.attributes, entryOf)
        applyFormat(tr, index, index + op.retain, op.attributes)
      }
      index += op.retain
    } else if (op.delete) applyReplace(tr, index, op.delete, [])
    else if (op.insert !== undefined) {
      const piece = pieceOf(tr.doc.type.schema, op, entryOf)
      applyReplace(tr, index, 0, [piece])
      index += sizeOfPiece(piece)
    }
  }
}

/** Openings that were proposed and now open a block, or the other way round, are put in anew as what they are now [SUG1]. */
function reopen(
  tr: Transform,
  from: number,
  to: number,
  attributes: Attributes,
  entryOf: (id: string) => BlockEntry,
) {
  if (!Object.keys(attributes).some((key) => proposalOf(key)?.kind === 'insertion')) return
  const { schema } = tr.doc.type
  let at = 0
  for (const piece of piecesBetween(tr.doc, 0, tr.doc.content.size)) {
    if (at >= to) break
    if (at >= from && piece.kind !== 'text') {
      const op = { insert: contentOf(piece), attributes: { ...formatsOf(piece), ...attributes } }
      const now = pieceOf(schema, op, entryOf)
      if (now.kind !== piece.kind) applyReplace(tr, at, 1, [now])
    }
    at += sizeOfPiece(piece)
  }
}

function applyFormat(tr: Transform, from: number, to: number, attributes: Attributes) {
  const { schema } = tr.doc.type
  const shown = Object.entries(attributes).filter(([key]) => isShown(schema, key))
  if (!shown.length) return
  let index = 0
  let pos = 0
  for (const node of tr.doc.children) {
    const start = index + openingSize(node)
    if (index >= to) break
    if (!node.isAtom && start > index && index >= from) {
      const proposed = proposedOf({ ...node.attrs.proposed, ...Object.fromEntries(shown) })
      if (!sameAttrs(proposed, node.attrs.proposed)) tr.setNodeAttribute(pos, 'proposed', proposed)
    }
    index += flatSize(node)
    if (!node.isAtom && index > from) {
      const base = pos + 1 - start
      const range = [base + Math.max(start, from), base + Math.min(index, to)] as const
      if (range[0] < range[1]) for (const [key, value] of shown) mark(tr, range, key, value)
    }
    pos += node.nodeSize
  }
}

const sameAttrs = (a: Attributes | null, b: Attributes | null) =>
  JSON.stringify(a) === JSON.stringify(b)

function mark(tr: Transform, [from, to]: readonly [number, number], key: string, value: unknown) {
  const { schema } = tr.doc.type
  const made = markOf(schema, key, value)
  if (made) tr.addMark(from, to, made)
  else if (anchorOf(key)) tr.removeMark(from, to, markOf(schema, key, true) ?? undefined)
  else if (proposalOf(key)) removeProposal(tr, from, to, key)
  else tr.removeMark(from, to, schema.marks[key])
}

/** Whatever it proposes: the value of a change of looks is not told when it goes. */
function removeProposal(tr: Transform, from: number, to: number, key: string) {
  const found = new Set<Mark>()
  tr.doc.nodesBetween(from, to, ({ marks }) => {
    for (const each of marks) if (isProposal(each) && formatOf(each)[0] === key) found.add(each)
  })
  for (const each of found) tr.removeMark(from, to, each)
}

/**
 * Replaces `remove` characters of the flat text at `index`.
 *
 * The touched blocks are read again from their pieces, one block more on the left, because what loses its opening goes
 * to the block before it. The tokens of the document before the last kept piece and behind the first kept one are the
 * same in both readings, so one step between those two places is exact: selections and carets stay where they are.
 */
function applyReplace(tr: Transform, index: number, remove: number, insert: readonly Piece[]) {
  const { doc } = tr
  const { schema } = doc.type
  const region = touched(doc, index, index + remove)
  const pieces = piecesBetween(doc, region.from, region.to)
  const head = index - region.index
  const blocks = blocksOf(schema, [
    ...slicePieces(pieces, 0, head),
    ...insert,
    ...slicePieces(pieces, head + remove),
  ])
  const whole = region.from === 0 && region.to === doc.content.size
  const now = schema.topNodeType.create(
    null,
    blocks.length || !whole ? blocks : [emptyBlock(schema)],
  )
  const was = doc.content.cut(region.from, region.to)
  const tail = region.size - head - remove
  const start = { old: behind(was, head), now: behind(now.content, head) }
  const end = { old: was.size - ahead(was, tail), now: now.content.size - ahead(now.content, tail) }
  // The end of a block that closes in both readings is kept as well, or a caret there would be pushed about.
  if (
    end.old > start.old &&
    end.now > start.now &&
    closes(was, end.old) &&
    closes(now.content, end.now)
  ) {
    end.old--
    end.now--
  }
  const slice = now.slice(start.now, end.now)
  tr.step(new ReplaceStep(region.from + start.old, region.from + end.old, slice))
}

/** The blocks that a change of the flat text from one index to another may alter. */
function touched(doc: PMNode, first: number, last: number) {
  let k = 0
  let index = 0
  let from = 0
  for (; k < doc.childCount - 1; k++) {
    const node = doc.child(k)
    if (index + flatSize(node) >= first) break
    index += flatSize(node)
    from += node.nodeSize
  }
  let size = 0
  let to = from
  for (; k < doc.childCount; k++) {
    const node = doc.child(k)
    // A stray block belongs to what stands before it: text that a lost figure leaves behind joins the block there.
    if (to > from && index + size >= last && !node.attrs.stray) break
    size += flatSize(node)
    to += node.nodeSize
  }
  return { index, from, to, size }
}

/** True if the token before this place ends a text block. */
function closes(content: Fragment, pos: number): boolean {
  let end = 0
  for (let k = 0; k < content.childCount && end < pos; k++) {
    const node = content.child(k)
    end += node.nodeSize
    if (end === pos) return !node.isAtom
  }
  return false
}

/** Length of the tokens up to and with the `count`th character. */
function behind(content: Fragment, count: number): number {
  let left = count
  let pos = 0
  for (let k = 0; k < content.childCount && left > 0; k++) {
    const node = content.child(k)
    const size = flatSize(node)
    if (!node.isAtom && left <= size) return pos + 1 + left - openingSize(node)
    left -= size
    pos += node.nodeSize
  }
  return pos
}

/** Length of the tokens from the `count`th character from the end. */
function ahead(content: Fragment, count: number): number {
  let left = count
  let size = 0
  for (let k = content.childCount - 1; k >= 0 && left > 0; k--) {
    const node = content.child(k)
    if (!node.isAtom && left <= node.content.size) return size + 1 + left
    left -= flatSize(node)
    size += node.nodeSize
  }
  return size
}
