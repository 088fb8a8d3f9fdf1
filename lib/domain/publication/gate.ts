import { type Query, strayQuestions } from '#lib/domain/review/decisions.ts'
import { type LegalFlag, owesLegalRead, unreadWords } from '#lib/domain/review/legal-read.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import {
  evidencesOf,
  isEmpty,
  isLive,
  lacksPassage,
  owesNothing,
  sourceTroubles,
  wordsChanged,
} from '#lib/domain/sourcing/evidence.ts'
import { termsTrouble } from '#lib/domain/sourcing/terms.ts'
import { type Proposal, touchesSentence } from '#lib/domain/text/proposals.ts'
import {
  FIGURE_MESSAGES,
  type FigureBlockerKind,
  figureKinds,
  type PlacedFigure,
} from './gate-figures.ts'

export type BlockerKind =
  | 'empty'
  | 'untagged'
  | 'changed'
  | 'rejected'
  | 'queried'
  | 'notApproved'
  | 'stale'
  | 'approvalMissing'
  | 'disputedWithoutNote'
  | 'confidenceMissing'
  | 'passageMissing'
  | 'sourceRetired'
  | 'sourceUnknown'
  | 'sourceDead'
  | 'passageLost'
  | 'termsForbid'
  | 'questionWithoutSentence'
  | 'suggestion'
  | 'leak'
  | 'legalReadDue'
  | 'legalReadStale'
  | FigureBlockerKind

/** One thing between an article and its publication, with what to do about it. */
export interface Blocker {
  readonly kind: BlockerKind
  /** Index of the sentence; null when it concerns the whole article. */
  readonly sentence: number | null
  readonly text: string
  readonly message: string
  /** Index of the block of a figure that it concerns. */
  readonly figure?: number
  /** It stands beside the text: in the data of the article. */
  readonly place?: 'data'
}

/** Everything in the way, in the order of the text [GAT1]. An empty list: the gate is green. */
export function gateOf(
  statuses: readonly SentenceStatus[],
  queries: readonly Query[],
  findSource: FindSource,
  figures: readonly PlacedFigure[] = [],
  proposals: readonly Proposal[] = [],
): readonly Blocker[] {
  if (!statuses.length)
    return [{ kind: 'empty', sentence: null, text: '', message: 'Write or paste the text first.' }]
  const inText = [
    ...statuses.map((status) => ({
      at: status.sentence.blockIndex,
      blockers: sentenceBlockers(status, findSource, proposals),
    })),
    ...figures.map((figure) => ({
      at: figure.blockIndex,
      blockers: figureBlockers(figure, findSource),
    })),
  ]
  return [
    ...inText.sort((a, b) => a.at - b.at).flatMap(({ blockers }) => blockers),
    ...questionsLeft(statuses, queries),
    ...straySuggestions(statuses, proposals),
  ]
}

/** What stands in the way of the article as a whole, whatever its sentences say [GAT5]. `words`: all that is to read [STA8]. */
export function legalBlockers(
  legal: LegalFlag | null,
  words: () => readonly { readonly text: string }[],
): readonly Blocker[] {
  const whole = { sentence: null }
  if (owesLegalRead(legal)) {
    const kind = 'legalReadDue'
    return [{ ...whole, kind, text: legal?.note ?? '', message: MESSAGES[kind] }]
  }
  if (!legal?.read?.of) return []
  const { changed, gone } = unreadWords(legal, words())
  if (!changed.length && !gone) return []
  const kind = 'legalReadStale'
  const count = Math.max(changed.length, gone)
  const what = count === 1 ? 'One passage has' : `${count} passages have`
  const message = `${what} changed since the legal read. ${MESSAGES[kind]}`
  return [{ ...whole, kind, text: changed[0]?.text ?? '', message }]
}

/** How many places somebody has to go to: each sentence and each figure once, whatever it lacks [GAT4]. */
export function placesToClear(blockers: readonly Pick<Blocker, 'sentence' | 'figure'>[]): number {
  const sentences = new Set(blockers.flatMap(({ sentence }) => sentence ?? []))
  const figures = new Set(blockers.flatMap(({ figure }) => figure ?? []))
  const others = blockers.filter(
    ({ sentence, figure }) => sentence === null && figure === undefined,
  )
  return sentences.size + figures.size + others.length
}

/** What reviewers say; everything else in the way of a sentence is for its writers to add [GAT9]. */
const OF_REVIEW: readonly BlockerKind[] = [
  'notApproved',
  'stale',
  'approvalMissing',
  'queried',
  'rejected',
]

/** What the writers owe its sentences. What they add after an approval has to be approved anew [GAT9]. */
export function owedByWriters(blockers: readonly Blocker[]): readonly Blocker[] {
  return blockers.filter(({ kind, sentence }) => sentence !== null && !OF_REVIEW.includes(kind))
}

