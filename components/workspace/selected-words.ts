import type { ArticleEditor } from '#components/editor/article-editor.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Quoted } from '#lib/domain/talk/places.ts'
import { officialText } from '#lib/editor/official.ts'
import { takeInSelection } from '#lib/editor/pending-selection.ts'
import { placeOf } from '#lib/editor/places.ts'

/** The words that are selected in the text, without the white space around them; null when none are. */
export function selectedWords(editor: ArticleEditor | null): Quoted | null {
  if (!editor || editor.isDestroyed) return null
  takeInSelection(editor.view)
  const { doc, selection } = editor.state
  if (selection.empty) return null
  const start = placeOf(doc, selection.from)
  const end = placeOf(doc, selection.to)
  // Of several paragraphs the first: that is where one began to select.
  // Without what is only proposed: that has no place in the article yet.
  const text = officialText(doc.child(start.block))
  const words = text.slice(start.offset, end.block === start.block ? end.offset : text.length)
  const quote = words.trim()
  if (!quote) return null
  const from = start.offset + words.length - words.trimStart().length
  return { blockIndex: start.block, from, to: from + quote.length, quote }
}

export function wordsOfSentence(status: SentenceStatus | undefined): Quoted | null {
  if (!status) return null
  const { blockIndex, from, to, text } = status.sentence
  return { blockIndex, from, to, quote: text }
}
