import type { Context } from '#lib/usecases/context.ts'
import { publishNextDue } from '#lib/usecases/publish-due.ts'
import { log } from './log.ts'

/** How much later than the time that was set a version may come; and how long one waits when the database is away. */
const PAUSES = { between: 1_000, afterError: 10_000 }

export interface ScheduledVersions {
  /** Resolves when the publication that is under way has ended. */
  stop(): Promise<void>
}

/** Publishes what is due, for as long as the process lives [SCH2]. The rows are the schedule: nothing is remembered here. */
export function startScheduledVersions(
  contextOf: () => Context,
  pauses = PAUSES,
): ScheduledVersions {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const look = async () => {
    let pause = pauses.between
    try {
      while (!isStopped && (await publishNextDue(contextOf()))) {
        // One after another, until nothing is due.
      }
    } catch (error) {
      log('error', 'a scheduled publication failed', { error })
      pause = pauses.afterError
    }
    next(pause)
  }
  let running = Promise.resolve()
  const next = (pause: number) => {
    if (isStopped) return
    timer = setTimeout(() => {
      running = look()
    }, pause)
    timer.unref()
  }
  next(pauses.between)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
