import type { DraftRequest, ReadDraft } from '#lib/domain/drafts/read-draft.ts'
import type { FollowedSentence, SentenceTrace } from '#lib/domain/history/follow.ts'
import type { RestoreWish } from '#lib/domain/history/restoring.ts'
import type { SharedState } from '#lib/domain/history/shared-state.ts'
import type { LoggedRow } from '#lib/domain/history/sittings.ts'
import type { WrittenRun, WrittenSpan } from '#lib/domain/history/written.ts'
import type { Approval } from '#lib/domain/review/decisions.ts'
import type { Result } from '#lib/domain/shared/result.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import type { SeedBlock } from '#lib/domain/text/seed.ts'
import type { Discarded } from './discarded.ts'

/**
 * What the rest of the server asks of the collaboration server. Only plain data and bytes cross this border: the
 * entry of the process and Next's bundles evaluate modules separately.
 */

/** A change by the server in somebody's name. It takes the same way as a keystroke: the log first. */
export type Edit =
  | {
      readonly type: 'annotate'
      readonly annotationId: string
      /** Where to put it; null: it stays where it is. */
      readonly span: {
        readonly blockIndex: number
        readonly from: number
        readonly to: number
      } | null
      /** Keys of the record; null removes one. */
      readonly record: Readonly<Record<string, string | number | null>>
      /** True: keys that are not named go. */
      readonly replace: boolean
    }
  | { readonly type: 'unannotate'; readonly annotationId: string }
  /** Other words in the place of some. It moves characters, so it comes alone. */
  | {
      readonly type: 'reword'
      readonly span: {
        readonly blockIndex: number
        readonly from: number
        readonly to: number
      }
      readonly words: string
    }
  /** Sets entries of `meta`. */
  | { readonly type: 'describe'; readonly meta: Readonly<Record<string, string>> }
  | ({
      readonly type: 'restore'
      /** The article as it was. */
      readonly past: SharedState
    } & RestoreWish)
  /** Puts a thread on some words. It is in nobody's power to say by that what somebody said [THR1]. */
  | {
      readonly type: 'thread'
      readonly threadId: string
      readonly span: {
        readonly blockIndex: number
        readonly from: number
        readonly to: number
      }
    }

/** The first update of an article, with the client ids of what is suggested in it: they belong to whoever makes it. */
export interface SeededText {
  readonly update: Uint8Array
  readonly clients: readonly number[]
}

/** An annotation that an article begins with. */
export interface SeedAnnotation {
  readonly id: string
  /** Null: it has no place. */
  readonly span: {
    readonly blockIndex: number
    readonly from: number
    readonly to: number
  } | null
  readonly record: Readonly<Record<string, string | number | null>>
}

/** The committed state of an article. */
export interface ArticleState {
  /** Last row of the update log that is in it. */
  readonly seq: number
  readonly epoch: number
  readonly schemaVersion: number
  readonly content: ArticleContent
}

