import { randomUUID } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { databaseOfProcess } from '#db/process.ts'
import { appendAudit } from '#db/repositories/audit.ts'
import {
  findPersonForSignIn,
  normaliseEmail,
  type Person,
  startSession,
} from '#db/repositories/people.ts'
import { hasFactor } from '#db/repositories/second-factors.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { verifyPassword } from './password.ts'

export const SESSION_DAYS = 14

/** Tries by address, whoever it belongs to: ten in a quarter of an hour. A newsroom shares one network address. */
const KEY = Symbol.for('galley.signInTries')
const registry = globalThis as typeof globalThis & { [KEY]?: RateLimiterMemory }
registry[KEY] ??= new RateLimiterMemory({ points: 10, duration: 15 * 60 })
const tries = registry[KEY]

/** The person with this address and password. One answer for unknown, wrong and disabled [SGN1]. */
export async function checkCredentials(email: string, password: string): Promise<Result<Person>> {
  const key = normaliseEmail(email)
  try {
    await tries.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfter = Math.ceil(error.msBeforeNext / 1000)
    const message = `Too many tries. Try again in ${Math.ceil(retryAfter / 60)} minutes.`
    return fail({ kind: 'tooMany', message, retryAfter })
  }
  const found = await findPersonForSignIn(databaseOfProcess().handle, email)
  const right = await verifyPassword(password, found?.passwordHash ?? null)
  if (!found || !right || found.person.disabledAt) {
    return fail({
      kind: 'unauthenticated',
      message: 'The e-mail address or the password is not right.',
    })
  }
  await tries.delete(key)
  return ok(found.person)
}

/** Starts a session; its id goes into the cookie's token. Who has a second factor is not in before that was given [SGN7]. */
export async function openSession(personId: string): Promise<string> {
  const id = randomUUID()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000)
  await databaseOfProcess().handle.transaction(async (tx) => {
    const awaitsFactor = await hasFactor(tx, personId)
    await startSession(tx, { id, personId, now, expiresAt, awaitsFactor })
    const entry = { at: now, actorId: personId, action: 'session.started', articleId: null }
    await appendAudit(tx, { ...entry, detail: {} })
  })
  return id
}
