import { Mark, type Node as PMNode, type Schema } from '@tiptap/pm/model'
import type { Role } from '#lib/domain/text/article-text.ts'
import { type Attributes, type DeltaOp, isProposed } from '#lib/domain/text/flat-text.ts'
import { formatOf, isAnchor, marksOf, proposedOf, shownAttributes } from './formatting.ts'

/**
 * The flat text in pieces: a run of equally formatted characters, or one embed. `attrs` of a text hold only the keys
 * that the editor shows; those of an opening or a figure are the anchors that span it, and matter only when it is inserted.
 * A `split` is an opening that somebody proposes: it stands within its block. `proposed` is what is proposed about an opening.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly attrs: Attributes }
  | {
      readonly kind: 'block'
      readonly id: string
      readonly role: Role
      readonly attrs: Attributes
      readonly proposed: Attributes | null
    }
  | { readonly kind: 'split'; readonly id: string; readonly role: Role; readonly attrs: Attributes }
  | {
      readonly kind: 'figure'
      readonly id: string
      readonly alt: string
      readonly picture: string
      readonly credit: string
      readonly attrs: Attributes
    }
  | { readonly kind: 'foreign'; readonly embed: object; readonly attrs: Attributes }

/** What the map `blocks` says about one block or figure, as the editor shows it. */
export interface BlockEntry {
  readonly role: Role
  readonly alt: string
  readonly picture: string
  readonly credit: string
}

/** What is said of a figure, each under a key of its own: two who change different things keep both. */
export const FIGURE_KEYS = ['alt', 'picture', 'credit'] as const

const NONE: Attributes = {}

export const sizeOfPiece = (piece: Piece) => (piece.kind === 'text' ? piece.text.length : 1)

/** One insertion of a delta as a piece; `entryOf` looks up the map `blocks`. */
export function pieceOf(schema: Schema, op: DeltaOp, entryOf: (id: string) => BlockEntry): Piece {
  const { insert } = op
  const attrs = op.attributes ? shownAttributes(schema, op.attributes) : NONE
  if (typeof insert === 'string') {
    return { kind: 'text', text: insert, attrs }
  }
  const embed = (insert ?? {}) as { block?: unknown; figure?: unknown }
  const isOpening = !op.attributes || !isProposed(op.attributes)
  if (typeof embed.block === 'string') {
    const { block: id } = embed
    const { role } = entryOf(id)
    if (!isOpening && schema.nodes.split) return { kind: 'split', id, role, attrs }
    return { kind: 'block', id, role, attrs: NONE, proposed: proposedOf(attrs) }
  }
  if (typeof embed.figure === 'string' && schema.nodes.figure && isOpening) {
    const { alt, picture, credit } = entryOf(embed.figure)
    return { kind: 'figure', id: embed.figure, alt, picture, credit, attrs: NONE }
  }
  return { kind: 'foreign', embed, attrs }
}

/** What stands in the shared text for a piece. */
export function contentOf(piece: Piece): string | object {
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'foreign') return { ...piece.embed }
  return piece.kind === 'figure' ? { figure: piece.id } : { block: piece.id }
}

const attrsOf = (node: PMNode): Attributes =>
  node.marks.length ? Object.fromEntries(node.marks.map(formatOf)) : NONE

/** Characters in the flat text before the content of a block: its opening, if it has one. */
export const openingSize = (block: PMNode) => (block.attrs.stray ? 0 : 1)

/** Length in the flat text of a block or figure. */
export function flatSize(node: PMNode): number {
  return node.isAtom ? 1 : openingSize(node) + node.content.size
}

/** The flat text between two document positions; a block's opening stands where the block begins. */
export function piecesBetween(doc: PMNode, from: number, to: number): Piece[] {
  const out: Piece[] = []
  let pos = 0
  for (let k = 0; k < doc.childCount && pos < to; k++) {
    const node = doc.child(k)
    const end = pos + node.nodeSize
    if (end > from) {
      if (pos >= from && (node.isAtom || !node.attrs.stray)) out.push(openingPiece(doc, k))
      if (!node.isAtom) pushContent(out, node, from - pos - 1, to - pos - 1)
    }
    pos = end
  }
  return out
}

function openingPiece(doc: PMNode, k: number): Piece {
  const { isAtom, attrs: own } = doc.child(k)
  const attrs = anchorsAcross(doc, k)
  return isAtom
    ? { kind: 'figure', id: own.id, alt: own.alt, picture: own.picture, credit: own.credit, attrs }
    : { kind: 'block', id: own.id, role: own.role, attrs, proposed: own.proposed }
}

