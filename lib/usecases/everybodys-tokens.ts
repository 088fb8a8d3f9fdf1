import { type ApiToken, listAllTokens, revokeAnyToken } from '#db/repositories/tokens.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { asAdministrator } from './as-administrator.ts'
import { type Context, record } from './context.ts'

/** A token with whose it is. What it is itself is known to its owner alone. */
export interface SomebodysToken extends ApiToken {
  readonly personName: string
}

export async function everybodysTokens(
  context: Context,
  actor: Actor,
): Promise<Result<readonly SomebodysToken[]>> {
  const allowed = requireInHouse(actor, 'people')
  return allowed.ok ? ok(await listAllTokens(context.db)) : allowed
}

/** Ends a token, whosever it is [SGN11]. */
export async function dropAnyToken(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<null>> {
  const none = fail({ kind: 'notFound', message: 'This token has ended already.' })
  const ended = await asAdministrator(context, actor, async (tx): Promise<Result<string>> => {
    const person = isId(id) ? await revokeAnyToken(tx, id, context.now()) : null
    if (person === null) return none
    const detail = { token: id, person }
    const entry = { actorId: actor.id, action: 'token.revoked', articleId: null, detail }
    await record(tx, context, entry)
    return ok(person)
  })
  if (!ended.ok) return ended
  context.collab.revoke({ personId: ended.value })
  return ok(null)
}
