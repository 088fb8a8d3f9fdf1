import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { apiTokens, people } from '#db/schema.ts'
import type { Scope } from '#lib/domain/access/scopes.ts'

export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  /** What it is limited to; null: all that its owner may. */
  readonly scopes: readonly Scope[] | null
  /** Null: it runs until it is revoked. */
  readonly expiresAt: string | null
}

export async function insertToken(
  db: Handle,
  token: {
    id: string
    personId: string
    name: string
    hash: string
    scopes?: readonly Scope[] | null
    expiresAt?: Date | null
  },
): Promise<void> {
  const { scopes = null, ...fields } = token
  await db.insert(apiTokens).values({ ...fields, scopes: scopes && [...scopes] })
}

/** Whose token this is, by the hash of it, and what it is limited to; notes the use. */
export async function useToken(
  db: Handle,
  hash: string,
  now: Date,
): Promise<{ id: string; personId: string; scopes: readonly Scope[] | null } | null> {
  const { id, personId, scopes } = apiTokens
  const [row] = await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.hash, hash), runsAt(now)))
    .returning({ id, personId, scopes })
  return row ? { ...row, scopes: row.scopes as readonly Scope[] | null } : null
}

/** When a token ends by itself; null once it has ended. */
export async function findToken(
  db: Handle,
  id: string,
  now: Date,
): Promise<{ readonly expiresAt: Date | null } | null> {
  const { expiresAt } = apiTokens
  const [row] = await db
    .select({ expiresAt })
    .from(apiTokens)
    .where(and(eq(apiTokens.id, id), runsAt(now)))
  return row ?? null
}

const runsAt = (now: Date) =>
  and(isNull(apiTokens.revokedAt), or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now)))

export async function listTokens(db: Handle, personId: string): Promise<readonly ApiToken[]> {
  const rows = await db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt))
  return rows.map(toToken)
}

/** Everybody's, with whose each is. */
export async function listAllTokens(
  db: Handle,
): Promise<readonly (ApiToken & { readonly personName: string })[]> {
  const rows = await db
    .select({ token: apiTokens, personName: people.name })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.personId))
    .where(isNull(apiTokens.revokedAt))
    .orderBy(people.name, desc(apiTokens.createdAt), apiTokens.id)
  return rows.map(({ token, personName }) => ({ ...toToken(token), personName }))
}

const toToken = (row: typeof apiTokens.$inferSelect): ApiToken => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  scopes: row.scopes as readonly Scope[] | null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
})

/** Ends one, whosever it is; their id, null when none ran. */
export async function revokeAnyToken(db: Handle, id: string, now: Date): Promise<string | null> {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning({ personId: apiTokens.personId })
  return rows[0]?.personId ?? null
}

/** Returns false when the person has no such token. */
export async function revokeToken(
  db: Handle,
  personId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id })
  return rows.length > 0
}

/** Ends every token of a person; the ids of those that ran. */
export async function revokeTokensOf(
  db: Handle,
  personId: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id })
  return rows.map(({ id }) => id)
}
