import { createHash, timingSafeEqual } from 'node:crypto'
import { settingsOfProcess } from './settings.ts'

/** Whether this newsroom still waits for its first administrator. */
export function awaitsSetup(): boolean {
  return settingsOfProcess().setupCodeHash !== null
}

/**
 * Uses up the one-time code while `task` makes the first administrator. Two who hold it at once: the second is refused.
 * When the task fails the code is good again. Null: it is not the code.
 */
export async function withSetupCode<T extends { readonly ok: boolean }>(
  code: string,
  task: () => Promise<T>,
): Promise<T | null> {
  const settings = settingsOfProcess()
  const expected = settings.setupCodeHash
  if (expected === null || !equal(code.trim(), expected)) return null
  settings.setupCodeHash = null
  let made = false
  try {
    const outcome = await task()
    made = outcome.ok
    return outcome
  } finally {
    if (!made) settings.setupCodeHash = expected
  }
}

function equal(code: string, hash: string): boolean {
  const given = createHash('sha256').update(code).digest()
  return timingSafeEqual(given, Buffer.from(hash, 'hex'))
}
