import type { EditorView } from '@tiptap/pm/view'

/** As much as we need of the part of the view that reads the page. It is not in the view's published types. */
interface Observing {
  readonly domObserver?: {
    /** Changes of the page that the view has not read yet. */
    pendingRecords(): readonly MutationRecord[]
    flush(): void
    flushSoon(): void
  }
}

/**
 * Takes in a selection that the browser has made already and has not told of yet [EDT15]. It tells a little after the key
 * or click. Whatever redraws the text in between would put the old selection back, and the next key would be for the old one. To be
 * called before a key is handled and before a transaction that no key of one's own causes. It never writes: text that was
 * typed meanwhile is read soon after.
 */
export function takeInSelection({ composing, isDestroyed, domObserver }: EditorView & Observing) {
  // While a word is composed, the selection is the input method's.
  if (composing || isDestroyed || !domObserver) return
  if (domObserver.pendingRecords().length) domObserver.flushSoon()
  else domObserver.flush()
}
