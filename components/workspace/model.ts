import type {
  Answer,
  Closing,
  DecisionRequest,
  DecisionResult,
  InSpite,
  PlanWish,
  ScheduleWish,
  Seen,
  Told,
} from '#lib/collab/browser/api.ts'
import type { SessionView } from '#lib/collab/browser/article-session.ts'
import type { ArticlePeople } from '#lib/domain/access/article-people.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { PlacedFigure } from '#lib/domain/publication/gate-figures.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import type { Coverage } from '#lib/domain/review/coverage.ts'
import type { Move } from '#lib/domain/review/moves.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import type { Proposal } from '#lib/domain/text/proposals.ts'

/** Where a person is in an article's page. */
export type Mode = 'write' | 'source' | 'review'

/** One open article as every part of its page sees it: plain values, derived anew with each change. */
export interface ArticleModel {
  readonly me: Actor
  readonly facts: ArticleFacts
  readonly view: SessionView
  readonly content: ArticleContent
  readonly statuses: readonly SentenceStatus[]
  readonly coverage: Coverage
  /** Open suggestions, in the order of the text. */
  readonly proposals: readonly Proposal[]
  readonly blockers: readonly Blocker[]
  readonly figures: readonly PlacedFigure[]
  readonly findSource: FindSource
  /** Index of the sentence that everything is about; null when there is none. */
  readonly current: number | null
  /** Everybody in the newsroom. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** People in the article now, oneself included. */
  readonly present: readonly {
    readonly id: string
    readonly name: string
    readonly colour: number
  }[]
}

/** What belongs to an article beside its text. */
export type ArticleData = Record<'byline' | 'section' | 'dateline' | 'lang' | 'slug', string>

/** What the parts of the page may ask for. The server decides; a refusal comes back as a sentence. */
export interface ArticleActions {
  readonly select: (index: number) => void
  readonly setMode: (mode: Mode) => void
  /** Selects the figure that is this block of the text. */
  readonly showFigure: (block: number) => void
  readonly decide: (
    decisions: readonly DecisionRequest[],
  ) => Promise<Answer<readonly DecisionResult[]>>
  readonly closeQuery: (queryId: string, closing: Closing) => Promise<Answer<null>>
  readonly answerQuery: (queryId: string, text: string) => Promise<Answer<{ readonly id: string }>>
  readonly undoApproval: (approvalId: string) => Promise<Answer<null>>
  /** `seen`: fingerprints of the sentences that were read for reasons of law. */
  readonly move: (
    to: State,
    note: string,
    seen?: readonly string[],
  ) => Promise<Answer<{ readonly state: State }>>
  readonly publish: (
    change: Change,
    told: Told,
    seen: Seen,
    inSpite: InSpite,
  ) => Promise<Answer<{ readonly slug: string; readonly number: number }>>
  /** What the gate warns of, as the server knows it. */
  readonly warnings: () => Promise<Answer<{ readonly warnings: readonly Warning[] }>>
  readonly moves: () => Promise<Answer<{ readonly moves: readonly Move[] }>>
  readonly plan: (wish: PlanWish) => Promise<Answer<unknown>>
  readonly schedule: (wish: ScheduleWish) => Promise<Answer<Schedule>>
  readonly cancelSchedule: () => Promise<Answer<null>>
  readonly describe: (data: Partial<ArticleData>) => Promise<Answer<{ readonly slug: string }>>
  readonly setPeople: (
    people: ArticlePeople & { readonly seen: ArticlePeople },
  ) => Promise<Answer<null>>
  /** Persons who changed each sentence since its last valid approval, by index. */
  readonly authors: () => Promise<Answer<{ readonly authors: readonly (readonly string[])[] }>>
  /** What was signed with an approval. */
  readonly approved: (
    approvalId: string,
  ) => Promise<Answer<{ readonly annotations: readonly Annotation[] }>>
  /** Says something to screen readers. */
  readonly announce: (words: string) => void
}
