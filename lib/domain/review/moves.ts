import type { State } from './states.ts'

/** One move of an article, as it is kept [STA5]. */
export interface Move {
  /** ISO 8601. */
  readonly at: string
  /** Null: the server, at a time that was set. */
  readonly personId: string | null
  readonly personName: string
  readonly from: State
  readonly to: State
  readonly note: string
  /** Steps that it left out. */
  readonly skipped: readonly State[]
  /** The version that it published. */
  readonly version: number | null
  /** What kind of version that is. */
  readonly change: string | null
}
