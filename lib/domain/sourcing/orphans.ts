import type { Block, Sentence } from '#lib/domain/text/article-text.ts'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import type { Annotation, SourcedText } from './annotation.ts'
import type { ArticleContent, SourcedSentence } from './article-content.ts'
import { isEmpty } from './evidence.ts'
import { placeOfQuote, placeOfSentence } from './place.ts'

/** Where an annotation without a place could stand. `same`: the words that it was given for stand there. */
export interface Proposal {
  readonly blockIndex: number
  readonly from: number
  readonly to: number
  /** The sentence that it is in. */
  readonly sentence: Sentence
  readonly same: boolean
}

/** Annotations whose words are gone from the text [ANN9]. What says nothing has nothing to lose. */
export function orphansOf({ blocks, annotations }: ArticleContent): readonly Annotation[] {
  if (!annotations.size) return NONE
  const placed = placedIn(blocks)
  const found = [...annotations.values()].filter(
    (annotation) => !placed.has(annotation.id) && (!isEmpty(annotation) || annotation.note),
  )
  return found.length ? found : NONE
}

/** The annotations that stand on any words. */
export const placedIn = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(blocks.flatMap(anchoredIn))

const NONE: readonly Annotation[] = []
const anchored = new WeakMap<Block, readonly string[]>()

/** Blocks are values: those that did not change are not looked through again. */
function anchoredIn(block: Block): readonly string[] {
  const known = anchored.get(block)
  if (known) return known
  const ids = block.type === 'text' ? block.anchors.map(({ annotationId }) => annotationId) : []
  anchored.set(block, ids)
  return ids
}

/**
 * Where an orphan most likely belongs, by its words and what stood before and after them, as a text quote selector of the
 * W3C Web Annotation model says it [ANN10]. Null where nothing is like it. A person decides.
 */
export function proposePlace(
  content: ArticleContent,
  sentences: readonly SourcedSentence[],
  { sourcedText }: Annotation,
): Proposal | null {
  if (!sourcedText?.exact.trim()) return null
  return sourcedText.scope === 'span'
    ? proposeSpan(content, sentences, sourcedText)
    : proposeSentence(content, sentences, sourcedText)
}

/** True when these are the words that the orphan was given for. */
export function fitsWords({ sourcedText }: Annotation, text: string): boolean {
  return sourcedText?.scope === 'sentence' && sameWords(sourcedText.exact, text)
}

function proposeSpan(
  content: ArticleContent,
  sentences: readonly SourcedSentence[],
  words: SourcedText,
): Proposal | null {
  const { exact, prefix, suffix } = words
  const inContext = placeOfQuote(content, { exact, prefix, suffix })
  const found = inContext.length ? inContext : placeOfQuote(content, { exact })
  const [only] = found
  // One of several is a guess that a person could take for knowledge.
  if (!only || found.length > 1) return null
  const holder = sentences.find(
    ({ sentence }) =>
      sentence.blockIndex === only.blockIndex &&
      sentence.from <= only.from &&
      sentence.to >= only.to,
  )
  if (!holder) return null
  const { blockIndex, from, to } = only
  return { blockIndex, from, to, sentence: holder.sentence, same: true }
}

/** What a sentence with the same neighbours needs to have in common, and one without. */
const LIKE_HERE = 0.25
const LIKE_ANYWHERE = 0.55
/** What each neighbour that is still there counts, beside the likeness of the words (0–1). */
const NEIGHBOUR = 0.2

function proposeSentence(
  content: ArticleContent,
  sentences: readonly SourcedSentence[],
  words: SourcedText,
): Proposal | null {
  const wanted = wordsToCompare(words.exact)
  let best: { readonly score: number; readonly sentence: Sentence } | null = null
  for (const candidate of sentences) {
    const { sentence } = candidate
    const same = sameWords(words.exact, sentence.text)
    const like = same ? 2 : likenessOf(candidate, wanted)
    if (!like) continue
    const near = neighbours(content, sentence, words)
    if (like < (near > NEIGHBOUR ? LIKE_HERE : LIKE_ANYWHERE)) continue
    const score = like + near
    if (!best || score > best.score) best = { score, sentence }
  }
  if (!best) return null
  const { sentence } = best
  const { blockIndex, from, to } = sentence
  return { blockIndex, from, to, sentence, same: sameWords(words.exact, sentence.text) }
}

/** A sentence with evidence of its own is another one, unless the words say otherwise. */
function likenessOf({ sentence, annotations }: SourcedSentence, wanted: readonly string[]) {
  if (annotations.some((annotation) => !isEmpty(annotation))) return 0
  return likeness(wanted, wordsToCompare(sentence.text))
}

function neighbours(content: ArticleContent, sentence: Sentence, words: SourcedText): number {
  const now = placeOfSentence(content, sentence).words
  return (
    (words.prefix.trim() && now.prefix.trimEnd().endsWith(tail(words.prefix)) ? NEIGHBOUR : 0) +
    (words.suffix.trim() && now.suffix.trimStart().startsWith(head(words.suffix)) ? NEIGHBOUR : 0)
  )
}

/** Half of what is kept is enough to know a neighbour by: its far end may have changed. */
const tail = (text: string) => text.trimEnd().slice(-16)
const head = (text: string) => text.trimStart().slice(0, 16)

const sameWords = (one: string, other: string) =>
  normaliseWords(one).toLocaleLowerCase() === normaliseWords(other).toLocaleLowerCase()

/** A text as words, for comparing. */
export function wordsToCompare(text: string): readonly string[] {
  return (
    normaliseWords(text)
      .toLocaleLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Dice's coefficient over words: twice what both have, by what there is. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (!one.length || !other.length) return 0
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (!count) continue
    left.set(word, count - 1)
    shared++
  }
  return (2 * shared) / (one.length + other.length)
}
