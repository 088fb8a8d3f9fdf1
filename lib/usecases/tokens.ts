import { randomBytes } from 'node:crypto'
import { type ApiToken, insertToken, listTokens, revokeToken } from '#db/repositories/tokens.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'

/** Makes a bearer token for its owner. It is shown once: only its hash is kept. */
export async function createToken(
  context: Context,
  actor: Actor,
  name: string,
  hashToken: (token: string) => string,
): Promise<Result<{ readonly token: string; readonly id: string }>> {
  const label = name.trim()
  if (!label || label.length > 100)
    return fail({ kind: 'invalid', message: 'Name the token, so that you know it later.' })
  const token = `galley_${randomBytes(32).toString('base64url')}`
  const id = context.newId()
  await context.db.transaction(async (tx) => {
    await insertToken(tx, { id, personId: actor.id, name: label, hash: hashToken(token) })
    await record(tx, context, {
      actorId: actor.id,
      action: 'token.created',
      articleId: null,
      detail: { token: id },
    })
  })
  return ok({ token, id })
}

export async function ownTokens(context: Context, actor: Actor): Promise<readonly ApiToken[]> {
  return listTokens(context.db, actor.id)
}

export async function dropToken(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const dropped =
    isId(id) &&
    (await context.db.transaction(async (tx) => {
      if (!(await revokeToken(tx, actor.id, id, context.now()))) return false
      await record(tx, context, {
        actorId: actor.id,
        action: 'token.revoked',
        articleId: null,
        detail: { token: id },
      })
      return true
    }))
  // Sockets that the token opened carry no session: they are all asked to come again.
  if (dropped) context.collab.revoke({ personId: actor.id })
  return dropped ? ok(null) : fail({ kind: 'notFound', message: 'You have no such token.' })
}
