import type { Node as PMNode } from '@tiptap/pm/model'

/** The stretch of the old document to replace, and the blocks that take its place. */
export function differing(
  old: PMNode,
  now: PMNode,
): [from: number, to: number, ...blocks: PMNode[]] {
  const shorter = Math.min(old.childCount, now.childCount)
  let head = 0
  while (head < shorter && old.child(head).eq(now.child(head))) head++
  let tail = 0
  const same = (k: number) => old.child(old.childCount - k).eq(now.child(now.childCount - k))
  while (tail < shorter - head && same(tail + 1)) tail++
  const size = (nodes: readonly PMNode[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  const from = size(old.children.slice(0, head))
  const to = from + size(old.children.slice(head, old.childCount - tail))
  return [from, to, ...now.children.slice(head, now.childCount - tail)]
}
