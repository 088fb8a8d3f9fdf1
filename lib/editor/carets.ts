import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { isRemote } from './binding.ts'
import { takeInSelection } from './pending-selection.ts'
import { indexOfPos, posOfIndex } from './pieces.ts'
import { readStanding } from './standing.ts'

interface Caret {
  readonly client: number
  readonly name: string
  readonly colour: number
  readonly anchor: number
  readonly head: number
}

interface Shown {
  readonly set: DecorationSet
  /** How often one's own hand has moved the caret or the text. What others change moves no caret that is told relative to it. */
  readonly moves: number
}

const caretsKey = new PluginKey<Shown>('carets')

/**
 * Shows where others stand, and tells them where we do [EDT10]. Places are relative to the shared text, so that they stay
 * where they are whatever happens around them. Names and colours are those that the server stamped.
 */
export const Carets = Extension.create<{ doc: Y.Doc | null; awareness: Awareness | null }>({
  name: 'carets',
  addOptions: () => ({ doc: null, awareness: null }),
  addProseMirrorPlugins() {
    const { doc, awareness } = this.options
    return doc && awareness ? [caretsPlugin(doc.getText('text'), awareness)] : []
  },
})

function caretsPlugin(text: Y.Text, awareness: Awareness): Plugin<Shown> {
  return new Plugin<Shown>({
    key: caretsKey,
    state: {
      init: (_, state) => ({ set: decorations(state.doc, readCarets(text, awareness)), moves: 0 }),
      apply: (tr, { set, moves }) => {
        const carets = tr.getMeta(caretsKey) as readonly Caret[] | undefined
        const isOwn = !isRemote(tr) && (tr.docChanged || tr.selectionSet)
        return {
          set: carets ? decorations(tr.doc, carets) : set.map(tr.mapping, tr.doc),
          moves: moves + (isOwn ? 1 : 0),
        }
      },
    },
    props: { decorations: (state) => caretsKey.getState(state)?.set },
    view: (view) => follow(view, text, awareness),
  })
}

/** Keeps the decorations and the published caret up to date while a view is there. */
function follow(view: EditorView, text: Y.Text, awareness: Awareness) {
  let stale = false
  const refresh = () => {
    stale = false
    if (view.isDestroyed) return
    takeInSelection(view)
    view.dispatch(view.state.tr.setMeta(caretsKey, readCarets(text, awareness)))
  }
  const later = () => {
    if (stale) return
    stale = true
    // Not at once: an update of the text may be on its way into the editor.
    queueMicrotask(refresh)
  }
  const onChange = (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
    const others = Object.values(changes)
      .flat()
      .some((client) => client !== awareness.clientID)
    if (others) later()
  }
  let shown = false
  const publish = () => {
    shown ||= view.hasFocus()
    if (shown) publishCaret(view.state, text, awareness)
  }
  awareness.on('change', onChange)
  view.dom.addEventListener('focus', publish)
  return {
    update(_: EditorView, before: EditorState) {
      // Text that came in may be what a caret stands on.
      if (view.state.doc !== before.doc && awareness.getStates().size > 1) later()
      if (caretsKey.getState(view.state)?.moves !== caretsKey.getState(before)?.moves) publish()
    },
    destroy() {
      awareness.off('change', onChange)
      view.dom.removeEventListener('focus', publish)
      if (awareness.getLocalState()?.caret) awareness.setLocalStateField('caret', null)
    },
  }
}

function publishCaret({ doc, selection }: EditorState, text: Y.Text, awareness: Awareness) {
  const relative = (pos: number) => {
    const index = Math.min(indexOfPos(doc, pos), text.length)
    const made = Y.createRelativePositionFromTypeIndex(text, index, index ? -1 : 0)
    return Y.relativePositionToJSON(made)
  }
  const head = relative(selection.head)
  const caret = { anchor: selection.empty ? head : relative(selection.anchor), head }
  const before = awareness.getLocalState()?.caret
  if (JSON.stringify(before) !== JSON.stringify(caret)) {
    awareness.setLocalStateField('caret', caret)
  }
}

/** Everybody else's caret, as indexes of the shared text. What does not make sense is left out. */
function readCarets(text: Y.Text, awareness: Awareness): Caret[] {
  const carets: Caret[] = []
  for (const [client, state] of awareness.getStates()) {
    const standing = client === awareness.clientID ? null : readStanding(state)
    if (!standing) continue
    const { user, caret } = standing
    const anchor = indexOf(text, caret.anchor)
    const head = indexOf(text, caret.head)
    if (anchor === null || head === null) continue
    carets.push({ client, name: user.name, colour: user.colour, anchor, head })
  }
  return carets
}

function indexOf(text: Y.Text, json: unknown): number | null {
  if (!text.doc) return null
  const relative = Y.createRelativePositionFromJSON(json)
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, text.doc)
  return absolute?.type === text ? absolute.index : null
}

function decorations(doc: PMNode, carets: readonly Caret[]): DecorationSet {
  return DecorationSet.create(
    doc,
    carets.flatMap((caret) => {
      const head = posOfIndex(doc, caret.head)
      const anchor = posOfIndex(doc, caret.anchor)
      const from = Math.min(anchor, head)
      const to = Math.max(anchor, head)
      const colour = `var(--p${caret.colour})`
      const line = Decoration.widget(head, () => draw(caret, colour), {
        key: `${caret.client} ${caret.name} ${caret.colour}`,
        side: 10,
        ignoreSelection: true,
      })
      if (from === to) return [line]
      const style = `--caret: ${colour}`
      return [Decoration.inline(from, to, { class: 'caret-selection', style }), line]
    }),
  )
}

/** A line without width, so that no word moves; the flag hangs on it. */
function draw({ name }: Caret, colour: string): HTMLElement {
  const line = document.createElement('span')
  line.className = 'caret'
  line.style.setProperty('--caret', colour) // not as an attribute, which a content security policy forbids
  line.setAttribute('aria-hidden', 'true')
  const flag = line.appendChild(document.createElement('span'))
  flag.className = 'caret-flag'
  flag.textContent = name
  return line
}
