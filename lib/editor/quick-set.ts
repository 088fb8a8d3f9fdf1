import type { Node as PMNode } from '@tiptap/pm/model'
import { DecorationSet } from '@tiptap/pm/view'

/** How ProseMirror keeps decorations: those of each child behind its two places. */
interface Inside {
  readonly local: readonly unknown[]
  readonly children: readonly unknown[]
}

/**
 * The same decorations, found in less time. For each block that it draws ProseMirror looks through all of them from the
 * start: with decorations on thousands of blocks that is 20 ms a key, measured. It asks in the order of the text, so
 * here the search goes on where it ended.
 */
export function quickSet(set: DecorationSet): DecorationSet {
  const { local, children } = set as unknown as Inside
  // What stands on several blocks at once is not among the children.
  if (local.length) return set
  let at = 0
  let last = -1
  const forChild = (offset: number, node: PMNode): DecorationSet => {
    if (node.isLeaf) return DecorationSet.empty
    if (offset < last) at = 0
    last = offset
    while (at < children.length && Number(children[at]) < offset) at += 3
    return children[at] === offset ? (children[at + 2] as DecorationSet) : DecorationSet.empty
  }
  return Object.create(set, { forChild: { value: forChild } }) as DecorationSet
}
