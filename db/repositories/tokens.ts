import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { apiTokens } from '#db/schema.ts'

export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export async function insertToken(
  db: Handle,
  token: { id: string; personId: string; name: string; hash: string },
): Promise<void> {
  await db.insert(apiTokens).values(token)
}

/** Whose token this is, by the hash of it; notes the use. */
export async function useToken(
  db: Handle,
  hash: string,
  now: Date,
): Promise<{ personId: string } | null> {
  const [row] = await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.hash, hash), isNull(apiTokens.revokedAt)))
    .returning({ personId: apiTokens.personId })
  return row ?? null
}

export async function listTokens(db: Handle, personId: string): Promise<readonly ApiToken[]> {
  const rows = await db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt))
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
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
