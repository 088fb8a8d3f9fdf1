import type { Node as PMNode } from '@tiptap/pm/model'

/** True for what the article holds: a character, that nobody only proposes to insert. */
export const isOfficial = (node: PMNode) =>
  node.isText && !node.marks.some(({ type }) => type.name === 'insertion')

/** The text of a block as its readers count it: without what is proposed, and without what is no text [SUG1]. */
export function officialText(block: PMNode): string {
  let text = ''
  block.forEach((node) => {
    if (isOfficial(node)) text += node.text
  })
  return text
}

/**
 * Where an offset of a block's text stands inside the block. What is proposed, and embeds of unknown kinds, take room and
 * are no text: where some stand at the offset, it is the place before the next character, or behind the last one.
 */
export function posInBlock(
  block: PMNode,
  offset: number,
  edge: 'before' | 'behind' = 'behind',
): number {
  let left = offset
  let pos = 0
  let behind = -1
  for (const node of block.children) {
    const size = node.nodeSize
    if (isOfficial(node)) {
      if (left < size || (left === size && edge === 'behind')) return pos + left
      if (left === size) behind = pos + size
      left -= size
    }
    pos += size
  }
  return behind < 0 ? pos : behind
}

/** The offset in a block's text of a position inside the block. */
export function offsetInBlock(block: PMNode, pos: number): number {
  let offset = 0
  block.forEach((node, start) => {
    if (start < pos && isOfficial(node)) offset += Math.min(node.nodeSize, pos - start)
  })
  return offset
}
