import type { EditorState, Transaction } from '@tiptap/pm/state'
import { freshId } from './fresh-id.ts'

/** Takes one of two copies of a block out of the article [EDT14]; null if there is no such block. */
export function removeCopy({ doc, tr }: EditorState, index: number): Transaction | null {
  if (index < 0 || index >= doc.childCount) return null
  const pos = startOf(doc, index)
  return tr.delete(pos, pos + doc.child(index).nodeSize)
}

/**
 * Makes a block of its own of one of two copies [EDT14]: its characters stay the same ones behind a new opening, so that
 * whatever others do to them meanwhile is kept.
 */
export function keepBoth({ doc, tr }: EditorState, index: number): Transaction | null {
  if (index < 0 || index >= doc.childCount) return null
  const node = doc.child(index)
  const pos = startOf(doc, index)
  const attrs = { ...node.attrs, id: freshId() }
  if (node.isAtom) return tr.replaceWith(pos, pos + 1, node.type.create(attrs))
  tr.split(pos + 1, 1, [{ type: node.type, attrs }])
  return tr.delete(pos, pos + 2)
}

function startOf(doc: EditorState['doc'], index: number): number {
  let pos = 0
  for (let k = 0; k < index; k++) pos += doc.child(k).nodeSize
  return pos
}
