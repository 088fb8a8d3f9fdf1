import { and, asc, count, eq, isNull, sum } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { approvals, people, queries, sources } from '#db/schema.ts'
import { linkHealth } from '#db/schema-captures.ts'
import type { Approval, Query } from '#lib/domain/review/decisions.ts'
import { findPolicy } from './policy.ts'

/** Every approval ever given, oldest first, with the key by which authorship knows its sentence. */
export async function listKeyedApprovals(
  db: Handle,
  articleId: string,
): Promise<readonly (Approval & { readonly authorshipKey: string })[]> {
  const rows = await db
    .select({ approval: approvals, name: people.name })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.personId))
    .where(eq(approvals.articleId, articleId))
    .orderBy(asc(approvals.at), asc(approvals.id))
  return rows.map(({ approval, name }) => ({
    id: approval.id,
    fingerprint: approval.fingerprint,
    authorshipKey: approval.authorshipKey,
    annotationIds: approval.annotationIds,
    personId: approval.personId,
    personName: name,
    text: approval.text,
    seq: approval.seq,
    needed: approval.needed,
    at: approval.at.toISOString(),
    withdrawnAt: approval.withdrawnAt?.toISOString() ?? null,
  }))
}

export async function listQueries(db: Handle, articleId: string): Promise<readonly Query[]> {
  const rows = await db
    .select({ query: queries, name: people.name })
    .from(queries)
    .innerJoin(people, eq(people.id, queries.personId))
    .where(eq(queries.articleId, articleId))
    .orderBy(asc(queries.at))
  return rows.map(({ query, name }) => ({
    id: query.id,
    verdict: query.verdict as Query['verdict'],
    fingerprint: query.fingerprint,
    annotationIds: query.annotationIds,
    personId: query.personId,
    personName: name,
    note: query.note,
    text: query.text,
    at: query.at.toISOString(),
    closedAt: query.closedAt?.toISOString() ?? null,
  }))
}

export async function insertApproval(
  db: Handle,
  approval: typeof approvals.$inferInsert,
): Promise<void> {
  await db.insert(approvals).values(approval)
}

export async function insertQuery(db: Handle, query: typeof queries.$inferInsert): Promise<void> {
  await db.insert(queries).values(query)
}

/** Returns false when nothing stood to be taken back. */
export async function withdrawApproval(
  db: Handle,
  { articleId, id, personId, now }: { articleId: string; id: string; personId: string; now: Date },
): Promise<boolean> {
  const own = and(
    eq(approvals.id, id),
    eq(approvals.articleId, articleId),
    eq(approvals.personId, personId),
  )
  const rows = await db
    .update(approvals)
    .set({ withdrawnAt: now })
    .where(and(own, isNull(approvals.withdrawnAt)))
    .returning({ id: approvals.id })
  return rows.length > 0
}

export async function closeQuery(
  db: Handle,
  { id, closedBy, reason, now }: { id: string; closedBy: string; reason: string; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(queries)
    .set({ closedAt: now, closedBy, closedReason: reason })
    .where(and(eq(queries.id, id), isNull(queries.closedAt)))
    .returning({ id: queries.id })
  return rows.length > 0
}

/** Changes whenever a decision or a source does: what is derived from them is kept until then. */
export async function decisionStamps(db: Handle) {
  const approved = await db
    .select({ id: approvals.articleId, all: count(), out: count(approvals.withdrawnAt) })
    .from(approvals)
    .groupBy(approvals.articleId)
  const asked = await db
    .select({ id: queries.articleId, all: count(), out: count(queries.closedAt) })
    .from(queries)
    .groupBy(queries.articleId)
  const [registry] = await db
    .select({
      all: count(),
      merged: count(sources.mergedInto),
      revisions: sum(sources.publicRevision),
    })
    .from(sources)
  const [links] = await db.select({ revisions: sum(linkHealth.revision) }).from(linkHealth)
  const stamps = new Map<string, string>()
  for (const { id, all, out } of [...approved, ...asked])
    stamps.set(id, `${stamps.get(id) ?? ''} ${all}-${out}`)
  return {
    of: (articleId: string) => stamps.get(articleId) ?? '',
    sources: `${registry?.all ?? 0}-${registry?.merged ?? 0}-${registry?.revisions ?? 0}-${links?.revisions ?? 0}`,
    policy: (await findPolicy(db)).version,
  }
}
