import type { Node as PMNode } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import { officialText, posInBlock } from './official.ts'

/** How one sentence is shown. `from` and `to` are offsets into the block's text. */
export interface SentenceMark {
  /** Index of the block in the article. */
  readonly block: number
  readonly from: number
  readonly to: number
  readonly display: string
  readonly active: boolean
  /** The sign behind the sentence; null for none. */
  readonly glyph: string | null
  /** In words, for those who ask. */
  readonly label: string
}

/** A sentence with its number in the article. */
export type Numbered = SentenceMark & { readonly index: number }

/** A sentence as decorations of its block, which stands at `pos`: its line, and its sign on its last character. */
export function drawMark(block: PMNode, pos: number, mark: Numbered): Decoration[] {
  const { from, to, display, active, glyph, label, index } = mark
  const text = officialText(block)
  if (from >= to || to > text.length) return []
  const start = pos + 1
  const end = start + posInBlock(block, to)
  const sentence = Decoration.inline(start + posInBlock(block, from, 'before'), end, {
    class: active ? `s s-${display} s-active` : `s s-${display}`,
    'data-s': String(index),
    'data-label': label,
  })
  if (glyph === null) return [sentence]
  const last = to - lastGrapheme(text.slice(from, to)).length
  return [
    sentence,
    Decoration.inline(start + posInBlock(block, last, 'before'), end, {
      class: 's-glyph',
      'data-g': display,
      'data-glyph': glyph,
    }),
  ]
}

const graphemes = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter() : null

/** The last character as people see it: the sign hangs on the whole of it. */
function lastGrapheme(text: string): string {
  // Long enough for every joined emoji; a cut through a pair at its start does not matter for the end.
  const end = text.slice(-40)
  const last = graphemes ? [...graphemes.segment(end)].at(-1)?.segment : [...end].at(-1)
  return last ?? ''
}