function sentenceBlockers(
  status: SentenceStatus,
  findSource: FindSource,
  proposals: readonly Proposal[],
): Blocker[] {
  const isOpen = proposals.some((proposal) => touchesSentence(proposal, status.sentence))
  const kinds: BlockerKind[] = [
    ...(isOpen ? (['suggestion'] as const) : []),
    ...evidenceBlockers(status, findSource),
    ...reviewBlockers(status),
  ]
  return kinds.map((kind) => ({
    kind,
    sentence: status.sentence.index,
    text: status.sentence.text,
    message: (kind === 'termsForbid' && termsWords(status, findSource)) || MESSAGES[kind],
  }))
}

function figureBlockers({ figure, picture, blockIndex }: PlacedFigure, findSource: FindSource) {
  return figureKinds({ figure, picture }, findSource).map(
    (kind): Blocker => ({
      kind,
      sentence: null,
      text: figure.alt,
      message: MESSAGES[kind],
      figure: blockIndex,
    }),
  )
}

function evidenceBlockers(status: SentenceStatus, findSource: FindSource): BlockerKind[] {
  const { evidence, annotations, united, kind } = status
  const cited = annotations.flatMap(({ citations }) => citations)
  const sources = cited.map(({ sourceId }) => findSource(sourceId))
  // Each annotation for itself: a dispute that readers are told of hides nothing else.
  const each = evidencesOf(status, united, findSource)
  const changedWords = united.some(
    (annotation) => !isEmpty(annotation) && wordsChanged(annotation, status.sentence.text),
  )
  const troubles = sourceTroubles(united, findSource)
  const noted = annotations.some(({ publicNote }) => publicNote.trim())
  const found: (BlockerKind | false)[] = [
    (evidence === 'none' || each.includes('none')) && 'untagged',
    changedWords && 'changed',
    evidence === 'disputed' && !noted && 'disputedWithoutNote',
    evidence !== 'none' && lacksPassage(united, findSource) && 'passageMissing',
    evidence !== 'none' && !owesNothing(kind) && status.confidence === null && 'confidenceMissing',
    sources.includes(undefined) && 'sourceUnknown',
    sources.some((source) => source?.retiredAt) && 'sourceRetired',
    troubles.includes('dead') && 'sourceDead',
    troubles.includes('lost') && 'passageLost',
    termsWords(status, findSource) !== '' && 'termsForbid',
  ]
  return found.filter((entry) => entry !== false)
}

/** Which live sources are used against their terms, each with its terms [TRM2]. Empty: none is. */
function termsWords({ annotations }: SentenceStatus, findSource: FindSource): string {
  const live = annotations
    .flatMap(({ citations }) => citations)
    .filter((citation) => isLive(citation, findSource))
    .flatMap(({ sourceId }) => findSource(sourceId) ?? [])
  return [...new Set(live.flatMap((source) => termsTrouble(source) ?? []))].join(' ')
}

function reviewBlockers({
  openQueries,
  approvals,
  isApproved,
  lapsed,
}: SentenceStatus): BlockerKind[] {
  const found: (BlockerKind | false)[] = [
    openQueries.some(({ verdict }) => verdict === 'reject') && 'rejected',
    openQueries.some(({ verdict }) => verdict === 'query') && 'queried',
    !approvals.length && lapsed !== null && 'stale',
    !approvals.length && lapsed === null && 'notApproved',
    approvals.length > 0 && !isApproved && 'approvalMissing',
  ]
  return found.filter((entry) => entry !== false)
}

/** A question outlives its sentence: deleting the words answers nothing [GAT3]. */
function questionsLeft(statuses: readonly SentenceStatus[], queries: readonly Query[]): Blocker[] {
  const present = statuses.flatMap(({ sentence }) => sentence.annotationIds)
  return strayQuestions(queries, present).map((query) => ({
    kind: 'questionWithoutSentence',
    sentence: null,
    text: query.text,
    message: `${query.personName} asked about a sentence that is gone: “${query.note}”. They, or a chief, close it in Review.`,
  }))
}

/** A suggestion that touches no sentence: words for an empty paragraph, say. */
function straySuggestions(
  statuses: readonly SentenceStatus[],
  proposals: readonly Proposal[],
): Blocker[] {
  const isStray = (proposal: Proposal) =>
    !statuses.some(({ sentence }) => touchesSentence(proposal, sentence))
  return proposals.filter(isStray).map(({ inserted, deleted }) => ({
    kind: 'suggestion',
    sentence: null,
    text: (inserted || deleted).trim(),
    message: MESSAGES.suggestion,
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
  approvalMissing: 'More reviewers have to approve it: the newsroom’s rules ask for it.',
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
  termsForbid: 'A source that it cites is used against its terms.',
  suggestion: 'A suggestion is open: accept or reject it.',
  leak: 'A protected name, address or number stands in it: take it out.',
  legalReadDue:
    'It is flagged for a legal read: send it there, and let a publisher move it on to “Ready”.',
  legalReadStale: 'Send it there again, and let a publisher move it on to “Ready”.',
  questionWithoutSentence: 'A question about a deleted sentence is open.',
  ...FIGURE_MESSAGES,
}
