import { count, isNotNull, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { versions } from '#db/schema.ts'
import { webhooks } from '#db/schema-api.ts'
import { secondFactors } from '#db/schema-sign-in.ts'
import { vaultIdentities, vaultRecordings } from '#db/schema-vault.ts'

/** How many versions bear a signature with this head, in which its key is named; null: they have none. */
export async function countSignatures(
  db: Handle,
): Promise<readonly { readonly head: string | null; readonly versions: number }[]> {
  const head = sql<string | null>`split_part(${versions.signature}, '.', 1)`
  return db.select({ head, versions: count() }).from(versions).groupBy(head)
}

const LOCKED_THINGS = ['identities', 'recordings', 'webhooks', 'factors'] as const
type LockedThing = (typeof LOCKED_THINGS)[number]

export interface LockedCount {
  readonly thing: LockedThing
  readonly keyId: string
  readonly count: number
}

/** How much each key of the vault has locked, by what it is. */
export async function countLocked(db: Handle): Promise<readonly LockedCount[]> {
  const tables = {
    identities: [vaultIdentities, vaultIdentities.keyId],
    recordings: [vaultRecordings, vaultRecordings.keyId],
    webhooks: [webhooks, webhooks.secretKey],
    factors: [secondFactors, secondFactors.secretKey],
  } as const
  const counts: LockedCount[] = []
  for (const thing of LOCKED_THINGS) {
    const [table, keyId] = tables[thing]
    const rows = await db
      .select({ keyId, count: count() })
      .from(table)
      .where(isNotNull(keyId))
      .groupBy(keyId)
    counts.push(...rows.map((row) => ({ thing, ...row })))
  }
  return counts
}
