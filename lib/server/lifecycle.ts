import type { log } from './log.ts'

/** So long an end may take: a supervisor would kill us, and what was acknowledged is durable anyway. */
const DRAIN_MS = 10_000

/** What of the process an orderly end needs. */
export interface Life {
  on(event: string, listener: (given: unknown) => void): unknown
  exit(code: number): void
}

/**
 * Ends the process in order, once: on a signal with 0; on an error that nobody caught with 1, so that a supervisor
 * starts it anew. Everything in hand is committed first, in limited time.
 */
export function endInOrder(life: Life, drain: () => Promise<void>, write: typeof log): void {
  let ending = false
  const end = async (code: number) => {
    // A terminal and the script that started us may both tell us to end.
    if (ending) return
    ending = true
    const limit = setTimeout(() => {
      write('error', 'draining takes too long: stopping')
      life.exit(1)
    }, DRAIN_MS)
    try {
      await drain()
      life.exit(code)
    } catch (error) {
      write('error', 'draining failed: stopping', { error })
      life.exit(1)
    } finally {
      clearTimeout(limit)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    life.on(signal, () => {
      if (!ending) write('info', 'stopping', { signal })
      void end(0)
    })
  }
  // The script that started us is gone: nobody would end us any more.
  life.on('disconnect', () => void end(0))
  life.on('uncaughtException', (error) => {
    write('error', 'unexpected error: draining and stopping', { error })
    void end(1)
  })
  life.on('unhandledRejection', (error) => {
    write('error', 'unexpected rejection: draining and stopping', { error })
    void end(1)
  })
}