/** An article whose text stands still while a decision is taken. */
export interface HeldArticle {
  readonly state: ArticleState
  /** Appends, applies and sends out; the state afterwards. */
  write(personId: string, edits: readonly Edit[]): Promise<ArticleState>
  /** Authors of each sentence since its last valid approval, by the sentence's index [AUT1]. */
  authors(approvals: readonly KeyedApproval[]): Promise<readonly ReadonlySet<string>[]>
  /**
   * Ids of those approvals, oldest first, whose givers were authors of what they approved when they gave them, had there
   * been these alone [AUT6]. `clearing`: ids of those that clear authors.
   */
  ownWork(
    approvals: readonly KeyedApproval[],
    clearing: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>>
}

/** An approval with the key that authorship knows its sentence by. */
export type KeyedApproval = Approval & { readonly authorshipKey: string }

/** What a socket's person may do. */
export type Rights = Pick<TicketRequest, 'readOnly' | 'suggestOnly'> & {
  /** When what opened the socket ends by itself; null or none: it does not. */
  readonly endsAt?: Date | null
}

/** Sockets of a person, of a session, of an article; what is left out matches all. */
export interface Whose {
  readonly personId?: string
  readonly sessionId?: string
  readonly articleId?: string
}

export interface TicketRequest {
  readonly articleId: string
  readonly personId: string
  readonly personName: string
  /** The session whose end closes the socket; null for bearer tokens. */
  readonly sessionId: string | null
  /** The bearer token whose end closes the socket. */
  readonly tokenId?: string | null
  readonly readOnly: boolean
  /** Who may comment and not write: their changes are proposals, or are refused [SUG4]. */
  readonly suggestOnly?: boolean
}

/** Small messages to open browsers: ids only; the browser fetches again. */
export interface Announcement {
  readonly type: 'decisions' | 'sources' | 'article' | 'threads'
  readonly ids: readonly string[]
}

export interface Collab {
  read(articleId: string): Promise<ArticleState>
  /** Which document a browser would open, without reading what it says. */
  documentOf(articleId: string): Promise<Pick<ArticleState, 'epoch' | 'schemaVersion'>>
  /** The article as it was after a row of its log. */
  readAt(articleId: string, seq: number): Promise<ArticleContent>
  /** The same with all that a reader leaves out: to restore it. */
  sharedAt(articleId: string, seq: number): Promise<SharedState>
  /** At most so many rows of the log that end before one, or at its end; in order. */
  rows(articleId: string, before: number | null, limit: number): Promise<readonly LoggedRow[]>
  /** What became of a sentence between two rows, both counted. */
  followSentence(
    articleId: string,
    rows: { readonly from: number; readonly to: number },
    trace: SentenceTrace,
  ): Promise<FollowedSentence>
  /** Annotations that were taken off and not brought back, the last first, by the log up to a row. */
  discarded(articleId: string, headSeq: number): Promise<readonly Discarded[]>
  /** Who wrote what stands there now, and when, by the log. */
  whoWrote(articleId: string, spans: readonly WrittenSpan[]): Promise<readonly WrittenRun[]>
  hold<T>(articleId: string, task: (article: HeldArticle) => Promise<T>): Promise<T>
  /** The first update of a new article. */
  seed(
    blocks: readonly SeedBlock[],
    meta: Readonly<Record<string, string>>,
    annotations: readonly SeedAnnotation[],
    /** In whose name words are suggested. */
    personId: string,
  ): SeededText
  /** Reads a document of a word processor, beside the thread that serves people. */
  readDraft(request: DraftRequest): Promise<Result<ReadDraft>>
  issueTicket(request: TicketRequest): string
  /** Closes sockets whose rights may have changed; their browsers ask for a new ticket. */
  revoke(who: Whose): void
  /** Asks for rights again, and closes the sockets that have others now: another process may have changed them. */
  recheck(whose: readonly Whose[]): Promise<void>
  /** Null: to every open article. */
  announce(articleId: string | null, announcement: Announcement): void
  /** Who is in an article now. */
  present(articleId: string): readonly { readonly id: string; readonly name: string }[]
}

/** The article cannot be served: an expected failure, to be shown and tried again. */
export class ArticleUnavailable extends Error {
  readonly reason: 'missing' | 'damaged' | 'schema' | 'storage'

  constructor(reason: ArticleUnavailable['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ArticleUnavailable'
    this.reason = reason
  }
}

/** One per process, wherever this module was evaluated. */
const KEY = Symbol.for('galley.collab')
const registry = globalThis as typeof globalThis & { [KEY]?: Collab }

export function provideCollab(collab: Collab): void {
  registry[KEY] = collab
}

export function collabOfProcess(): Collab {
  const collab = registry[KEY]
  if (!collab)
    throw new Error('The collaboration server has not started: start the app with `npm start`')
  return collab
}
