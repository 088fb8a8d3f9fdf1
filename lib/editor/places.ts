import type { Node as PMNode } from '@tiptap/pm/model'
import { offsetInBlock, posInBlock } from './official.ts'

/** A place in the article as its readers count: a block, and an offset into the block's text. */
export interface Place {
  readonly block: number
  readonly offset: number
}

/** The document position of a place; its block's nearest end if the text has become shorter. */
export function pmPosOf(doc: PMNode, { block, offset }: Place): number {
  if (!doc.childCount) return 0
  const k = Math.max(0, Math.min(block, doc.childCount - 1))
  let pos = 0
  for (let i = 0; i < k; i++) pos += doc.child(i).nodeSize
  const node = doc.child(k)
  return node.isAtom ? pos : pos + 1 + posInBlock(node, Math.max(0, offset))
}

/** The place of a document position. */
export function placeOf(doc: PMNode, pmPos: number): Place {
  const $pos = doc.resolve(Math.max(0, Math.min(pmPos, doc.content.size)))
  const block = Math.min($pos.index(0), doc.childCount - 1)
  if (!$pos.depth) return { block, offset: 0 }
  return { block, offset: offsetInBlock($pos.parent, $pos.parentOffset) }
}
