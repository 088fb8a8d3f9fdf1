import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Approval, Query } from '#lib/domain/review/decisions.ts'
import type { Handle } from '#db/connection.ts'
import { approvals, people, queries } from '#db/schema.ts'

export async function listApprovals(db: Handle, articleId: string): Promise<readonly Approval[]> {
  const rows = await db
    .select({ approval: approvals, name: people.name })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.personId))
    .where(eq(approvals.articleId, articleId))
    .orderBy(asc(approvals.at))
  return rows.map(({ approval, name }) => ({
    id: approval.id,
    fingerprint: approval.fingerprint,
    annotationIds: approval.annotationIds,
    personId: approval.personId,
    personName: name,
    text: approval.text,
    seq: approval.seq,
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
    annotationIds: query.annotationIds,
    personId: query.personId,
    personName: name,
    note: query.note,
    text: query.text,
    at: query.at.toISOString(),
    closedAt: query.closedAt?.toISOString() ?? null,
  }))
}

export async function insertApproval(db: Handle, approval: typeof approvals.$inferInsert): Promise<void> {
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
  const own = and(eq(approvals.id, id), eq(approvals.articleId, articleId), eq(approvals.personId, personId))
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
