import { type Editor, Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { writeEntry } from './block-entries.ts'
import { enter } from './block-keys.ts'
import { freshId } from './fresh-id.ts'
import type { BlockEntry } from './pieces.ts'

/** Given files that were pasted or dropped; `at` is where, as a position of the document; null: at the caret. */
export type OnFiles = (files: readonly File[], at: number | null) => void

export type FigureChange = Partial<Pick<BlockEntry, 'alt' | 'picture' | 'credit'>>

const marksKey = new PluginKey<DecorationSet>('figureMarks')

/** Says on a figure what becomes of its picture, by the figure's id. It is decoration: the panel says it in words. */
export function setFigureMarks(view: EditorView, marks: ReadonlyMap<string, string>) {
  view.dispatch(view.state.tr.setMeta(marksKey, marks).setMeta('addToHistory', false))
}

/** Pictures that are pasted or dropped, what becomes of them, and keys on a figure. */
export const Figures = Extension.create<{ onFiles: OnFiles | null }>({
  name: 'figures',
  // Before the clipboard, which would take the description that comes along for text.
  priority: 200,
  addOptions: () => ({ onFiles: null }),
  addProseMirrorPlugins() {
    const give = (files: readonly File[], at: number | null) => {
      const { suggesting } = this.editor.storage
      if (!files.length || !this.options.onFiles || !this.editor.isEditable) return false
      if (suggesting?.isOn) {
        suggesting.refuse('figure')
        return true
      }
      this.options.onFiles(files, at)
      return true
    }
    return [filesPlugin(give), figureMarks()]
  },
})

function filesPlugin(give: (files: readonly File[], at: number | null) => boolean): Plugin {
  return new Plugin({
    props: {
      handlePaste: (_view, { clipboardData }) => give(pastedFiles(clipboardData), null),
      handleDrop(view, { dataTransfer, clientX, clientY }) {
        if (view.dragging || !dataTransfer?.files.length) return false
        const place = view.posAtCoords({ left: clientX, top: clientY })
        return give([...dataTransfer.files], place?.pos ?? null)
      },
      handleTextInput(view, _from, _to, text) {
        // Keys would take the place of the picture: they are meant for what stands behind it.
        const tr = isFigureSelected(view.state) ? enter(view.state) : null
        if (tr) view.dispatch(tr.insertText(text))
        return tr !== null
      },
    },
  })
}

function figureMarks(): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const marks = tr.getMeta(marksKey) as ReadonlyMap<string, string> | undefined
        if (marks) return draw(tr.doc, marks)
        return tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown
      },
    },
    props: { decorations: (state) => plugin.getState(state) },
  })
  return plugin
}

function draw(doc: PMNode, marks: ReadonlyMap<string, string>): DecorationSet {
  const drawn: Decoration[] = []
  doc.forEach((node, pos) => {
    const words = isFigure(node) ? marks.get(node.attrs.id) : undefined
    if (words !== undefined)
      drawn.push(Decoration.node(pos, pos + node.nodeSize, { 'data-upload': words }))
  })
  return DecorationSet.create(doc, drawn)
}

/** Word processors put a picture of the words beside the words: where there are words, they are meant. */
function pastedFiles(data: DataTransfer | null): readonly File[] {
  const files = [...(data?.files ?? [])]
  if (!files.length || data?.getData('text/plain').trim()) return []
  const html = data?.getData('text/html') ?? ''
  const words = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
  return words.trim() ? [] : files
}

const isFigure = (node: PMNode | null | undefined) => node?.type.name === 'figure'

const isFigureSelected = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && isFigure(selection.node)

/** The figure that is selected, by its id; null when none is. */
export function selectedFigure({ selection }: EditorState): string | null {
  return selection instanceof NodeSelection && isFigure(selection.node)
    ? selection.node.attrs.id
    : null
}

/**
 * Puts a figure and an empty caption behind the block at a place, or where an empty paragraph stands before it, and selects
 * the figure. One step of undo.
 */
export function insertFigure({ state, view }: Editor, at: number | null): string {
  const id = freshId()
  const tr = figureInserted(state, at, id)
  view.dispatch(tr.setMeta('uiEvent', 'figure').scrollIntoView())
  return id
}

function figureInserted(
  { doc, selection, schema, tr }: EditorState,
  at: number | null,
  id: string,
) {
  const $place = at === null ? selection.$to : doc.resolve(Math.min(at, doc.content.size))
  const block = $place.depth ? $place.node(1) : null
  const isEmpty = block?.attrs.role === 'paragraph' && block.content.size === 0
  const pos = !block ? $place.pos : isEmpty ? $place.before(1) : $place.after(1)
  const figure = schema.node('figure', { id })
  const caption = schema.node('block', { id: freshId(), role: 'caption' })
  tr.insert(pos, [figure, caption])
  return tr.setSelection(NodeSelection.create(tr.doc, pos))
}

/** Takes a figure out, with the empty caption behind it. */
export function removeFigure({ state, view }: Editor, id: string) {
  const tr = figureRemoved(state, id)
  if (tr) view.dispatch(tr.setMeta('uiEvent', 'figure').scrollIntoView())
}

function figureRemoved({ doc, tr }: EditorState, id: string): Transaction | null {
  let from = 0
  for (const [k, node] of doc.children.entries()) {
    if (isFigure(node) && node.attrs.id === id) {
      const next = doc.maybeChild(k + 1)
      const isBare = next?.attrs.role === 'caption' && next.content.size === 0
      const to = from + node.nodeSize + (isBare ? next.nodeSize : 0)
      // An article has a block to write in always.
      const isAll = from === 0 && to === doc.content.size
      return isAll
        ? tr.replaceWith(from, to, doc.type.schema.node('block', { id: freshId() }))
        : tr.delete(from, to)
    }
    from += node.nodeSize
  }
  return null
}

/** Says something of a figure, under keys of their own: what others say of it at once stays. */
export function changeFigure(doc: Y.Doc, id: string, change: FigureChange) {
  writeEntry(doc.getMap('blocks'), id, change)
}
