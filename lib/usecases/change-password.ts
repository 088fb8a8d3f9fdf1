import { z } from 'zod'
import { endSessionsOf, findPersonForSignIn, replacePassword } from '#db/repositories/people.ts'
import { revokeTokensOf } from '#db/repositories/tokens.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { newPersonInput } from './people.ts'
import { triesOf } from './tries.ts'

export const passwordChangeInput = z.object({
  current: z.string().max(200),
  password: newPersonInput.shape.password,
})

interface Me {
  readonly actor: Actor
  /** The session that asks: it goes on. */
  readonly sessionId: string | null
}

interface Passwords {
  hashPassword(password: string): Promise<string>
  verifyPassword(password: string, hash: string | null): Promise<boolean>
}

/** Somebody with a stolen session may not find out the password with it. */
const tries = triesOf('own passwords', 5)

/** Changes one's own password, with the one before. Other sessions and all tokens end: somebody else may have made them [SGN10]. */
export async function changePassword(
  context: Context,
  { actor, sessionId }: Me,
  { current, password }: z.output<typeof passwordChangeInput>,
  { hashPassword, verifyPassword }: Passwords,
): Promise<Result<{ readonly tokens: number }>> {
  const over = await tries.count(actor.id, 'wrong passwords')
  if (over) return over
  const before = (await findPersonForSignIn(context.db, actor.email))?.passwordHash ?? null
  const wrong = fail({ kind: 'unauthenticated', message: 'This is not your current password.' })
  if (!(await verifyPassword(current, before)) || before === null) return wrong
  await tries.forget(actor.id)
  if (current.normalize('NFKC') === password.normalize('NFKC'))
    return fail({ kind: 'invalid', message: 'Choose another password than the current one.' })
  const after = await hashPassword(password)
  const outcome = await context.db.transaction(async (tx) => {
    // Changed meanwhile, in another tab or on the server's console: that one counts.
    if (!(await replacePassword(tx, actor.id, { before, after }))) return wrong
    await endSessionsOf(tx, actor.id, context.now(), sessionId)
    const tokens = await revokeTokensOf(tx, actor.id, context.now())
    const detail = { person: actor.id, ...(tokens.length && { tokens }) }
    const entry = { actorId: actor.id, action: 'person.passwordChanged', articleId: null, detail }
    await record(tx, context, entry)
    return ok({ tokens: tokens.length })
  })
  if (outcome.ok) context.collab.revoke({ personId: actor.id })
  return outcome
}
