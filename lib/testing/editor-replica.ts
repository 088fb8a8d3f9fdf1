import { type AnyExtension, Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { articleExtensions } from '#lib/editor/article-editor.ts'
import { bindingOf } from '#lib/editor/flat-collaboration.ts'
import { schemaExtensions } from '#lib/editor/schema.ts'
import type { Replica } from './cohort.ts'
import { type Desk, randomGesture } from './gestures.ts'

/** A whole editor in a page of jsdom. */
export interface EditorReplica extends Replica {
  readonly whole: Editor
  close(): void
}

/** Steps of undo by kind of change, or everything between two stops as one: never by the clock, which is no part of a seed. */
export type Grouping = 'each' | 'all'
const FOR_EVER = 1e12
const timeoutOf = (grouping: Grouping) => (grouping === 'each' ? 0 : FOR_EVER)

/** The editor of an article as its page has it. */
export function articleReplica(ydoc: Y.Doc, grouping: Grouping, personId = ''): EditorReplica {
  const awareness = new Awareness(ydoc)
  const options = { doc: ydoc, awareness, label: 'Article text', articleId: 'one', personId }
  const replica = editorReplica(ydoc, articleExtensions(options), () => awareness.destroy())
  bindingOf(replica.whole).undoManager.captureTimeout = timeoutOf(grouping)
  return replica
}

/** The same schema on the binding that Tiptap brings, which keeps an XML element for each block. */
export async function stockReplica(ydoc: Y.Doc, grouping: Grouping): Promise<EditorReplica> {
  const extensions = [
    ...schemaExtensions,
    Collaboration.configure({ document: ydoc, field: 'text' }),
  ]
  const replica = editorReplica(ydoc, extensions, () => undefined)
  const { undoManager } = yUndoPluginKey.getState(replica.whole.state) as {
    undoManager: Y.UndoManager
  }
  undoManager.captureTimeout = timeoutOf(grouping)
  // It shows the shared document in a task of its own.
  await new Promise((resolve) => setTimeout(resolve))
  return replica
}

function editorReplica(
  ydoc: Y.Doc,
  extensions: AnyExtension[],
  onClose: () => void,
): EditorReplica {
  // jsdom has no layout; the editor asks for it when it scrolls.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
  const element = document.body.appendChild(document.createElement('div'))
  const whole = new Editor({ element, extensions, injectCSS: false })
  const desk: Desk = { view: whole.view, clipboard: '' }
  return {
    ...{ ydoc, whole, editor: whole.view },
    undo: () => whole.commands.undo(),
    redo: () => whole.commands.redo(),
    gesture: (dice, letters) => randomGesture(desk, dice, letters),
    close() {
      whole.destroy()
      element.remove()
      onClose()
    },
  }
}
