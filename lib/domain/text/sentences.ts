import type { Block, Sentence, TextBlock } from './article-text.ts'
import { segment } from './segmentation.ts'

type LocalSentence = Omit<Sentence, 'index' | 'blockIndex'>

/** A block's sentences depend on nothing but the block and the language, and blocks are values: kept with them [TXT6]. */
const kept = new WeakMap<TextBlock, { lang: string; sentences: readonly LocalSentence[] }>()

/** The sentences of an article in order, numbered from 0 [TXT5]. Figures have none. */
export function sentencesOf(blocks: readonly Block[], lang: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  blocks.forEach((block, blockIndex) => {
    if (block.type !== 'text') return
    for (const sentence of sentencesOfBlock(block, lang)) {
      sentences.push({ ...sentence, index: sentences.length, blockIndex })
    }
  })
  return sentences
}

export function sentencesOfBlock(block: TextBlock, lang: string): readonly LocalSentence[] {
  const known = kept.get(block)
  if (known?.lang === lang) return known.sentences
  const sentences = spansOf(block, lang).map(([from, to]) => localSentence(block, from, to))
  kept.set(block, { lang, sentences })
  return sentences
}

/** The segmenter's spans, corrected by hand where a boundary says so [SEG6]. */
function spansOf(block: TextBlock, lang: string): readonly (readonly [number, number])[] {
  const found = segment(block.text, lang)
  if (!block.boundaries.length) return found
  const joins = block.boundaries.filter(({ kind }) => kind === 'join').map(({ at }) => at)
  const splits = block.boundaries.filter(({ kind }) => kind === 'split').map(({ at }) => at)
  const joined: [number, number][] = []
  for (const [from, to] of found) {
    const before = joined.at(-1)
    if (before && joins.some((at) => at >= before[1] && at <= from)) before[1] = to
    else joined.push([from, to])
  }
  return joined.flatMap(([from, to]) => cut(block.text, from, to, splits))
}

function cut(text: string, from: number, to: number, splits: readonly number[]) {
  const inside = splits.filter((at) => at > from && at < to).sort((a, b) => a - b)
  const edges = [from, ...inside, to]
  const parts: [number, number][] = []
  for (let part = 0; part + 1 < edges.length; part++) {
    const start = edges[part] ?? from
    const end = edges[part + 1] ?? to
    const piece = text.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    const length = piece.trim().length
    if (length) parts.push([start + lead, start + lead + length])
  }
  return parts
}

const NONE: readonly (readonly string[])[] = []

/** Annotations of one sentence that stand on the same characters of its block. */
function alikeIn(block: TextBlock, ids: readonly string[]): readonly (readonly string[])[] {
  const groups = Map.groupBy(ids, (id) =>
    block.anchors
      .filter(({ annotationId }) => annotationId === id)
      .map(({ from, to }) => `${from}-${to}`)
      .join(),
  )
  const alike = [...groups.values()].filter((group) => group.length > 1)
  return alike.length ? alike : NONE
}

function localSentence(block: TextBlock, from: number, to: number): LocalSentence {
  const touches = (range: { from: number; to: number }) => range.from < to && range.to > from
  const ids = [...new Set(block.anchors.filter(touches).map(({ annotationId }) => annotationId))]
  const links = block.formats
    .filter((range) => range.kind === 'link' && touches(range))
    .map(({ href }) => href ?? '')
  return {
    blockId: block.id,
    role: block.role,
    from,
    to,
    text: block.text.slice(from, to),
    annotationIds: ids.sort(),
    alike: ids.length > 1 ? alikeIn(block, ids) : NONE,
    links: [...new Set(links)],
    identity: {},
  }
}
