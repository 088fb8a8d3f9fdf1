import { TextSelection } from '@tiptap/pm/state'
import { articleDoc, copyOf, linesOf } from './flat-article.ts'
import { flatReplica } from './flat-replica.ts'

export type FlatReplica = ReturnType<typeof flatReplica>

/** Two people at copies of one article. `meet` brings them together. */
export function pair(
  lines: readonly string[],
  options: { captureTimeout?: number; personId?: string } = { captureTimeout: 0 },
): [FlatReplica, FlatReplica] {
  const base = articleDoc(9, lines)
  return [flatReplica(copyOf(base, 1), options), flatReplica(copyOf(base, 2), options)]
}

export const doc = ({ editor }: FlatReplica) => editor.state.doc

export const lines = (replica: FlatReplica) => linesOf(doc(replica))

export function type({ editor }: FlatReplica, pmPos: number, text: string) {
  editor.dispatch(editor.state.tr.insertText(text, pmPos))
}

export function caret({ editor }: FlatReplica, anchor: number, head = anchor) {
  const { tr } = editor.state
  editor.dispatch(tr.setSelection(TextSelection.create(tr.doc, anchor, head)))
}

/** Where the caret stands, as the text on both sides of it. */
export function around({ editor }: FlatReplica): string {
  const { $head } = editor.state.selection
  const text = $head.parent.textContent
  return `${text.slice(0, $head.parentOffset)}|${text.slice($head.parentOffset)}`
}
