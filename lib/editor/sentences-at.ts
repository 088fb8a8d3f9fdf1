import type { Node as PMNode } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { Boundary, TextBlock } from '#lib/domain/text/article-text.ts'
import { sentencesOfBlock } from '#lib/domain/text/sentences.ts'
import { isOfficial, officialText, posInBlock } from './official.ts'

/** Sentences as ranges of an editor's document. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Sentences are found by the language of the article. */
export function languageOf(shared: Y.Doc): string {
  const lang = shared.getMap('meta').get('lang')
  return typeof lang === 'string' && lang ? lang : 'en'
}

/** The sentences of a block whose content begins at `start`. */
export function sentencesAt(block: PMNode, start: number, lang: string): Range[] {
  return sentencesOfBlock(textBlockOf(block), lang).map(({ from, to }) => ({
    from: start + posInBlock(block, from, 'before'),
    to: start + posInBlock(block, to),
  }))
}

/** The words in a range without the white space around them; null if there are none, or several sentences of them. */
export function trimmed(doc: PMNode, from: number, to: number, lang: string): Range | null {
  const $from = doc.resolve(from)
  if (!$from.depth || to > $from.end()) return null
  const touched = sentencesAt($from.parent, $from.start(), lang).filter(
    (sentence) => sentence.from < to && sentence.to > from,
  )
  const [only] = touched
  if (!only || touched.length > 1) return null
  const area = { from: Math.max(from, only.from), to: Math.min(to, only.to) }
  return area.from < area.to ? area : null
}

/** As much of the block as sentences rest on. */
function textBlockOf(block: PMNode): TextBlock {
  const boundaries: Boundary[] = []
  let at = 0
  block.forEach((node) => {
    if (!isOfficial(node)) return
    const kind = node.marks.find(({ type }) => type.name === 'boundary')?.attrs.kind
    if (kind) boundaries.push({ at, kind })
    at += node.nodeSize
  })
  const plain = {
    formats: [],
    anchors: [],
    threads: [],
    proposals: [],
    boundaries,
    role: 'paragraph',
  } as const
  return { type: 'text', id: '', text: officialText(block), ...plain }
}
