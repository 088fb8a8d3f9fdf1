import { type Query, sharesAnnotation } from '#lib/domain/review/decisions.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import {
  isLive,
  lacksPassage,
  owesNothing,
  sourceTroubles,
  wordsChanged,
} from '#lib/domain/sourcing/evidence.ts'

export type BlockerKind =
  | 'empty'
  | 'untagged'
  | 'changed'
  | 'rejected'
  | 'queried'
  | 'notApproved'
  | 'stale'
  | 'disputedWithoutNote'
  | 'confidenceMissing'
  | 'passageMissing'
  | 'sourceRetired'
  | 'sourceUnknown'
  | 'sourceDead'
  | 'passageLost'
  | 'termsForbid'
  | 'questionWithoutSentence'

/** One thing between an article and its publication, with what to do about it. */
export interface Blocker {
  readonly kind: BlockerKind
  /** Index of the sentence; null when it concerns the whole article. */
  readonly sentence: number | null
  readonly text: string
  readonly message: string
}

/** Everything in the way, in the order of the text [GAT1]. An empty list: the gate is green. */
export function gateOf(
  statuses: readonly SentenceStatus[],
  queries: readonly Query[],
  findSource: FindSource,
): readonly Blocker[] {
  if (!statuses.length)
    return [{ kind: 'empty', sentence: null, text: '', message: 'Write or paste the text first.' }]
  return [
    ...statuses.flatMap((status) => sentenceBlockers(status, findSource)),
    ...strayQuestions(statuses, queries),
  ]
}

/** How many places somebody has to go to: each sentence once, whatever it lacks [GAT4]. */
export function placesToClear(blockers: readonly Blocker[]): number {
  const sentences = new Set(blockers.flatMap(({ sentence }) => sentence ?? []))
  return sentences.size + blockers.filter(({ sentence }) => sentence === null).length
}

function sentenceBlockers(status: SentenceStatus, findSource: FindSource): Blocker[] {
  const kinds = [...evidenceBlockers(status, findSource), ...reviewBlockers(status)]
  return kinds.map((kind) => ({
    kind,
    sentence: status.sentence.index,
    text: status.sentence.text,
    message: MESSAGES[kind],
  }))
}

function evidenceBlockers(status: SentenceStatus, findSource: FindSource): BlockerKind[] {
  const { evidence, annotations, united, kind } = status
  const cited = annotations.flatMap(({ citations }) => citations)
  const sources = cited.map(({ sourceId }) => findSource(sourceId))
  const changedWords = united.some((annotation) => wordsChanged(annotation, status.sentence.text))
  const troubles = sourceTroubles(united, findSource)
  const noted = annotations.some(({ publicNote }) => publicNote.trim())
  const found: (BlockerKind | false)[] = [
    evidence === 'none' && 'untagged',
    evidence === 'changed' && changedWords && 'changed',
    evidence === 'disputed' && !noted && 'disputedWithoutNote',
    evidence !== 'none' && lacksPassage(united, findSource) && 'passageMissing',
    evidence !== 'none' && !owesNothing(kind) && status.confidence === null && 'confidenceMissing',
    sources.includes(undefined) && 'sourceUnknown',
    sources.some((source) => source?.retiredAt) && 'sourceRetired',
    troubles.includes('dead') && 'sourceDead',
    troubles.includes('lost') && 'passageLost',
    cited.some(
      (citation) =>
        isLive(citation, findSource) && findSource(citation.sourceId)?.terms !== 'onRecord',
    ) && 'termsForbid',
  ]
  return found.filter((entry) => entry !== false)
}

function reviewBlockers({ openQueries, approvals, lapsed }: SentenceStatus): BlockerKind[] {
  const found: (BlockerKind | false)[] = [
    openQueries.some(({ verdict }) => verdict === 'reject') && 'rejected',
    openQueries.some(({ verdict }) => verdict === 'query') && 'queried',
    !approvals.length && lapsed !== null && 'stale',
    !approvals.length && lapsed === null && 'notApproved',
  ]
  return found.filter((entry) => entry !== false)
}

/** A question outlives its sentence: deleting the words answers nothing [GAT3]. */
function strayQuestions(statuses: readonly SentenceStatus[], queries: readonly Query[]): Blocker[] {
  const present = statuses.flatMap(({ sentence }) => sentence.annotationIds)
  return queries
    .filter((query) => query.closedAt === null && !sharesAnnotation(query.annotationIds, present))
    .map((query) => ({
      kind: 'questionWithoutSentence',
      sentence: null,
      text: query.text,
      message: `${query.personName} asked about a sentence that is gone: “${query.note}”. They, or a chief, close it.`,
    }))
}

const MESSAGES: Readonly<Record<BlockerKind, string>> = {
  empty: 'Write or paste the text first.',
  untagged: 'Give it a source, or mark that there is nothing to check.',
  changed:
    'The words have changed since they were sourced: say that the evidence still holds, or give new evidence.',
  rejected: 'A reviewer rejected it: change it, and let them approve it.',
  queried: 'A reviewer asks: answer, and let them close the query.',
  notApproved: 'A reviewer has to approve it.',
  stale: 'It has changed since it was approved: a reviewer has to approve it again.',
  disputedWithoutNote: 'Sources contradict each other: add a public note that tells readers so.',
  confidenceMissing: 'Say how confident the newsroom is.',
  passageMissing: 'Numbers, quotes and allegations need a locator or a passage.',
  sourceRetired: 'A source that it cites has been withdrawn: replace it.',
  sourceUnknown: 'It cites a source that is not in the registry: replace it.',
  sourceDead:
    'A page that it cites is gone: cite another source, or say on the page of the source that its captured copy stands.',
  passageLost:
    'A page that it cites has changed, and the passage is not in it any more: quote what it says now, cite another source, or say on the page of the source that its captured copy stands.',
  termsForbid: 'A source that it cites is not on the record, so it cannot be published.',
  questionWithoutSentence: 'A question about a deleted sentence is open.',
}
