import type { State } from '#lib/domain/review/states.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { WarningReason } from './overrides.ts'
import type { Change } from './version.ts'

/** A time that is set for a version; one for each article [SCH1]. */
export interface Schedule {
  /** ISO 8601. */
  readonly at: string
  readonly change: Change
  /** For readers. */
  readonly note: string
  /** For the warnings that there were when it was set [SCH5]. */
  readonly reasons: readonly WarningReason[]
  readonly personId: string
  readonly personName: string
  /** Where the article was before, and goes back to. */
  readonly from: State
  /** Why it was not published then; null: the time is still to come. */
  readonly failure: string | null
}

const YEAR_MS = 366 * 86_400_000

/** Whether a version can be set for this time: it is to come, and within a year. */
export function timeToCome(at: Date, now: Date): Result<null> {
  if (at <= now) {
    return fail({ kind: 'invalid', message: 'That time has passed. Choose one that is to come.' })
  }
  if (at.getTime() - now.getTime() > YEAR_MS) {
    return fail({
      kind: 'invalid',
      message: 'That is more than a year ahead. Choose a nearer time.',
    })
  }
  return ok(null)
}
