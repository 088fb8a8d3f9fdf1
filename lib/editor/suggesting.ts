import { Extension } from '@tiptap/core'
import { Fragment, type Node as PMNode, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { isRemote } from './binding.ts'
import { bindingOf } from './flat-collaboration.ts'
import { isProposal } from './formatting.ts'
import { asProposal, carryOver, NotProposable, type Unproposed } from './propose.ts'

declare module '@tiptap/core' {
  interface Storage {
    suggesting: SuggestingStorage
  }
}

export interface SuggestingOptions {
  /** Told what cannot be proposed. */
  readonly onRefused: (why: Unproposed) => void
}

interface SuggestingStorage {
  isOn: boolean
  /** Tells what cannot be proposed. */
  refuse(why: Unproposed): void
}

/**
 * While it is on, whatever the person does to the text becomes a proposal. While it is off, what they type among proposed
 * words is none: it belongs to the text at once.
 */
export const Suggesting = Extension.create<SuggestingOptions, SuggestingStorage>({
  name: 'suggesting',
  addOptions: () => ({ onRefused: () => {} }),
  addStorage() {
    return { isOn: false, refuse: this.options.onRefused }
  },

  dispatchTransaction({ transaction, next }) {
    if (!transaction.docChanged || isRemote(transaction)) return next(transaction)
    const { state } = this.editor
    if (!this.storage.isOn) return next(plainTyping(state, transaction))
    try {
      next(asProposal(state, transaction, bindingOf(this.editor).proposer))
    } catch (error) {
      if (!(error instanceof NotProposable)) throw error
      this.options.onRefused(error.why)
      // What the browser has drawn already is drawn anew.
      this.editor.view.updateState(state)
    }
  },

  addProseMirrorPlugins() {
    const { storage, editor } = this
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // An input method writes into an element that is there already: it must not be drawn anew with each letter.
            compositionstart(view) {
              if (!storage.isOn) return false
              const { tr, schema, selection } = view.state
              const marks = selection.$from.marks()
              const { proposer } = bindingOf(editor)
              const own = marks.find(
                ({ type, attrs }) => type.name === 'insertion' && proposer.isHere(attrs.id),
              )
              const id = own?.attrs.id ?? proposer.fresh()
              const rest = marks.filter((mark) => !isProposal(mark))
              view.dispatch(tr.setStoredMarks(schema.mark('insertion', { id }).addToSet(rest)))
              return false
            },
          },
        },
      }),
    ]
  },
})

/** Characters that are typed inside a proposal take its marks over from their neighbours: they are freed of them. */
function plainTyping(state: EditorState, tr: Transaction): Transaction {
  const [step] = tr.steps
  if (tr.steps.length !== 1 || !(step instanceof ReplaceStep) || tr.getMeta('uiEvent')) return tr
  const { slice, from, to } = step
  const typed = slice.content.content
  if (!typed.every(({ isText }) => isText) || !typed.some(({ marks }) => marks.some(isProposal)))
    return tr
  const out = state.tr.step(
    new ReplaceStep(from, to, new Slice(freed(slice.content), slice.openStart, slice.openEnd)),
  )
  out.setSelection(Selection.fromJSON(out.doc, tr.selection.toJSON()))
  return carryOver(out.setStoredMarks(tr.storedMarks), tr)
}

const freed = (content: Fragment) =>
  Fragment.from(
    content.content.map((node: PMNode) =>
      node.mark(node.marks.filter((mark) => !isProposal(mark))),
    ),
  )
