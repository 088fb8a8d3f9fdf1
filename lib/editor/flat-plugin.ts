import { Plugin } from '@tiptap/pm/state'
import { COPIES, type FlatBinding, flatKey, isRemote, type Log } from './binding.ts'
import { normalise } from './normalise.ts'
import { takeInSelection } from './pending-selection.ts'
import { indexOfPos } from './pieces.ts'

/** Connects a binding to the editor: collects local transactions, puts them right, and has them written. */
export function flatPlugin(binding: FlatBinding): Plugin<Log | null> {
  return new Plugin<Log | null>({
    key: flatKey,
    state: {
      init: () => null,
      apply(tr, log, { doc, selection }) {
        if (!tr.docChanged && !tr.getMeta(COPIES)) return log
        const at = (pos: number) => (isRemote(tr) ? 0 : indexOfPos(doc, pos))
        const before = { anchor: at(selection.anchor), head: at(selection.head) }
        return { tr, before, caret: selection.head, prev: log }
      },
    },
    props: {
      handleDOMEvents: {
        // A key is meant for what is selected on the screen, also when it comes before the browser has told of that.
        keydown: (view) => {
          takeInSelection(view)
          return false
        },
      },
    },
    filterTransaction(tr) {
      // Where all was selected and nothing is left, Tiptap would make the blocks anew, without identifier and role. We
      // give them others at once, it starts again, and so on for ever as long as the selection holds.
      tr.setMeta('preventClearDocument', true)
      return true
    },
    appendTransaction(trs, oldState, newState) {
      const local = trs.some((tr) => tr.docChanged && !isRemote(tr))
      return local ? normalise(oldState.doc, newState) : null
    },
    view(view) {
      binding.attach({
        get state() {
          return view.state
        },
        dispatch: (tr) => view.dispatch(tr),
        settle: () => takeInSelection(view),
      })
      return { update: () => binding.flush(), destroy: () => binding.detach() }
    },
  })
}
