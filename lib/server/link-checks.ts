import { randomUUID } from 'node:crypto'
import { checkNextLink } from '#lib/usecases/check-links.ts'
import type { Context } from '#lib/usecases/context.ts'
import { log } from './log.ts'

/** Between two looks: whoever has a thousand sources is done in a few hours, and nobody is asked in a hurry. */
const PAUSE_MS = 10_000
/** When nothing is due, or another process is at it. */
const REST_MS = 60_000

export interface LinkChecks {
  /** Resolves when the look that is under way has ended. */
  stop(): Promise<void>
}

/** Looks at the addresses of sources, one after another, for as long as the process lives [CAP10]. */
export function startLinkChecks(
  isOn: boolean,
  contextOf: () => Context,
  pauses = { between: PAUSE_MS, rest: REST_MS },
): LinkChecks {
  const holder = randomUUID()
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let isStopped = !isOn
  const next = (after: number) => {
    if (isStopped) return
    timer = setTimeout(() => {
      running = look()
    }, after)
    timer.unref()
  }
  const look = async () => {
    let didLook = false
    try {
      didLook = await checkNextLink(contextOf(), holder)
    } catch (error) {
      log('error', 'a link check failed', { error })
    }
    next(didLook ? pauses.between : pauses.rest)
  }
  next(pauses.rest)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
