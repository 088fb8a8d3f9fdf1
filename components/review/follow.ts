import { sharesAnnotation } from '#lib/domain/review/decisions.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'

/**
 * The same sentence in a newer reading of the article: untouched, or by its annotations, or by its place. Null when it
 * is gone. A note that somebody is writing must neither vanish nor end on another sentence when the text moves.
 */
export function followSentence(
  { sentence }: SentenceStatus,
  statuses: readonly SentenceStatus[],
): SentenceStatus | null {
  const { identity, annotationIds, blockId, text, from, to } = sentence
  const inBlock = statuses.filter((status) => status.sentence.blockId === blockId)
  return (
    statuses.find((status) => status.sentence.identity === identity) ??
    statuses.find((status) => sharesAnnotation(status.sentence.annotationIds, annotationIds)) ??
    inBlock.find((status) => status.sentence.text === text) ??
    inBlock.find((status) => status.sentence.from < to && status.sentence.to > from) ??
    null
  )
}
