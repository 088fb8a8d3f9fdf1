import type { Kind } from '#lib/domain/sourcing/annotation.ts'
import { type Approval, type Query, sharesAnnotation } from './decisions.ts'
import { isAnswered } from './outcomes.ts'
import type { SentenceStatus } from './status.ts'

/** Groups of a reviewer's queue, in the order in which they are worked through [QUE2]. */
export const QUEUE_GROUPS = [
  'rejected',
  'lapsedMine',
  'lapsed',
  'asked',
  'claims',
  'rest',
  'unsourced',
  'done',
] as const
export type QueueGroup = (typeof QUEUE_GROUPS)[number]

/** Whose turn it is [QUE4]. */
export type Turn =
  | { readonly of: 'me' }
  /** I changed it, or have approved it and it needs another: another reviewer has to look. */
  | { readonly of: 'otherReviewer' }
  /** Nothing is cited yet, or I asked and the words are still those that I asked about. */
  | { readonly of: 'writer' }
  /** They asked, so they say when it is answered. */
  | { readonly of: 'asker'; readonly names: readonly string[] }
  | { readonly of: 'nobody' }

export interface QueueItem {
  readonly status: SentenceStatus
  readonly group: QueueGroup
  /** I changed it since its last valid approval. */
  readonly own: boolean
  readonly turn: Turn
}

export interface Queue {
  /** Every sentence once, by group, and in the order of the text within a group [QUE1]. */
  readonly items: readonly QueueItem[]
  readonly done: number
  /** Sentences whose turn is mine. */
  readonly left: number
}

/** A reviewer's way through an article. `authors` by index, as the server counts them; what is missing is nobody's. */
export function queueOf(
  statuses: readonly SentenceStatus[],
  me: string,
  authors: readonly (readonly string[])[],
): Queue {
  const items = statuses.map((status) => {
    const own = authors[status.sentence.index]?.includes(me) ?? false
    return { status, own, group: groupOf(status, me), turn: turnOf(status, me, own) }
  })
  return {
    items: QUEUE_GROUPS.flatMap((group) => items.filter((item) => item.group === group)),
    done: items.filter(({ group }) => group === 'done').length,
    left: items.filter(({ turn }) => turn.of === 'me').length,
  }
}

/** Numbers, quotes and allegations do the most harm when they are wrong. */
const CLAIMS: readonly (Kind | null)[] = ['number', 'quote', 'allegation']

function groupOf(status: SentenceStatus, me: string): QueueGroup {
  if (isDone(status)) return 'done'
  if (status.review === 'rejected' || status.display === 'disputed') return 'rejected'
  if (status.lapsed) return status.lapsed.personId === me ? 'lapsedMine' : 'lapsed'
  if (status.openQueries.length) return 'asked'
  if (status.evidence === 'none') return 'unsourced'
  return CLAIMS.includes(status.kind) ? 'claims' : 'rest'
}

/** As many approvals hold as are needed, and nobody asks anything any more [QUE3]. */
function isDone({ isApproved, openQueries }: SentenceStatus): boolean {
  return isApproved && openQueries.length === 0
}

function turnOf(status: SentenceStatus, me: string, own: boolean): Turn {
  if (isDone(status)) return { of: 'nobody' }
  const mine = status.openQueries.filter(({ personId }) => personId === me)
  // My own question is mine to close, also on words that I changed.
  if (mine.length) {
    return {
      of: mine.some((query) => isAnswered(query, status.fingerprint)) ? 'me' : 'writer',
    }
  }
  if (status.openQueries.length) {
    return { of: 'asker', names: [...new Set(status.openQueries.map((query) => query.personName))] }
  }
  if (status.evidence === 'none') return { of: 'writer' }
  const isGiven = status.approvals.some(({ personId }) => personId === me)
  return { of: own || isGiven ? 'otherReviewer' : 'me' }
}

/** The next sentence after this one whose turn is mine, round the end; null when there is no other [QUE5]. */
export function nextInQueue({ items }: Queue, index: number | null): number | null {
  const at = items.findIndex(({ status }) => status.sentence.index === index)
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))]
  return round.find(({ turn }) => turn.of === 'me')?.status.sentence.index ?? null
}

/** The item before or after this one, whosever turn it is; stops at the ends. */
export function besideInQueue({ items }: Queue, index: number | null, step: 1 | -1): number | null {
  const at = items.findIndex(({ status }) => status.sentence.index === index)
  return items[at < 0 ? 0 : at + step]?.status.sentence.index ?? null
}

/**
 * What a reviewer compares a sentence with: the words of their own last approval, else of anybody's [QUE6].
 * Null when there is none, or when their own approval holds.
 */
export function comparedWith(
  { sentence, approvals, lapsed }: SentenceStatus,
  all: readonly Approval[],
  me: string,
): Approval | null {
  if (approvals.some(({ personId }) => personId === me)) return null
  const mine = all.filter(
    (approval) =>
      approval.personId === me &&
      approval.withdrawnAt === null &&
      sharesAnnotation(approval.annotationIds, sentence.annotationIds),
  )
  return mine.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? lapsed
}

/** Who may close a question: the one who raised it, or a chief [REV5]. */
export function mayClose(query: Query, me: string, overrules: boolean): boolean {
  return query.personId === me || overrules
}
