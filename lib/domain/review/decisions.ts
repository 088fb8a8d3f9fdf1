/** What reviewers decided. Kept in the database only: nothing that a client could forge. */

export const VERDICTS = ['approve', 'query', 'reject'] as const
export type Verdict = (typeof VERDICTS)[number]

/** How a question ends, in the words of fact-checkers [REV12]. */
export const OUTCOMES = [
  'confirmed',
  'confirmedWithChange',
  'cut',
  'hedged',
  'attributed',
  'secondSource',
  'onAuthor',
  'overridden',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A reviewer's signature on a fingerprint. */
export interface Approval {
  readonly id: string
  readonly fingerprint: string
  /** Annotations of the sentence as it was approved, by which it is found again when it has moved. */
  readonly annotationIds: readonly string[]
  readonly personId: string
  readonly personName: string
  /** The words that were approved. */
  readonly text: string
  /** Row of the update log whose state was approved. */
  readonly seq: number
  readonly at: string
  /** How many different people had to approve it when this one did; absent: one. */
  readonly needed?: number
  /** Taken back by the one who gave it, ISO 8601; null while it stands. */
  readonly withdrawnAt: string | null
}

/** A query or a rejection: open until the one who raised it, or a chief, closes it [REV5]. */
export interface Query {
  readonly id: string
  readonly verdict: 'query' | 'reject'
  /** What was asked about: a sentence that differs from it has been answered by words or evidence. */
  readonly fingerprint: string
  readonly annotationIds: readonly string[]
  readonly personId: string
  readonly personName: string
  readonly note: string
  readonly text: string
  readonly at: string
  /** What was said about it since, oldest first. */
  readonly messages: readonly QueryMessage[]
  readonly closedAt: string | null
  /** How it ended; null while it is open. */
  readonly closure: Closure | null
}

/** Something that was said about a question [REV11]. */
export interface QueryMessage {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly text: string
  /** Of the sentence as it stood then; empty when it was gone. */
  readonly fingerprint: string
  readonly at: string
}

export interface Closure {
  readonly personName: string
  /** Null where none was named: before there were outcomes. */
  readonly outcome: Outcome | null
  readonly reason: string
}

/** The questions of a sentence, open and closed, oldest first [REV4]. */
export function questionsOn(
  queries: readonly Query[],
  annotationIds: readonly string[],
): readonly Query[] {
  return queries.filter((query) => sharesAnnotation(query.annotationIds, annotationIds))
}

/** Open questions whose words are gone from the article, by the annotations that are there. */
export function strayQuestions(
  queries: readonly Query[],
  present: readonly string[],
): readonly Query[] {
  return queries.filter(
    (query) => query.closedAt === null && !sharesAnnotation(query.annotationIds, present),
  )
}

/** True when two sets of annotations share one: a decision follows its sentence by them [REV4]. */
export function sharesAnnotation(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id))
}
