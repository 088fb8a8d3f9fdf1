import type { Query } from '#lib/domain/review/decisions.ts'
import { isAnswered } from '#lib/domain/review/outcomes.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { Display, SentenceStatus } from '#lib/domain/review/status.ts'
import type { Actor } from './policy.ts'

/** Why an article waits for somebody, the most pressing first. */
export const TURNS = [
  'failed',
  'answered',
  'asked',
  'stale',
  'changes',
  'review',
  'legalRead',
  'publish',
  'handedOver',
  'source',
] as const
export type Turn = (typeof TURNS)[number]

/** What of an article's sentences and questions puts people on turn. */
export interface OpenWork {
  /** Open questions that nobody has answered, by words in the article or about the question. */
  readonly asked: number
  /** Who raised the open questions that have been answered. */
  readonly answered: readonly string[]
  /** Whose approvals have died. */
  readonly stale: readonly string[]
  /** For each sentence that waits for a reviewer, who has approved it already. */
  readonly waiting: readonly (readonly string[])[]
  /** Sentences whose evidence does not hold as it is: changed, or disputed and not approved as such, with words for readers. */
  readonly troubled: number
  /** Sentences that lack something of their evidence [GAT9]. */
  readonly owed: number
  /** Places that stand in the way of publication. */
  readonly blockers: number
  readonly sentences: number
}

/** An article as this looks at it. */
export interface TurnInput extends OpenWork {
  readonly state: State
  /** Who began it, and those assigned to it who do not review it. */
  readonly writers: readonly string[]
  /** Reviewers who are assigned to it; empty: every reviewer is one. */
  readonly reviewers: readonly string[]
  /** Whose publication at a set time did not come about. */
  readonly failedFor: string | null
}

/** What of the work is open, from what is derived of the sentences. */
export function openWorkOf(
  statuses: readonly SentenceStatus[],
  queries: readonly Query[],
  gate: Pick<OpenWork, 'owed' | 'blockers'>,
): OpenWork {
  const open = queries.filter(({ closedAt }) => closedAt === null)
  const standing = new Set(
    statuses.flatMap(({ fingerprint, openQueries }) =>
      openQueries.filter((query) => !isAnswered(query, fingerprint)).map(({ id }) => id),
    ),
  )
  const answered = open.filter(({ id }) => !standing.has(id))
  const has = (...displays: readonly Display[]) =>
    statuses.filter(({ display }) => displays.includes(display)).length
  return {
    asked: open.length - answered.length,
    answered: [...new Set(answered.map(({ personId }) => personId))],
    stale: [...new Set(statuses.flatMap(({ lapsed }) => lapsed?.personId ?? []))],
    waiting: statuses
      .filter(({ display }) => display === 'waiting')
      .map(({ approvals }) => approvals.map(({ personId }) => personId)),
    troubled: has('changed') + statuses.filter(isOpenDispute).length,
    ...gate,
    sentences: statuses.length,
  }
}

function isOpenDispute({ display, isApproved, united }: SentenceStatus): boolean {
  return display === 'disputed' && !(isApproved && united.some(({ publicNote }) => publicNote))
}

/** States in which the words are with the writers: nobody is asked to look at them again yet. */
const WRITING: readonly State[] = ['draft', 'annotated', 'changesRequested']
const CLOSED: readonly State[] = ['retracted', 'archived']
/** States whose green gate is as good as "ready": nobody has anything left to do there. */
const CLEARED: readonly State[] = ['inReview', 'checked']

/** Why an article waits for this person, in the order of TURNS; empty: it does not [TRN1]. */
export function turnsOf(me: Pick<Actor, 'id' | 'roles'>, input: TurnInput): readonly Turn[] {
  if (CLOSED.includes(input.state) || !input.sentences) return []
  return TURNS.filter((turn) => RULES[turn](me, input))
}

type Rule = (me: Pick<Actor, 'id' | 'roles'>, input: TurnInput) => boolean

const writes: Rule = ({ id }, { writers }) => writers.includes(id)
const reviews: Rule = ({ id, roles }, { reviewers }) =>
  roles.includes('reviewer') && (!reviewers.length || reviewers.includes(id))
const publishes: Rule = ({ roles }) => roles.includes('publisher')

const RULES: Readonly<Record<Turn, Rule>> = {
  failed: ({ id }, { failedFor }) => failedFor === id,
  answered: ({ id }, { answered }) => answered.includes(id),
  asked: (me, input) => input.asked > 0 && writes(me, input),
  stale: ({ id }, { state, stale }) => !WRITING.includes(state) && stale.includes(id),
  changes: (me, input) => input.state === 'changesRequested' && writes(me, input),
  review: (me, input) =>
    !WRITING.includes(input.state) &&
    reviews(me, input) &&
    input.waiting.some((given) => !given.includes(me.id)),
  legalRead: (me, input) => input.state === 'legalRead' && publishes(me, input),
  publish: (me, input) =>
    publishes(me, input) &&
    (input.state === 'ready' || (CLEARED.includes(input.state) && input.blockers === 0)),
  handedOver: ({ roles }, { state }) => state === 'annotated' && roles.includes('editor'),
  source: (me, input) =>
    writes(me, input) && (input.troubled > 0 || (input.owed > 0 && input.state !== 'published')),
}

interface Due {
  readonly deadline: string | null
}

/** The nearest deadline first; what has none comes last, in the order that it had [TRN3]. */
export function byDeadline(a: Due, b: Due): number {
  if (a.deadline === b.deadline) return 0
  if (a.deadline === null) return 1
  if (b.deadline === null) return -1
  return a.deadline < b.deadline ? -1 : 1
}
