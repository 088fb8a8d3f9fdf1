import type { Context } from '#lib/usecases/context.ts'
import { publishNextDue } from '#lib/usecases/publish-due.ts'
import { type Repeated, repeat } from './repeat.ts'

/** How much later than the time that was set a version may come; and how long one waits when the database is away. */
const PAUSES = { between: 1_000, afterError: 10_000 }

/** Publishes what is due, for as long as the process lives [SCH2]. The rows are the schedule: nothing is remembered here. */
export function startScheduledVersions(contextOf: () => Context, pauses = PAUSES): Repeated {
  return repeat('a scheduled publication failed', pauses, async (goesOn) => {
    while (goesOn() && (await publishNextDue(contextOf()))) {
      // One after another, until nothing is due.
    }
  })
}
