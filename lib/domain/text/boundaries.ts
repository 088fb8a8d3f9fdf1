import type { Boundary, Sentence, TextBlock } from './article-text.ts'
import { sentencesOfBlock } from './sentences.ts'

/** What joining or splitting by hand writes: a boundary on the character at `at`; null takes away the one that stands there. */
export interface BoundaryChange {
  readonly at: number
  readonly kind: Boundary['kind'] | null
}

/**
 * Ends a sentence at an offset of its block's text; the next begins at the first character behind it that is no white
 * space. Null where a sentence begins already, or none would [SEG19].
 */
export function splitAt(block: TextBlock, lang: string, offset: number): BoundaryChange | null {
  const { text } = block
  let at = Math.max(0, offset)
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  // A cut through the middle of a character would leave two broken ones.
  if (at > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(at))) at--
  if (at >= text.length || beginsAt(block, lang, at)) return null
  return firstThat(block, at, 'split', (changed) => beginsAt(changed, lang, at))
}

/** Makes one sentence of the one that begins at `from` and the next of its block; null if it is the last [SEG19]. */
export function joinWithNext(block: TextBlock, lang: string, from: number): BoundaryChange | null {
  const at = sentencesOfBlock(block, lang).find((sentence) => sentence.from > from)?.from
  if (at === undefined) return null
  return firstThat(block, at, 'join', (changed) => !beginsAt(changed, lang, at))
}

/** What was done to a sentence by hand, as the changes that take it back; those that do nothing are left out [SEG20]. */
export function handmadeIn(
  block: TextBlock,
  lang: string,
  { from, to }: Pick<Sentence, 'from' | 'to'>,
): { readonly split: BoundaryChange | null; readonly joins: readonly BoundaryChange[] } {
  const undo = (at: number): BoundaryChange => ({ at, kind: null })
  const matters = ({ at }: Boundary) => {
    const without = sentencesOfBlock(changed(block, undo(at)), lang)
    return !without.some((sentence) => sentence.from === from && sentence.to === to)
  }
  const ours = block.boundaries.filter(matters)
  const split = ours.find(({ at, kind }) => kind === 'split' && skipSpace(block.text, at) === from)
  const joins = ours.filter(({ at, kind }) => kind === 'join' && at > from && at < to)
  return { split: split ? undo(split.at) : null, joins: joins.map(({ at }) => undo(at)) }
}

/** Taking away what somebody else did by hand comes before doing the opposite. */
function firstThat(
  block: TextBlock,
  at: number,
  kind: Boundary['kind'],
  works: (block: TextBlock) => boolean,
): BoundaryChange | null {
  const here = block.boundaries.filter((boundary) => skipSpace(block.text, boundary.at) === at)
  const changes = [...here.map((boundary) => ({ at: boundary.at, kind: null })), { at, kind }]
  return changes.find((change) => works(changed(block, change))) ?? null
}

/** The block as it would be read after the change. */
function changed(block: TextBlock, { at, kind }: BoundaryChange): TextBlock {
  const others = block.boundaries.filter((boundary) => boundary.at !== at)
  return { ...block, boundaries: kind ? [...others, { at, kind }] : others }
}

function beginsAt(block: TextBlock, lang: string, at: number): boolean {
  return sentencesOfBlock(block, lang).some(({ from }) => from === at)
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}