function pushContent(out: Piece[], block: PMNode, from: number, to: number) {
  block.forEach((node, offset) => {
    const start = Math.max(from - offset, 0)
    const end = Math.min(to - offset, node.nodeSize)
    if (start >= end) return
    const attrs = attrsOf(node)
    if (node.type.name === 'split') out.push({ ...splitOf(node), attrs })
    else if (!node.isText) out.push({ kind: 'foreign', embed: node.attrs.embed, attrs })
    else out.push({ kind: 'text', text: node.text?.slice(start, end) ?? '', attrs })
  })
}

const splitOf = ({ attrs: { id, role } }: PMNode) => ({ kind: 'split', id, role }) as const

/** The anchors that stand both before and after the opening of child `k`: they span it, so it carries them too. */
function anchorsAcross(doc: PMNode, k: number): Attributes {
  const before = nearest(doc, k - 1, -1)?.lastChild
  const behind = before?.marks.length ? nearest(doc, k, 1)?.firstChild : null
  const shared = before?.marks.filter(
    (mark) => isAnchor(mark) && behind && mark.isInSet(behind.marks),
  )
  return shared?.length ? Object.fromEntries(shared.map(formatOf)) : NONE
}

function nearest(doc: PMNode, start: number, step: 1 | -1): PMNode | null {
  for (let k = start; k >= 0 && k < doc.childCount; k += step) {
    if (doc.child(k).content.size) return doc.child(k)
  }
  return null
}

/** How many characters of the flat text stand before a document position. */
export function indexOfPos(doc: PMNode, target: number): number {
  let index = 0
  let pos = 0
  for (let k = 0; k < doc.childCount && pos < target; k++) {
    const node = doc.child(k)
    const end = pos + node.nodeSize
    if (end > target) return index + openingSize(node) + target - pos - 1
    index += flatSize(node)
    pos = end
  }
  return index
}

/** The document position behind the first `index` characters of the flat text, inside a block wherever one is there. */
export function posOfIndex(doc: PMNode, index: number): number {
  let left = index
  let pos = 0
  for (let k = 0; k < doc.childCount; k++) {
    const node = doc.child(k)
    const opening = node.isAtom ? 1 : openingSize(node)
    if (left < opening) return pos
    if (!node.isAtom && left <= opening + node.content.size) return pos + 1 + left - opening
    left -= flatSize(node)
    pos += node.nodeSize
  }
  return pos
}

/** Reads pieces as blocks: text that nothing opens, or that follows a figure, forms a stray block [TXT1]. */
export function blocksOf(schema: Schema, pieces: readonly Piece[]): PMNode[] {
  const blocks: PMNode[] = []
  let attrs: object | null = null
  let inline: PMNode[] = []
  const close = () => {
    if (attrs) blocks.push(schema.node('block', attrs as Record<string, unknown>, inline))
    attrs = null
    inline = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'block') {
      close()
      attrs = { id: piece.id, role: piece.role, stray: false, proposed: piece.proposed }
    } else if (piece.kind === 'figure') {
      close()
      const { id, alt, picture, credit } = piece
      blocks.push(schema.node('figure', { id, alt, picture, credit }))
    } else {
      attrs ??= { id: '', role: 'paragraph', stray: true }
      pushInline(schema, inline, piece)
    }
  }
  close()
  return blocks
}

function pushInline(
  schema: Schema,
  inline: PMNode[],
  piece: Extract<Piece, { kind: 'text' | 'split' | 'foreign' }>,
) {
  const marks = marksOf(schema, piece.attrs)
  if (piece.kind === 'split') {
    const { id, role } = piece
    inline.push(schema.node('split', { id, role }, undefined, marks))
    return
  }
  if (piece.kind === 'foreign') {
    inline.push(schema.node('foreign', { embed: piece.embed }, undefined, marks))
    return
  }
  const last = inline.at(-1)
  if (last?.isText && Mark.sameSet(last.marks, marks)) {
    inline[inline.length - 1] = schema.text(`${last.text}${piece.text}`, marks)
  } else if (piece.text) inline.push(schema.text(piece.text, marks))
}

/** What an entirely empty text is shown as: a place to write, that stands for nothing. */
export function emptyBlock(schema: Schema): PMNode {
  return schema.node('block', { stray: true })
}

/** The document that shows these pieces. */
export function docOf(schema: Schema, pieces: readonly Piece[]): PMNode {
  const blocks = blocksOf(schema, pieces)
  return schema.node('doc', null, blocks.length ? blocks : [emptyBlock(schema)])
}
