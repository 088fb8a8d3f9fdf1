import { Mark, type Node as PMNode, type Schema } from '@tiptap/pm/model'
import type { Role } from '#lib/domain/text/article-text.ts'
import {
  ANCHOR_KINDS,
  type AnchorKind,
  type Attributes,
  anchorKey,
  anchorOf,
  type DeltaOp,
} from '#lib/domain/text/flat-text.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'

/**
 * The flat text in pieces: a run of equally formatted characters, or one embed. `attrs` of a text hold only the keys
 * that the editor shows; those of an embed are the anchors that span it, and matter only when it is inserted.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly attrs: Attributes }
  | { readonly kind: 'block'; readonly id: string; readonly role: Role; readonly attrs: Attributes }
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

const isAnchorKind = (name: string): name is AnchorKind =>
  (ANCHOR_KINDS as readonly string[]).includes(name)

/** True for what stands under a key of its own: annotations and threads. */
export const isAnchor = (mark: Mark) => isAnchorKind(mark.type.name)

/** True for formatting that an editor of this schema shows. It never touches any other [EDT9]. */
export function isShown({ marks }: Schema, key: string): boolean {
  const anchor = anchorOf(key)
  if (anchor) return anchor.kind in marks
  return key in marks && !isAnchorKind(key)
}

/** The value that the editor shows for a formatting key, or null: the same rule as in `readBlock`. */
function shownValue(schema: Schema, key: string, value: unknown): true | string | null {
  if (value === null || value === undefined || value === false || !isShown(schema, key)) return null
  if (key === 'link') return typeof value === 'string' ? safeHref(value) : null
  if (key === 'boundary') return value === 'join' || value === 'split' ? value : null
  return true
}

function shownAttributes(schema: Schema, attributes: Attributes): Attributes {
  const shown: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(attributes)) {
    const seen = shownValue(schema, key, value)
    if (seen !== null) shown[key] = seen
  }
  return shown
}

/** One insertion of a delta as a piece; `entryOf` looks up the map `blocks`. */
export function pieceOf(schema: Schema, op: DeltaOp, entryOf: (id: string) => BlockEntry): Piece {
  const { insert } = op
  const attrs = op.attributes ? shownAttributes(schema, op.attributes) : NONE
  if (typeof insert === 'string') {
    return { kind: 'text', text: insert, attrs }
  }
  const embed = (insert ?? {}) as { block?: unknown; figure?: unknown }
  if (typeof embed.block === 'string') {
    return { kind: 'block', id: embed.block, role: entryOf(embed.block).role, attrs: NONE }
  }
  if (typeof embed.figure === 'string' && schema.nodes.figure) {
    const { alt, picture, credit } = entryOf(embed.figure)
    return { kind: 'figure', id: embed.figure, alt, picture, credit, attrs: NONE }
  }
  return { kind: 'foreign', embed, attrs }
}

/** Marks that show these formatting keys. */
function marksOf(schema: Schema, attrs: Attributes): readonly Mark[] {
  return Mark.setFrom(
    Object.entries(attrs).flatMap(([key, value]) => markOf(schema, key, value) ?? []),
  )
}

export function markOf(schema: Schema, key: string, value: unknown): Mark | null {
  const shown = shownValue(schema, key, value)
  if (shown === null) return null
  if (key === 'link') return schema.mark('link', { href: shown })
  if (key === 'boundary') return schema.mark('boundary', { kind: shown })
  const anchor = anchorOf(key)
  return anchor ? schema.mark(anchor.kind, { id: anchor.id }) : schema.mark(key)
}

/** The formatting key and value that a mark stands for. */
export function formatOf(mark: Mark): readonly [key: string, value: unknown] {
  const { name } = mark.type
  if (isAnchorKind(name)) return [anchorKey(name, mark.attrs.id), true]
  switch (name) {
    case 'boundary':
      return ['boundary', mark.attrs.kind]
    case 'link':
      return ['link', mark.attrs.href]
    default:
      return [name, true]
  }
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
    : { kind: 'block', id: own.id, role: own.role, attrs }
}

function pushContent(out: Piece[], block: PMNode, from: number, to: number) {
  block.forEach((node, offset) => {
    const start = Math.max(from - offset, 0)
    const end = Math.min(to - offset, node.nodeSize)
    if (start >= end) return
    if (!node.isText) out.push({ kind: 'foreign', embed: node.attrs.embed, attrs: attrsOf(node) })
    else out.push({ kind: 'text', text: node.text?.slice(start, end) ?? '', attrs: attrsOf(node) })
  })
}

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
      attrs = { id: piece.id, role: piece.role, stray: false }
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
  piece: Extract<Piece, { kind: 'text' | 'foreign' }>,
) {
  const marks = marksOf(schema, piece.attrs)
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
