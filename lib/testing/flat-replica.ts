import { EditorState, type Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { FlatBinding } from '#lib/editor/binding.ts'
import { flatPlugin } from '#lib/editor/flat-plugin.ts'
import { keepAnchors } from '#lib/editor/keep-anchors.ts'
import { articleSchema } from '#lib/editor/schema.ts'
import type { Replica } from './cohort.ts'

const schema = articleSchema()

/** An editor on the flat binding, without a view. */
export function flatReplica(
  ydoc: Y.Doc,
  options: { captureTimeout?: number; personId?: string; random?: () => number } = {
    captureTimeout: 0,
  },
): Replica & { readonly binding: FlatBinding } {
  const binding = new FlatBinding(ydoc, options)
  const editor = {
    state: EditorState.create({ schema, plugins: [flatPlugin(binding), keepAnchors(binding)] }),
    dispatch(tr: Transaction) {
      editor.state = editor.state.apply(tr)
      binding.flush()
    },
  }
  binding.attach(editor)
  return { ydoc, editor, binding, undo: () => binding.undo(), redo: () => binding.redo() }
}
