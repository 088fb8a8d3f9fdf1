import { and, asc, eq, isNull, like, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { sources } from '#db/schema.ts'
import { leases, linkHealth } from '#db/schema-captures.ts'
import type { LinkHealth } from '#lib/domain/sourcing/link-state.ts'

export type LinkRow = typeof linkHealth.$inferSelect

export const toHealth = (row: LinkRow): LinkHealth => ({
  checkedAt: row.checkedAt.toISOString(),
  failures: row.failures,
  isGone: row.isGone,
  movedTo: row.movedTo,
  lost: row.lost,
  keptAt: row.keptAt?.toISOString() ?? null,
})

/** What is known of an address, and the hash of the text that was seen there last. */
export async function findHealth(
  db: Handle,
  sourceId: string,
): Promise<{
  readonly url: string
  readonly health: LinkHealth
  readonly textHash: string | null
} | null> {
  const [row] = await db.select().from(linkHealth).where(eq(linkHealth.sourceId, sourceId))
  return row ? { url: row.url, health: toHealth(row), textHash: row.textHash } : null
}

export interface HealthWrite {
  readonly sourceId: string
  readonly url: string
  readonly health: LinkHealth
  readonly textHash: string | null
  readonly nextAt: Date
  readonly keptBy?: string | null
}

/** Writes what one look showed. The revision goes up only when something is derived otherwise now. */
export async function writeHealth(db: Handle, write: HealthWrite): Promise<void> {
  const { checkedAt, keptAt, lost, ...rest } = write.health
  const { sourceId, url, textHash, nextAt, keptBy = null } = write
  const values = {
    ...{ sourceId, url, textHash, nextAt, keptBy, ...rest },
    checkedAt: new Date(checkedAt),
    lost: [...lost],
    keptAt: keptAt === null ? null : new Date(keptAt),
  }
  const { sourceId: _id, keptBy: _by, ...changed } = values
  const isSame = sql`(${linkHealth.failures}, ${linkHealth.isGone}, ${linkHealth.lost}, ${linkHealth.url}) = (excluded.failures, excluded.is_gone, excluded.lost, excluded.url) and ${linkHealth.movedTo} is not distinct from excluded.moved_to and ${linkHealth.keptAt} is not distinct from excluded.kept_at`
  await db
    .insert(linkHealth)
    .values(values)
    .onConflictDoUpdate({
      target: linkHealth.sourceId,
      set: {
        ...changed,
        ...(keptAt === null ? { keptBy: null } : write.keptBy !== undefined && { keptBy }),
        revision: sql`${linkHealth.revision} + case when ${isSame} then 0 else 1 end`,
      },
    })
}

/** A source whose address is due to be looked at: never seen, seen long ago, or another one than was seen. */
export async function findDueLink(
  db: Handle,
  now: Date,
): Promise<{ readonly id: string; readonly url: string } | null> {
  const due: SQL | undefined = or(
    isNull(linkHealth.sourceId),
    lte(linkHealth.nextAt, now),
    sql`${linkHealth.url} <> ${sources.url}`,
  )
  const [row] = await db
    .select({ id: sources.id, url: sources.url })
    .from(sources)
    .leftJoin(linkHealth, eq(linkHealth.sourceId, sources.id))
    .where(
      and(isNull(sources.retiredAt), isNull(sources.mergedInto), like(sources.url, 'http%'), due),
    )
    .orderBy(sql`${linkHealth.nextAt} asc nulls first`, asc(sources.id))
    .limit(1)
  return row?.url ? { id: row.id, url: row.url } : null
}

/** True: whoever asks holds it until then, alone among all processes. */
export async function takeLease(
  db: Handle,
  lease: {
    readonly name: string
    readonly holder: string
    readonly now: Date
    readonly until: Date
  },
): Promise<boolean> {
  const { name, holder, now, until } = lease
  const rows = await db
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until },
      setWhere: sql`${leases.until} <= ${now} or ${leases.holder} = ${holder}`,
    })
    .returning()
  return rows.length > 0
}
