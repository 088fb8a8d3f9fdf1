import pino, { type DestinationStream, type Logger } from 'pino'
import { describeError, withoutWords } from './describe-error.ts'

type Level = 'info' | 'warn' | 'error'
type Fields = Readonly<Record<string, unknown>>

/** Fields whose values are nobody's business, wherever somebody puts them. */
const SECRET = ['token', 'ticket', 'password', 'cookie', 'authorization', 'secret', 'code']
const PERSONAL = ['name', 'email', 'text', 'title', 'note', 'update']
const PATHS = [...SECRET, ...PERSONAL].flatMap((field) => [field, `*.${field}`])

/** One JSON line an event. No text of an article, no token and no name goes in. */
export function createLog(destination: DestinationStream) {
  const logger: Logger = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: PATHS, censor: '…' },
    },
    destination,
  )
  return (level: Level, event: string, { error, ...fields }: Fields = {}) => {
    const failure = error === undefined ? {} : { failure: describeError(error) }
    logger[level]({ ...fields, ...failure }, event)
  }
}

/** Written at once: the last line before an end is the one that is needed. */
export const log = createLog({ write: (line) => void process.stderr.write(line) })

/** What packages print becomes lines of the log too: they know nothing of what must not be in one. */
export function adoptConsole(target: Console, write: typeof log): void {
  const adopt =
    (level: Level) =>
    (first: unknown, ...rest: readonly unknown[]) => {
      const error = [first, ...rest].find((value) => value instanceof Error)
      const words = [first, ...rest].filter((value) => typeof value === 'string').join(' ')
      write(level, withoutWords(words) || 'printed', error === undefined ? {} : { error })
    }
  Object.assign(target, { error: adopt('error'), warn: adopt('warn') })
}
