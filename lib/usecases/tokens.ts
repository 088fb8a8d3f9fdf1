import { randomBytes } from 'node:crypto'
import { type ApiToken, insertToken, listTokens, revokeToken } from '#db/repositories/tokens.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Scope } from '#lib/domain/access/scopes.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'

export interface TokenWish {
  readonly name: string
  /** What it is limited to; null: all that its owner may. */
  readonly scopes?: readonly Scope[] | null | undefined
  /** How long it runs; null: until it is revoked. */
  readonly days?: number | null | undefined
}

const LONGEST_DAYS = 3_660
const DAY_MS = 86_400_000

/** Makes a bearer token for its owner. It is shown once: only its hash is kept. */
export async function createToken(
  context: Context,
  actor: Actor,
  { name, scopes = null, days = null }: TokenWish,
  hashToken: (token: string) => string,
): Promise<Result<{ readonly token: string; readonly id: string }>> {
  const label = name.trim()
  const invalid = (message: string) => fail({ kind: 'invalid', message } as const)
  if (!label || label.length > 100) return invalid('Name the token, so that you know it later.')
  if (scopes?.length === 0)
    return invalid('A token that may do nothing is of no use: say what for.')
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS))
    return invalid('Say for how many days it is good, from 1 to 3660, or leave it out.')
  const token = `galley_${randomBytes(32).toString('base64url')}`
  const id = context.newId()
  await context.db.transaction(async (tx) => {
    const expiresAt = days === null ? null : new Date(context.now().getTime() + days * DAY_MS)
    const limits = { scopes: scopes && [...new Set(scopes)], expiresAt }
    await insertToken(tx, {
      id,
      personId: actor.id,
      name: label,
      hash: hashToken(token),
      ...limits,
    })
    await record(tx, context, {
      actorId: actor.id,
      action: 'token.created',
      articleId: null,
      detail: { token: id, ...(scopes && { scopes }), ...(days !== null && { days }) },
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
