import type { Version, VersionSentence } from '#lib/domain/publication/version.ts'
import { CONFIDENCES, type Confidence } from '#lib/domain/sourcing/annotation.ts'
import { counted } from './words.ts'

/** The reader's numbers of a sentence's sources: in order of citation, each once. */
export function sourceNumbers({ citations }: VersionSentence): readonly number[] {
  return [...new Set(citations.map(({ source }) => source + 1))]
}

/** Everything but "confirmed" is said in words beside the sentence, wherever a reader stands [FMT5]. */
export function isFlagged(
  confidence: Confidence | null,
): confidence is Exclude<Confidence, 'confirmed'> {
  return confidence !== null && confidence !== 'confirmed'
}

/** True for a sentence about which readers can be told more: it gets a marker and a note [FMT3]. */
export function hasNote({ citations, confidence, publicNotes }: VersionSentence): boolean {
  return citations.length > 0 || publicNotes.length > 0 || isFlagged(confidence)
}

/** Sentences that use a source, in reading order; `at` is its place in `sources`. */
export function usesOf(version: Version, at: number): readonly VersionSentence[] {
  return version.sentences.filter(({ citations }) => citations.some(({ source }) => source === at))
}

/** Sentences that readers should not take for certain, the reason beside them. */
export function openSentences(version: Version): readonly VersionSentence[] {
  return version.sentences.filter(
    ({ confidence }) => confidence === 'unconfirmed' || confidence === 'disputed',
  )
}

/** `24 sentences: 21 confirmed, 2 likely, 1 disputed · 9 sources · checked by 1 reviewer`. */
export function summaryParts(version: Version): readonly [string, string, string] {
  const { sentences, sources, reviewers } = version
  const counts = CONFIDENCES.map((word) => {
    const count = sentences.filter(({ confidence }) => confidence === word).length
    return count ? `${count} ${word}` : ''
  })
  const unclaimed = sentences.filter(
    (sentence) => sentence.confidence === null && owesNothing(sentence),
  ).length
  const unrated = sentences.filter(
    (sentence) => sentence.confidence === null && !owesNothing(sentence),
  ).length
  const parts = [
    ...counts,
    unrated ? `${unrated} not rated` : '',
    unclaimed ? `${unclaimed} without a claim to check` : '',
  ].filter(Boolean)
  const total = counted(sentences.length, 'sentence', 'sentences')
  return [
    parts.length ? `${total}: ${parts.join(', ')}` : total,
    ...supportParts(sources.length, reviewers),
  ]
}

/** `9 sources`, `checked by 1 reviewer`. */
export function supportParts(sources: number, reviewers: number): readonly [string, string] {
  return [
    counted(sources, 'source', 'sources'),
    reviewers
      ? `checked by ${counted(reviewers, 'reviewer', 'reviewers')}`
      : 'not checked by a reviewer',
  ]
}

export function summaryLine(version: Version): string {
  return summaryParts(version).join(' · ')
}

function owesNothing({ kind }: VersionSentence): boolean {
  return kind === 'opinion' || kind === 'exempt'
}
