import { and, eq } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { housePolicy } from '#db/schema-policy.ts'
import { type ApproverPolicy, FIRST_POLICY } from '#lib/domain/review/approvers.ts'

/** The rules of the house, and which change of them this is: 0 are the first ones. */
export interface HousePolicy {
  readonly version: number
  readonly approvers: ApproverPolicy
  /** Null: nobody has changed them. */
  readonly changed: { readonly personName: string; readonly at: string } | null
}

export async function findPolicy(db: Handle): Promise<HousePolicy> {
  const [row] = await db
    .select({ policy: housePolicy, name: people.name })
    .from(housePolicy)
    .innerJoin(people, eq(people.id, housePolicy.changedBy))
  if (!row) return { version: 0, approvers: FIRST_POLICY, changed: null }
  const { version, approvers, changedAt } = row.policy
  const changed = { personName: row.name, at: changedAt.toISOString() }
  return { version, approvers: approvers as ApproverPolicy, changed }
}

/** False: somebody changed them since `seen`. */
export async function replacePolicy(
  db: Handle,
  seen: number,
  next: {
    readonly approvers: ApproverPolicy
    readonly changedBy: string
    readonly changedAt: Date
  },
): Promise<boolean> {
  const row = { ...next, id: 1, version: seen + 1 }
  const rows =
    seen === 0
      ? await db.insert(housePolicy).values(row).onConflictDoNothing().returning()
      : await db
          .update(housePolicy)
          .set(row)
          .where(and(eq(housePolicy.id, 1), eq(housePolicy.version, seen)))
          .returning()
  return rows.length > 0
}
