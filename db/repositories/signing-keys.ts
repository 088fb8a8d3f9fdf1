import { asc } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { signingKeys } from '#db/schema-signing.ts'

export interface KnownKey {
  readonly kid: string
  readonly x: string
  readonly since: Date
}

/** Oldest first. */
export async function listKeys(db: Handle): Promise<readonly KnownKey[]> {
  return db.select().from(signingKeys).orderBy(asc(signingKeys.since), asc(signingKeys.kid))
}

/** False: it was known already. */
export async function rememberKey(db: Handle, { kid, x, since }: KnownKey): Promise<boolean> {
  const rows = await db
    .insert(signingKeys)
    .values({ kid, x, since })
    .onConflictDoNothing()
    .returning({ kid: signingKeys.kid })
  return rows.length > 0
}
