import { createHash } from 'node:crypto'
import { databaseOfProcess } from '#db/process.ts'
import { findAwaiting, findPerson, findPersonBySession } from '#db/repositories/people.ts'
import { useToken } from '#db/repositories/tokens.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { auth } from './config.ts'

export interface Identity {
  readonly actor: Actor
  /** Null for a bearer token. */
  readonly sessionId: string | null
  /** Null for a session. */
  readonly tokenId: string | null
}

/** Who asks, by the session's row in the database: sign-out and disabling count at once. Null: nobody. */
export async function currentIdentity(): Promise<Identity | null> {
  const session = (await auth()) as { sid?: unknown } | null
  if (typeof session?.sid !== 'string') return null
  const actor = await findPersonBySession(databaseOfProcess().handle, session.sid, new Date())
  return actor && { actor, sessionId: session.sid, tokenId: null }
}

/** Whose session awaits their second factor; null: nobody's. */
export async function awaitingIdentity(): Promise<Identity | null> {
  const session = (await auth()) as { sid?: unknown } | null
  if (typeof session?.sid !== 'string') return null
  const actor = await findAwaiting(databaseOfProcess().handle, session.sid, new Date())
  return actor && { actor, sessionId: session.sid, tokenId: null }
}

/** Who calls the HTTP interface: a bearer token, or the session of a page of ours. */
export async function callerOf(request: Request): Promise<Result<Identity>> {
  const unauthenticated = (message: string) => fail({ kind: 'unauthenticated', message })
  const header = request.headers.get('authorization')
  if (header !== null) {
    const token = /^Bearer\s+(\S+)$/i.exec(header)?.[1]
    const use = token
      ? await useToken(databaseOfProcess().handle, hashToken(token), new Date())
      : null
    const person = use ? await findPerson(databaseOfProcess().handle, use.personId) : null
    if (!use || !person || person.disabledAt)
      return unauthenticated('The token is not known, was revoked, or has expired. Make a new one.')
    const actor = { ...person, ...(use.scopes && { scopes: use.scopes }) }
    return ok({ actor, sessionId: null, tokenId: use.id })
  }
  const identity = await currentIdentity()
  if (!identity) return unauthenticated('Sign in, or send a bearer token.')
  if (!['GET', 'HEAD'].includes(request.method) && !isSameOrigin(request)) {
    return fail({ kind: 'forbidden', message: 'The request comes from a page of another site.' })
  }
  return ok(identity)
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Cookies travel with requests that other sites make: a change must come from a page of ours. */
function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  const host = request.headers.get('host')
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === host
}
