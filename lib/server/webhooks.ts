import type { Poster } from '#lib/capture/ports.ts'
import type { Context } from '#lib/usecases/context.ts'
import { deliverNext, forgetOld } from '#lib/usecases/deliver-next.ts'
import { type Repeated, repeat } from './repeat.ts'

/** How often one looks, how long one waits when the database is away, and how often old rows go. */
const PAUSES = { between: 1_000, afterError: 10_000, betweenForgetting: 3_600_000 }
/** At once: who does not answer holds up one of them, and not the others. */
const LANES = 4

/** Tells other systems what happened, for as long as the process lives [API7]. The rows are what is to be told: nothing is remembered here. */
export function startWebhooks(contextOf: () => Context, poster: Poster, pauses = PAUSES): Repeated {
  let forgotAt = 0
  return repeat('a webhook could not be sent', pauses, async (goesOn) => {
    const lane = async () => {
      while (goesOn() && (await deliverNext(contextOf(), poster))) {
        // One after another, until nothing is due.
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    if (Date.now() - forgotAt <= pauses.betweenForgetting) return
    await forgetOld(contextOf())
    forgotAt = Date.now()
  })
}
