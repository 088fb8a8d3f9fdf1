import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { passSession } from '#db/repositories/people.ts'
import {
  countRecoveryCodes,
  dropFactor,
  findFactor,
  hasFactor,
  putFactor,
  putRecoveryCodes,
  takeStep,
  useRecoveryCode,
} from '#db/repositories/second-factors.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { secretsOfProcess } from '#lib/vault/ports.ts'
import { type Context, record } from './context.ts'
import { triesOf } from './tries.ts'

/** Seconds that a code stands for: RFC 6238, as authenticator apps have it. */
const PERIOD = 30
const SECRET_BYTES = 20
const RECOVERY_CODES = 10

/** Wrong codes of a person. */
const tries = triesOf('second factors', 5)

/** What a secret is locked for: in another row it does not open. */
export const placeOfFactor = (personId: string) => `second factor\n${personId}`

function totpOf(secret: Uint8Array, email: string, newsroom: string): TOTP {
  const buffer = Uint8Array.from(secret).buffer
  return new TOTP({
    ...{ issuer: newsroom, label: email, algorithm: 'SHA1', digits: 6, period: PERIOD },
    secret: new Secret({ buffer }),
  })
}

export interface FactorState {
  readonly isOn: boolean
  /** Recovery codes that were not used yet. */
  readonly left: number
}

export async function ownFactor({ db }: Context, actor: Actor): Promise<FactorState> {
  const factor = await findFactor(db, actor.id)
  return { isOn: factor?.confirmedAt != null, left: await countRecoveryCodes(db, actor.id) }
}

/** True when the person's password alone lets nobody in. */
export function hasSecondFactor({ db }: Context, actor: Pick<Actor, 'id'>): Promise<boolean> {
  return hasFactor(db, actor.id)
}

/** A new secret for one's authenticator; it counts once a code of it was given [SGN7]. */
export async function beginFactor(
  context: Context,
  actor: Actor,
  newsroom: string,
): Promise<Result<{ readonly secret: string; readonly uri: string }>> {
  const secret = new Uint8Array(randomBytes(SECRET_BYTES))
  const locked = secretsOfProcess().lock(placeOfFactor(actor.id), secret)
  if (!(await putFactor(context.db, actor.id, locked, context.now()))) {
    const message = 'You have a second factor already. Turn it off before you set up another.'
    return fail({ kind: 'conflict', message })
  }
  const totp = totpOf(secret, actor.email, newsroom)
  return ok({ secret: totp.secret.base32, uri: totp.toString() })
}

/** Turns it on with a first code; the recovery codes are shown this one time. */
export async function confirmFactor(
  context: Context,
  actor: Actor,
  code: string,
): Promise<Result<{ readonly codes: readonly string[] }>> {
  const factor = await findFactor(context.db, actor.id)
  if (!factor || factor.confirmedAt)
    return fail({ kind: 'conflict', message: 'Begin to set up a second factor first.' })
  return trying(context, actor, async () => {
    const step = await stepOf(context, actor, code)
    if (step === null) return null
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
    const taken = await context.db.transaction(async (tx) => {
      if (!(await takeStep(tx, actor.id, { step, now: context.now() }))) return false
      const hashed = codes.map((each) => ({ id: context.newId(), hash: hashOf(each) }))
      await putRecoveryCodes(tx, actor.id, hashed)
      await note(tx, context, actor, 'factor.added')
      return true
    })
    return taken ? { codes } : null
  })
}

/** Lets a session in with a code, or with a recovery code. */
export async function passFactor(
  context: Context,
  actor: Actor,
  sessionId: string,
  code: string,
): Promise<Result<{ readonly left: number }>> {
  return trying(context, actor, () =>
    context.db.transaction(async (tx) => {
      const by = await useCode({ ...context, db: tx }, actor, code)
      if (!by) return null
      await passSession(tx, sessionId)
      await note(tx, context, actor, 'factor.given', { by })
      return { left: await countRecoveryCodes(tx, actor.id) }
    }),
  )
}

/** Turns one's own off: that takes a code, or a recovery code. */
export async function turnOffFactor(
  context: Context,
  actor: Actor,
  code: string,
): Promise<Result<null>> {
  const done = await trying(context, actor, () =>
    context.db.transaction(async (tx) => {
      if (!(await useCode({ ...context, db: tx }, actor, code))) return null
      await dropFactor(tx, actor.id)
      await note(tx, context, actor, 'factor.removed', { person: actor.id })
      return {}
    }),
  )
  return done.ok ? ok(null) : done
}

/** One try; those that fail are counted and recorded. `work` gives null for a wrong code. */
async function trying<T extends object>(
  context: Context,
  actor: Actor,
  work: () => Promise<T | null>,
): Promise<Result<T>> {
  const over = await tries.count(actor.id, 'wrong codes')
  if (over) return over
  const done = await work()
  if (!done) {
    await note(context.db, context, actor, 'factor.refused')
    const message = 'This code is not right, or was used. Give the one that the app shows now.'
    return fail({ kind: 'invalid', message })
  }
  await tries.forget(actor.id)
  return ok(done)
}

/** What kind of code it was that was taken; null: none. */
async function useCode(
  context: Context,
  actor: Actor,
  code: string,
): Promise<'app' | 'recovery' | null> {
  const now = context.now()
  const step = await stepOf(context, actor, code)
  if (step !== null) return (await takeStep(context.db, actor.id, { step, now })) ? 'app' : null
  const hash = hashOf(code)
  return (await useRecoveryCode(context.db, { personId: actor.id, hash, now })) ? 'recovery' : null
}

/** Number of the half minute whose code this is: now, or one before or after, for clocks that differ; null: none. */
async function stepOf(context: Context, actor: Actor, code: string): Promise<number | null> {
  const token = code.replace(/\s/gu, '')
  const factor = /^\d{6}$/.test(token) ? await findFactor(context.db, actor.id) : null
  if (!factor) return null
  const secret = secretsOfProcess().open(placeOfFactor(actor.id), factor.secret)
  const timestamp = context.now().getTime()
  const delta = totpOf(secret, actor.email, '').validate({ token, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta
}

/** Eighty bits, in four groups that can be read aloud. */
function newRecoveryCode(): string {
  const letters = new Secret({ buffer: Uint8Array.from(randomBytes(10)).buffer }).base32
  return (letters.match(/.{4}/g) ?? []).join('-').toLowerCase()
}

const hashOf = (code: string) =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/gu, ''))
    .digest('hex')

function note(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  action: string,
  detail: Readonly<Record<string, unknown>> = {},
) {
  return record(tx, context, { actorId: actor.id, action, articleId: null, detail })
}
