import { AsyncLocalStorage } from 'node:async_hooks'
import { writeSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'

/** What stands in the log of the process before what it died before. */
export const DIES = 'dies before: '
/** Behind the last statement: all is committed, and nobody was told. */
export const ANSWER = 'the answer'

const WRITES = /^\s*(insert|update|delete|commit)\b/i
/** First bytes of messages that bring a statement, and how many bytes stand before its text or name. */
const [PARSE, QUERY, HEAD] = [0x50, 0x51, 5]

/** How many statements of the task that runs here may still write. */
const running = new AsyncLocalStorage<{ left: number }>()

/**
 * Does a task, and ends the process in the middle of it as kill -9 does: before its statement number `at` of those that
 * write or commit, counted from 0, or before the answer when there is none with that number but one less. Statements of
 * others at the same time count for nothing. The embedded database runs in the process, so nothing of it goes on.
 */
export async function dieBefore<T>(client: PGlite, at: number, task: () => Promise<T>): Promise<T> {
  const count = { left: at }
  const raw = client.execProtocolRaw
  client.execProtocolRaw = (message, options) => {
    const text = statementIn(message)
    if (text !== null && WRITES.test(text)) step(running.getStore(), text)
    return raw.call(client, message, options)
  }
  const done = await running.run(count, task)
  step(count, ANSWER)
  client.execProtocolRaw = raw
  return done
}

function step(count: { left: number } | undefined, what: string): void {
  if (!count) return
  if (count.left === 0) {
    writeSync(process.stderr.fd, `${DIES}${what.slice(0, 60)}\n`)
    process.kill(process.pid, 'SIGKILL')
  }
  count.left--
}

function statementIn(message: Uint8Array): string | null {
  if (message[0] !== PARSE && message[0] !== QUERY) return null
  const text = new TextDecoder().decode(message.subarray(HEAD))
  // A statement that is parsed has a name before it, mostly none.
  return message[0] === PARSE ? text.slice(text.indexOf('\0') + 1) : text
}
