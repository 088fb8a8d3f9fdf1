import { type Approval, type Query, sharesAnnotation } from '#lib/domain/review/decisions.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Notice } from './notice.ts'

/** What became of an article's decisions, from what is derived of it now. */
export interface Watched {
  readonly statuses: readonly SentenceStatus[]
  readonly approvals: readonly Approval[]
  readonly queries: readonly Query[]
}

/** What is so of a decision now that words have moved. The key names both, so that it is told once while it stays so. */
export interface Moved {
  readonly key: string
  readonly personId: string
  readonly kind: 'stale' | 'answered'
  readonly place: { readonly approval: string } | { readonly query: string }
}

/** Approvals that hold no more, and open questions whose words or evidence are others [NTF5]. */
export function movedIn(watched: Watched): readonly Moved[] {
  const present = new Set(watched.statuses.map(({ fingerprint }) => fingerprint))
  const gone = ({ fingerprint }: { readonly fingerprint: string }) => !present.has(fingerprint)
  const answered = watched.queries
    .filter(({ closedAt }) => closedAt === null)
    .map((query) => ({ query, asked: lastAskedIn(query) }))
    .filter(({ asked }) => gone(asked))
  return [
    ...lapsedIn(watched, gone).map(({ id, personId }) => ({
      ...{ key: `stale ${id}`, personId, kind: 'stale' as const, place: { approval: id } },
    })),
    ...answered.map(({ query: { id, personId }, asked }) => ({
      ...{ key: `answered ${asked.id}`, personId, kind: 'answered' as const },
      place: { query: id },
    })),
  ]
}

/** The last that whoever raised a question said: the words that they wait for an answer to. */
const lastAskedIn = (query: Query) =>
  query.messages.findLast(({ personId }) => personId === query.personId) ?? query

/** Of each stale sentence the last approval of each person: who approved it again later is told of that one. */
function lapsedIn(
  { statuses, approvals }: Watched,
  gone: (approval: Approval) => boolean,
): readonly Approval[] {
  const standing = approvals.filter((approval) => approval.withdrawnAt === null && gone(approval))
  const lapsed = statuses.flatMap((status) => {
    if (!status.lapsed) return []
    const of = standing.filter(({ annotationIds }) =>
      sharesAnnotation(annotationIds, status.sentence.annotationIds),
    )
    return [...new Map(of.map((approval) => [approval.personId, approval])).values()]
  })
  return [...new Set(lapsed)]
}

/** What is new since the last look. Whoever changed the article last and nobody else since is not told of it [NTF2]. */
export function movedSince(
  now: readonly Moved[],
  known: readonly string[],
  { articleId, changedBy, at }: { articleId: string; changedBy: string | null; at: string },
): readonly Notice[] {
  return now
    .filter(({ key, personId }) => !known.includes(key) && personId !== changedBy)
    .map(({ key, ...rest }) => ({ ...rest, key: `${key} ${at}`, articleId, by: null, at }))
}

const DAY = 24 * 60 * 60_000

/** A deadline that is less than a day away, for who write the article; a new one is a new notice [NTF5]. */
export function deadlineNotices(
  plan: {
    readonly articleId: string
    readonly deadline: string
    readonly writers: readonly string[]
  },
  now: Date,
): readonly Notice[] {
  const { articleId, deadline, writers } = plan
  const left = new Date(deadline).getTime() - now.getTime()
  if (left <= 0 || left > DAY) return []
  return [...new Set(writers)].map((personId) => ({
    ...{ personId, kind: 'deadline', key: `deadline ${articleId} ${deadline}`, articleId },
    ...{ by: null, at: now.toISOString(), place: { deadline } },
  }))
}
