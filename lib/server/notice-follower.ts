import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/usecases/context.ts'
import { followTrail } from '#lib/usecases/follow-trail.ts'
import { watchDecisions } from '#lib/usecases/watch-decisions.ts'
import { type Repeated, repeat, together } from './repeat.ts'

/** How much later than the act somebody is told; how often decisions are looked at; how long one waits when the database is away. */
const PAUSES = { between: 1_000, watch: 15_000, afterError: 10_000 }

/** Tells people what concerns them, for as long as the process lives. How far it got stands in the database [NTF4]. */
export function startNoticeFollower(contextOf: () => Context, pauses = PAUSES): Repeated {
  const holder = randomUUID()
  const { watch, afterError } = pauses
  return together([
    repeat('notices were not made', pauses, async () => {
      while (await followTrail(contextOf())) {
        // One part of the trail after another, until nothing is new.
      }
    }),
    repeat('decisions were not looked at', { between: watch, afterError }, () =>
      watchDecisions(contextOf(), holder),
    ),
  ])
}
