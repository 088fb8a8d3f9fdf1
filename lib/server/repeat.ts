import { log } from './log.ts'

/** Something that the process does by itself. */
export interface Repeated {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>
}

export interface Pauses {
  readonly between: number
  /** When the database is away. */
  readonly afterError: number
}

/** Does it again and again for as long as the process lives, with a pause after each time. What does much at once asks whether to go on. */
export function repeat(
  failure: string,
  { between, afterError }: Pauses,
  act: (goesOn: () => boolean) => Promise<unknown>,
): Repeated {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let running = Promise.resolve()
  const next = (pause: number) => {
    if (isStopped) return
    timer = setTimeout(() => {
      running = act(() => !isStopped).then(
        () => next(between),
        (error: unknown) => {
          log('error', failure, { error })
          next(afterError)
        },
      )
    }, pause)
    timer.unref()
  }
  next(between)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** As one. */
export function together(parts: readonly Repeated[]): Repeated {
  return {
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()))
    },
  }
}
