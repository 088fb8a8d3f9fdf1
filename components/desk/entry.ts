import type { Turn } from '#lib/domain/access/turn.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import type { Coverage } from '#lib/domain/review/coverage.ts'
import type { Archival, State } from '#lib/domain/review/states.ts'
import type { Display } from '#lib/domain/review/status.ts'

/** A line of the desk. */
export interface DeskLine {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: State
  readonly restricted: boolean
  /** Null when the article cannot be read. */
  readonly coverage: Coverage | null
  /** How many sentences show each state. */
  readonly counts: Readonly<Partial<Record<Display, number>>>
  readonly blockers: number
  /** Threads in which others have named me, unread. */
  readonly mentions: number
  readonly present: readonly { readonly id: string; readonly name: string }[]
  readonly changedAt: string
  readonly own: boolean
  /** Null while it is not archived. */
  readonly archived: Archival | null
  /** The number of the version that readers have. */
  readonly version: number | null
  readonly change: Change | null
  /** ISO 8601; null: none is set. */
  readonly deadline: string | null
  /** Why it waits for me; empty: it does not. */
  readonly turns: readonly Turn[]
  /** The time that is set for a version, or that came to nothing. */
  readonly schedule: { readonly at: string; readonly failure: string | null } | null
  readonly may: { readonly archive: boolean; readonly takeBack: boolean }
}
