import type { Named } from '#lib/domain/talk/mentions.ts'
import type { Quoted } from '#lib/domain/talk/places.ts'
import type { Filter, ListedThread } from '#lib/domain/talk/thread.ts'

/** The conversations of an open article, and what may be done with them. */
export interface TalkControl {
  readonly meId: string
  /** The colour of a person, as the bar and the carets show it. */
  readonly colourOf: (personId: string) => number
  /** All of them; null until they are there. */
  readonly listed: readonly ListedThread[] | null
  /** Those under the filter, and the current one. */
  readonly shown: readonly ListedThread[]
  /** Why they could not be fetched. */
  readonly failed: string | null
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
  /** The one that is open. */
  readonly current: string | null
  /** Opens one and goes to its words; null closes it. */
  readonly choose: (id: string | null) => void
  /** Who may be named, and who of them one would name. */
  readonly people: readonly Named[]
  readonly others: readonly Named[]
  /** The words that one is about to say something about. */
  readonly target: Quoted | null
  /** Which new comment this is: the field takes the focus once for each. */
  readonly turn: number
  /** Begins a comment on what is selected, else on the current sentence. */
  readonly begin: () => void
  readonly cancel: () => void
  /** Why nothing can be sent now. */
  readonly offline: string | null
  /** What is being written in a thread, or in a new one; it stays until it is sent or thrown away. */
  readonly draftOf: (threadId: string | null) => string
  readonly write: (threadId: string | null, text: string) => void
  /** Sends what is written; what went wrong comes back as a sentence. */
  readonly send: (threadId: string | null) => Promise<string | null>
  readonly settle: (threadId: string, resolved: boolean) => Promise<string | null>
  /** Puts one that has lost its words on those that a new comment would be about. */
  readonly place: (threadId: string) => Promise<string | null>
  readonly retry: () => void
}
