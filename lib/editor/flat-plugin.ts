import { Plugin } from '@tiptap/pm/state'
import { COPIES, type FlatBinding, flatKey, isRemote, type Log } from './binding.ts'
import { normalise } from './normalise.ts'
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
      binding.attach(view)
      return { update: () => binding.flush(), destroy: () => binding.detach() }
    },
  })
}
