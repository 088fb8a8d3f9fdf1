import type { Node as PMNode } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import { officialText, posInBlock } from './official.ts'

/** Offsets into the block's text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

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
  /** The newsroom has a note on it: a second sign. */
  readonly noted?: boolean
  /** Parts of it that have evidence of their own; told of the sentence that one is at. */
  readonly parts?: readonly Stretch[]
  /** In words, for those who ask. */
  readonly label: string
}

/** A sentence with its number in the article. */
export type Numbered = SentenceMark & { readonly index: number }

/** A sentence as decorations of its block, which stands at `pos`: its line, and its sign on its last character. */
export function drawMark(block: PMNode, pos: number, mark: Numbered): Decoration[] {
  const { from, to, display, active, glyph, noted = false, parts = [], label, index } = mark
  const text = officialText(block)
  if (from >= to || to > text.length) return []
  const over = drawOver(block, pos)
  const sentence = over(from, to, {
    class: active ? `s s-${display} s-active` : `s s-${display}`,
    'data-s': String(index),
    'data-label': label,
  })
  const drawn = [sentence, ...parts.flatMap((part) => drawPart(text, over, part))]
  if (glyph === null && !noted) return drawn
  const last = to - lastGrapheme(text.slice(from, to)).length
  const signs = over(last, to, {
    class: noted ? 's-glyph s-noted' : 's-glyph',
    'data-g': display,
    ...(glyph !== null && { 'data-glyph': glyph }),
  })
  return [...drawn, signs]
}

type Over = (from: number, to: number, attrs: Record<string, string>) => Decoration

/** Draws over some characters of the block's text. */
const drawOver =
  (block: PMNode, pos: number): Over =>
  (from, to, attrs) => {
    const start = pos + 1 + posInBlock(block, from, 'before')
    return Decoration.inline(start, pos + 1 + posInBlock(block, to), attrs)
  }

/** A bracket below the words: a line, with an end on the first and on the last character. */
function drawPart(whole: string, over: Over, { from, to }: Stretch) {
  if (from >= to || to > whole.length) return []
  const text = whole.slice(from, to)
  const first = [...text][0]?.length ?? 0
  return [
    over(from, to, { class: 's-part' }),
    over(from, from + first, { class: 's-part-start' }),
    over(to - lastGrapheme(text).length, to, { class: 's-part-end' }),
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
