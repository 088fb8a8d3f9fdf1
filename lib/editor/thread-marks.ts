import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { officialText, posInBlock } from './official.ts'
import { takeInSelection } from './pending-selection.ts'

/** Words of a conversation as the text shows them. `from` and `to` are offsets into the block's text. */
export interface ThreadMark {
  readonly block: number
  readonly from: number
  readonly to: number
  /** The words are filled: it is the one that is read or written. Else a sign in the margin is all. */
  readonly current: boolean
  /** Null: no sign, it stands at the beginning of the words already. */
  readonly sign: 'read' | 'unread' | null
}

const threadsKey = new PluginKey<DecorationSet>('threadMarks')

/** Shows these conversations. They are few: all are drawn again. */
export function setThreadMarks(view: EditorView, marks: readonly ThreadMark[]) {
  takeInSelection(view)
  view.dispatch(view.state.tr.setMeta(threadsKey, marks).setMeta('addToHistory', false))
}

/** Where people talk about the text, as decorations: nothing that could be read as a state of a sentence. */
export const ThreadMarks = Extension.create({
  name: 'threadMarks',
  addProseMirrorPlugins() {
    const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
      key: threadsKey,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, shown) {
          const marks = tr.getMeta(threadsKey) as readonly ThreadMark[] | undefined
          if (marks) return DecorationSet.create(tr.doc, drawAll(tr.doc, marks))
          return tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown
        },
      },
      props: { decorations: (state) => plugin.getState(state) },
    })
    return [plugin]
  },
})

function drawAll(doc: PMNode, marks: readonly ThreadMark[]): Decoration[] {
  const byBlock = Map.groupBy(marks, ({ block }) => block)
  const drawn: Decoration[] = []
  doc.forEach((node, pos, k) => {
    for (const mark of byBlock.get(k) ?? []) drawn.push(...draw(node, pos, mark))
  })
  return drawn
}

function draw(block: PMNode, pos: number, { from, to, current, sign }: ThreadMark): Decoration[] {
  const text = officialText(block)
  // The text may have gone on since these were read from it.
  if (from >= to || to > text.length) return []
  const start = pos + 1 + posInBlock(block, from, 'before')
  const at = (offset: number) => pos + 1 + posInBlock(block, offset)
  const drawn = current ? [Decoration.inline(start, at(to), { class: 't-current' })] : []
  if (!sign) return drawn
  // On one character: an inline decoration is cut wherever the formatting changes.
  const first = from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
  return [...drawn, Decoration.inline(start, at(first), { class: `t-sign t-${sign}` })]
}
