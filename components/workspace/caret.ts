import type { ArticleEditor } from '#components/editor/article-editor.ts'
import type { ThreadPlace } from '#lib/domain/talk/thread.ts'
import type { Sentence } from '#lib/domain/text/article-text.ts'
import { pmPosOf } from '#lib/editor/places.ts'

/** Puts the caret into a sentence that was chosen elsewhere: whoever returns to the text types there. */
export function caretInto(editor: ArticleEditor | null, { blockIndex, to }: Sentence): void {
  if (!editor || editor.isDestroyed) return
  // At its end: where no space stands between sentences, its start is the end of the one before.
  editor.commands.setTextSelection(pmPosOf(editor.state.doc, { block: blockIndex, offset: to }))
  if (editor.isFocused) editor.commands.scrollIntoView()
}

/** Puts the caret at the beginning of some words, and brings them into view without taking the focus. */
export function showPlace(editor: ArticleEditor | null, { blockIndex, from }: ThreadPlace): void {
  if (!editor || editor.isDestroyed) return
  // Behind the first character: before it may be another sentence's end.
  const pmPos = pmPosOf(editor.state.doc, { block: blockIndex, offset: from + 1 })
  editor.commands.setTextSelection(pmPos)
  const { node } = editor.view.domAtPos(pmPos)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
}

/** Selects a figure, and brings it into view; false: it is not one. */
export function selectFigure(editor: ArticleEditor | null, block: number): boolean {
  if (!editor || editor.isDestroyed) return false
  const { doc } = editor.state
  if (!doc.maybeChild(block)?.isAtom) return false
  return editor
    .chain()
    .setNodeSelection(pmPosOf(doc, { block, offset: 0 }))
    .scrollIntoView()
    .run()
}
