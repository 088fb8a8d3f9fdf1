import { and, asc, eq } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { externalIdentities } from '#db/schema-sign-in.ts'

/** An account elsewhere. `at`: since when it is known, ISO 8601. */
export interface ExternalIdentity {
  readonly provider: string
  readonly subject: string
  readonly at: string
}

/** The person who signs in by this account; null: nobody. */
export async function findByExternal(
  db: Handle,
  { provider, subject }: Pick<ExternalIdentity, 'provider' | 'subject'>,
): Promise<string | null> {
  const [row] = await db
    .select({ personId: externalIdentities.personId })
    .from(externalIdentities)
    .where(and(eq(externalIdentities.provider, provider), eq(externalIdentities.subject, subject)))
  return row?.personId ?? null
}

/** Ties an account to a person; false when either is tied already. */
export async function insertExternal(
  db: Handle,
  identity: typeof externalIdentities.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(externalIdentities)
    .values(identity)
    .onConflictDoNothing()
    .returning({ personId: externalIdentities.personId })
  return rows.length > 0
}

export async function listExternals(
  db: Handle,
  personId: string,
): Promise<readonly ExternalIdentity[]> {
  const rows = await db
    .select()
    .from(externalIdentities)
    .where(eq(externalIdentities.personId, personId))
    .orderBy(asc(externalIdentities.provider))
  return rows.map(({ provider, subject, at }) => ({ provider, subject, at: at.toISOString() }))
}

/** Unties all accounts of a person; how many there were. */
export async function dropExternals(db: Handle, personId: string): Promise<number> {
  const rows = await db
    .delete(externalIdentities)
    .where(eq(externalIdentities.personId, personId))
    .returning({ provider: externalIdentities.provider })
  return rows.length
}
