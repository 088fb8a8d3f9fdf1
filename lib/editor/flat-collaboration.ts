import { type Editor, Extension } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { FlatBinding } from './binding.ts'
import { flatPlugin } from './flat-plugin.ts'
import { keepAnchors } from './keep-anchors.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    flatCollaboration: { undo: () => ReturnType; redo: () => ReturnType }
  }
  interface Storage {
    flatCollaboration: { binding: FlatBinding | null }
  }
}

/** The binding of an editor that was made with `FlatCollaboration`. */
export function bindingOf(editor: Editor): FlatBinding {
  const { binding } = editor.storage.flatCollaboration
  if (!binding) throw new Error('This editor has no shared document')
  return binding
}

/** Makes an editor show and edit the flat text of a shared document, with undo of one's own changes only. */
export const FlatCollaboration = Extension.create<
  { doc: Y.Doc | null; personId: string },
  { binding: FlatBinding | null }
>({
  name: 'flatCollaboration',
  priority: 1000,
  addOptions: () => ({ doc: null, personId: '' }),
  addStorage: () => ({ binding: null }),

  onBeforeCreate() {
    this.storage.binding = new FlatBinding(this.options.doc ?? new Y.Doc(), {
      personId: this.options.personId,
    })
    // The first state shows the article already: nothing flickers, and no step is needed.
    this.editor.options.content = this.storage.binding.read(this.editor.schema).toJSON()
  },

  onDestroy() {
    this.storage.binding?.destroy()
  },

  addProseMirrorPlugins() {
    const binding = bindingOf(this.editor)
    return [flatPlugin(binding), keepAnchors(binding)]
  },

  addCommands() {
    // Yjs answers by a transaction of its own; the one that the command was given is not dispatched.
    const travel =
      (way: 'undo' | 'redo') =>
      () =>
      ({ tr, dispatch }: { tr: Transaction; dispatch?: unknown }) => {
        const { binding } = this.storage
        if (!binding?.undoManager[way === 'undo' ? 'canUndo' : 'canRedo']()) return false
        tr.setMeta('preventDispatch', true)
        return dispatch ? binding[way]() : true
      }
    return { undo: travel('undo'), redo: travel('redo') }
  },

  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undo(),
      'Mod-y': () => this.editor.commands.redo(),
      'Shift-Mod-z': () => this.editor.commands.redo(),
    }
  },
})
