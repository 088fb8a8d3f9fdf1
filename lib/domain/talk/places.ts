import type { Block, Sentence, TextBlock } from '#lib/domain/text/article-text.ts'
import type { ThreadPlace } from './thread.ts'

type Part = Omit<ThreadPlace, 'blockIndex'>

/** Blocks are values: those that did not change are not looked through again. */
const parts = new WeakMap<TextBlock, ReadonlyMap<string, Part>>()

/** Where each thread stands that has words in the text. */
export function threadPlaces(blocks: readonly Block[]): ReadonlyMap<string, ThreadPlace> {
  const places = new Map<string, ThreadPlace>()
  for (const [blockIndex, block] of blocks.entries()) {
    if (block.type !== 'text' || !block.threads.length) continue
    for (const [id, part] of partsOf(block))
      if (!places.has(id)) places.set(id, { blockIndex, ...part })
  }
  return places
}

/** From the first to the last of its characters: what stands in between was written into it. */
function partsOf(block: TextBlock): ReadonlyMap<string, Part> {
  const known = parts.get(block)
  if (known) return known
  const found = new Map<string, Part>()
  for (const { threadId, from, to } of block.threads) {
    const part = found.get(threadId)
    found.set(threadId, {
      from: Math.min(part?.from ?? from, from),
      to: Math.max(part?.to ?? to, to),
    })
  }
  parts.set(block, found)
  return found
}

/** True when some of its words are of this sentence. */
export function touches(place: ThreadPlace | null, sentence: Sentence): boolean {
  if (place?.blockIndex !== sentence.blockIndex) return false
  return place.from < sentence.to && place.to > sentence.from
}

/** Words that somebody means to say something about. */
export interface Quoted extends ThreadPlace {
  readonly quote: string
}

/**
 * Where the quoted words stand now: at their place, else where they stand nearest in the same block, else where they
 * stand alone in the article. Null where that cannot be told [THR3].
 */
export function findQuoted(blocks: readonly Block[], quoted: Quoted): ThreadPlace | null {
  const { blockIndex, from, to, quote } = quoted
  const size = quote.length
  // Half a character is none: what stands on it would break the other half.
  if (!quote.trim() || to - from !== size || !quote.isWellFormed()) return null
  const block = blocks[blockIndex]
  if (block?.type === 'text' && block.text.startsWith(quote, from)) return { blockIndex, from, to }
  const near = occurrences(block, quote)
  if (near.length) {
    const at = near.reduce((best, next) =>
      Math.abs(next - from) < Math.abs(best - from) ? next : best,
    )
    return { blockIndex, from: at, to: at + size }
  }
  const [only, ...others] = blocks.flatMap((block, index) =>
    occurrences(block, quote).map((at) => ({ blockIndex: index, from: at, to: at + size })),
  )
  return only && !others.length ? only : null
}

function occurrences(block: Block | undefined, words: string): number[] {
  const found: number[] = []
  if (block?.type !== 'text') return found
  // None within another: a text of one letter would be searched as often as it is long.
  for (
    let at = block.text.indexOf(words);
    at >= 0;
    at = block.text.indexOf(words, at + words.length)
  )
    found.push(at)
  return found
}
