import type { Annotation, Confidence, Kind } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource, SourcedSentence } from '#lib/domain/sourcing/article-content.ts'
import {
  confidenceOf,
  type Evidence,
  evidenceOf,
  isEvidenced,
  kindOf,
} from '#lib/domain/sourcing/evidence.ts'
import { fingerprintOf } from '#lib/domain/sourcing/fingerprint.ts'
import { unitedAnnotations } from '#lib/domain/sourcing/unite.ts'
import { type ApproverPolicy, approversNeeded, countApprovers } from './approvers.ts'
import { type Approval, type Query, sharesAnnotation } from './decisions.ts'
import type { State } from './states.ts'

export type ReviewStatus = 'none' | 'waiting' | 'queried' | 'rejected' | 'approved' | 'stale'

/** What is shown of a sentence: one word for two axes. */
export type Display =
  | 'rejected'
  | 'disputed'
  | 'queried'
  | 'stale'
  | 'changed'
  | 'none'
  | 'approved'
  | 'waiting'
  | 'exempt'
  | 'sourced'

/** A sentence with all that is derived about it. Never stored: the same function runs in the browser and on the server. */
export interface SentenceStatus extends SourcedSentence {
  readonly fingerprint: string
  /** Its annotations, those that stand on the same characters as one [EVI9]. */
  readonly united: readonly Annotation[]
  readonly kind: Kind | null
  readonly confidence: Confidence | null
  readonly evidence: Evidence
  readonly evidenced: boolean
  readonly review: ReviewStatus
  readonly display: Display
  /** Approvals that hold for these words and this evidence. */
  readonly approvals: readonly Approval[]
  /** How many different people have to approve it [REV9]. */
  readonly needed: number
  /** As many have. */
  readonly isApproved: boolean
  /** The newest approval that no longer holds, when the sentence is stale. */
  readonly lapsed: Approval | null
  readonly openQueries: readonly Query[]
}

export interface StatusInput {
  readonly articleId: string
  readonly state: State
  readonly sentences: readonly SourcedSentence[]
  readonly findSource: FindSource
  readonly approvals: readonly Approval[]
  readonly queries: readonly Query[]
  /** Absent: one approver is enough. */
  readonly policy?: ApproverPolicy
  /** Of the article. */
  readonly section?: string
}

/** The status of every sentence, in order [STS1]. */
export function statusesOf(input: StatusInput): readonly SentenceStatus[] {
  const standing = input.approvals.filter(({ withdrawnAt }) => withdrawnAt === null)
  const open = input.queries.filter(({ closedAt }) => closedAt === null)
  const fingerprints = input.sentences.map((sourced) =>
    fingerprintOf(input.articleId, sourced, input.findSource),
  )
  const present = new Set(fingerprints)
  // An approval that holds for one sentence has not lapsed for its neighbour.
  const lapsed = standing.filter((approval) => !present.has(approval.fingerprint))
  return input.sentences.map((sourced, at) =>
    statusOf(sourced, fingerprints[at] ?? '', input, { standing, lapsed, open }),
  )
}

interface Decisions {
  readonly standing: readonly Approval[]
  /** Approvals that hold for no sentence any more. */
  readonly lapsed: readonly Approval[]
  readonly open: readonly Query[]
}

function statusOf(
  sourced: SourcedSentence,
  fingerprint: string,
  { state, findSource, policy, section = '' }: StatusInput,
  decisions: Decisions,
): SentenceStatus {
  const ids = sourced.sentence.annotationIds
  const united = unitedAnnotations(sourced)
  const evidence = evidenceOf(sourced, united, findSource)
  const approvals = decisions.standing.filter((approval) => approval.fingerprint === fingerprint)
  const earlier = decisions.lapsed.filter((approval) =>
    sharesAnnotation(approval.annotationIds, ids),
  )
  const lapsed = approvals.length ? null : newest(earlier)
  const openQueries = decisions.open.filter((query) => sharesAnnotation(query.annotationIds, ids))
  const kind = kindOf(united)
  const needed = policy ? approversNeeded(policy, kind, section) : 1
  const isApproved = countApprovers(approvals) >= needed
  const review = reviewOf({ approvals, isApproved, lapsed, openQueries, evidence, state })
  return {
    ...sourced,
    fingerprint,
    united,
    kind,
    confidence: confidenceOf(united),
    evidence,
    evidenced: isEvidenced(united, findSource),
    review,
    display: displayOf(evidence, review),
    approvals,
    needed,
    isApproved,
    lapsed,
    openQueries,
  }
}

function newest(approvals: readonly Approval[]): Approval | null {
  return approvals.reduce<Approval | null>(
    (last, next) => (!last || next.at >= last.at ? next : last),
    null,
  )
}

/** States in which a sentence that has its evidence waits for a reviewer [STS3]. */
const REVIEWING: readonly State[] = [
  'inReview',
  'changesRequested',
  'checked',
  'legalRead',
  'ready',
  'scheduled',
  'published',
]

function reviewOf(facts: {
  approvals: readonly Approval[]
  isApproved: boolean
  lapsed: Approval | null
  openQueries: readonly Query[]
  evidence: Evidence
  state: State
}): ReviewStatus {
  if (facts.openQueries.some(({ verdict }) => verdict === 'reject')) return 'rejected'
  if (facts.openQueries.length) return 'queried'
  if (facts.isApproved) return 'approved'
  // Somebody has approved it: it waits for the next one, whatever the state.
  if (facts.approvals.length) return 'waiting'
  if (facts.lapsed) return 'stale'
  return facts.evidence !== 'none' && REVIEWING.includes(facts.state) ? 'waiting' : 'none'
}

/** The first that holds of: rejected, disputed, queried, stale, changed, none, approved, waiting, exempt, sourced [STS2]. */
function displayOf(evidence: Evidence, review: ReviewStatus): Display {
  if (review === 'rejected') return 'rejected'
  if (evidence === 'disputed') return 'disputed'
  if (review === 'queried' || review === 'stale') return review
  if (evidence === 'changed' || evidence === 'none') return evidence
  if (review === 'approved' || review === 'waiting') return review
  return evidence
}

/** Displays that ask somebody to do something; the density "needs work" marks only these in the text. */
export const NEEDS_WORK: readonly Display[] = [
  'none',
  'disputed',
  'changed',
  'queried',
  'rejected',
  'stale',
]

/** The word for each display, everywhere the same. */
export const DISPLAY_WORDS: Readonly<Record<Display, string>> = {
  none: 'Untagged',
  exempt: 'Nothing to check',
  sourced: 'Sourced',
  disputed: 'Disputed',
  changed: 'Changed',
  waiting: 'In review',
  queried: 'Query open',
  rejected: 'Rejected',
  approved: 'Approved',
  stale: 'Re-approve',
}
