import { constants } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { listAnchors } from '#db/repositories/audit.ts'
import type { Context } from '#lib/usecases/context.ts'
import { signAuditHead } from '#lib/usecases/sign-audit-head.ts'
import { log } from './log.ts'

/** Rows that are younger than this can be cut off unseen by whoever holds the database and the keys' file. */
const PAUSE_MS = 10 * 60_000

export interface AuditHeads {
  /** Signs and writes a last time. */
  stop(): Promise<void>
}

/** Signs the head of the audit trail on a schedule, and writes it to a second place [LOG12]. */
export function startAuditHeads(
  file: string,
  contextOf: () => Context,
  pause = PAUSE_MS,
): AuditHeads {
  const write = () =>
    writeHeads(file, contextOf()).catch((error: unknown) => {
      log('error', 'the head of the audit trail was not written', { error })
    })
  let running = write()
  const timer = setInterval(() => {
    running = running.then(write)
  }, pause)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return running.then(write)
    },
  }
}

/** Signs the head, and brings the file up to all that were signed, also by others and while it could not be written. */
export async function writeHeads(file: string, context: Context): Promise<void> {
  await signAuditHead(context)
  await mkdir(dirname(file), { recursive: true })
  const { O_APPEND, O_CREAT, O_WRONLY } = constants
  const handle = await open(file, O_APPEND | O_CREAT | O_WRONLY, 0o600)
  try {
    const known = new Set((await readFile(file, 'utf8')).split('\n'))
    const missing = (await listAnchors(context.db)).filter((jws) => !known.has(jws))
    if (!missing.length) return
    await handle.appendFile(missing.map((jws) => `${jws}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
