import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import {
  type ArticleContent,
  type SourcedSentence,
  sourcedSentencesOf,
} from '#lib/domain/sourcing/article-content.ts'
import { likeness, wordsToCompare } from '#lib/domain/sourcing/orphans.ts'
import type { HistoryPage, SittingMoment } from './moments.ts'
import { sameValue } from './restore-text.ts'

/** By what a sentence is known in another moment of its article. */
export interface SentenceTrace {
  readonly annotationIds: readonly string[]
  readonly blockId: string
  readonly text: string
}

/** A sentence as it was at one moment, with what was said of it. */
export interface FoundSentence {
  readonly text: string
  readonly blockId: string
  readonly annotations: readonly Annotation[]
}

/** A moment in which a sentence changed, came (`before` is null) or went (`after` is null). */
export interface SentenceChange {
  readonly moment: SittingMoment & { readonly previous: number }
  readonly before: FoundSentence | null
  readonly after: FoundSentence | null
  /** Who did it, and when they were done. */
  readonly personId: string
  readonly at: string
}

/** The changes of a sentence in a stretch of the log, newest first. */
export interface FollowedSentence {
  readonly changes: readonly SentenceChange[]
  /** How the sentence is known before that stretch. */
  readonly trace: SentenceTrace
}

/** A page of one sentence's history. */
export type SentenceHistory = Omit<HistoryPage, 'moments'> & FollowedSentence

/** So much two sentences of one block need to have in common, by words, to be one that was changed. */
const LIKE_HERE = 0.4
/** The same for sentences of two blocks: the words moved, and little else. */
const LIKE_ANYWHERE = 0.75

/**
 * The sentence in another moment [HIS4]: the one with its evidence, else the one of its block that is most like it, else
 * its words elsewhere. Null: it was not there.
 */
export function findSentence(content: ArticleContent, trace: SentenceTrace): FoundSentence | null {
  const all = sourcedSentencesOf(content)
  const wanted = wordsToCompare(trace.text)
  const byEvidence = all.filter(({ sentence }) =>
    sentence.annotationIds.some((id) => trace.annotationIds.includes(id)),
  )
  const here = all.filter(({ sentence }) => sentence.blockId === trace.blockId)
  const found =
    mostLike(byEvidence, wanted, 0) ??
    mostLike(here, wanted, LIKE_HERE) ??
    mostLike(all, wanted, LIKE_ANYWHERE)
  if (!found) return null
  const { sentence, annotations } = found
  return { text: sentence.text, blockId: sentence.blockId, annotations }
}

/** How the sentence is known in moments before this one. */
export function traceOf({ text, blockId, annotations }: FoundSentence): SentenceTrace {
  return { text, blockId, annotationIds: annotations.map(({ id }) => id) }
}

/** True when words and evidence are the same. */
export function isUnchanged(one: FoundSentence | null, other: FoundSentence | null): boolean {
  if (!one || !other) return one === other
  return one.text === other.text && sameValue(one.annotations, other.annotations)
}

function mostLike(
  sentences: readonly SourcedSentence[],
  wanted: readonly string[],
  least: number,
): SourcedSentence | null {
  let best: SourcedSentence | null = null
  let score = least - Number.EPSILON
  for (const candidate of sentences) {
    const like = likeness(wanted, wordsToCompare(candidate.sentence.text))
    if (like <= score) continue
    best = candidate
    score = like
  }
  return best ?? null
}
