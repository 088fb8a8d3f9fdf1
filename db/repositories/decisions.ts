import { and, asc, count, eq, isNull, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Handle } from '#db/connection.ts'
import { approvals, people, queries, sources } from '#db/schema.ts'
import { linkHealth } from '#db/schema-captures.ts'
import { queryMessages } from '#db/schema-questions.ts'
import type { Approval, Outcome, Query, QueryMessage } from '#lib/domain/review/decisions.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
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

/** The annotations that stood under an approval when it was given; null: the article has no such approval. */
export async function findApprovedEvidence(
  db: Handle,
  articleId: string,
  approvalId: string,
): Promise<readonly Annotation[] | null> {
  const [row] = await db
    .select({ evidence: approvals.evidence })
    .from(approvals)
    .where(and(eq(approvals.articleId, articleId), eq(approvals.id, approvalId)))
  return row ? (row.evidence as readonly Annotation[]) : null
}

export async function listQueries(db: Handle, articleId: string): Promise<readonly Query[]> {
  const closers = alias(people, 'closer')
  const rows = await db
    .select({ query: queries, name: people.name, closer: closers.name })
    .from(queries)
    .innerJoin(people, eq(people.id, queries.personId))
    .leftJoin(closers, eq(closers.id, queries.closedBy))
    .where(eq(queries.articleId, articleId))
    .orderBy(asc(queries.at))
  const said = rows.length ? await listQueryMessages(db, articleId) : new Map()
  return rows.map(({ query, name, closer }) => ({
    id: query.id,
    verdict: query.verdict as Query['verdict'],
    fingerprint: query.fingerprint,
    annotationIds: query.annotationIds,
    personId: query.personId,
    personName: name,
    note: query.note,
    text: query.text,
    at: query.at.toISOString(),
    messages: said.get(query.id) ?? [],
    closedAt: query.closedAt?.toISOString() ?? null,
    closure: query.closedAt && {
      personName: closer ?? '',
      outcome: query.outcome as Outcome | null,
      reason: query.closedReason ?? '',
    },
  }))
}

/** What was said about each question of an article, oldest first, by the question's id. */
async function listQueryMessages(
  db: Handle,
  articleId: string,
): Promise<ReadonlyMap<string, readonly QueryMessage[]>> {
  const rows = await db
    .select({ message: queryMessages, name: people.name })
    .from(queryMessages)
    .innerJoin(queries, eq(queries.id, queryMessages.queryId))
    .innerJoin(people, eq(people.id, queryMessages.personId))
    .where(eq(queries.articleId, articleId))
    .orderBy(asc(queryMessages.at), asc(queryMessages.id))
  const messages = rows.map(({ message: { queryId, at, ...said }, name }) => ({
    queryId,
    message: { ...said, personName: name, at: at.toISOString() },
  }))
  const grouped = Map.groupBy(messages, ({ queryId }) => queryId)
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ message }) => message)]))
}

/** Says something about a question that is open; false when it is not, or closes this moment. */
export async function insertQueryMessage(
  tx: Handle,
  message: typeof queryMessages.$inferInsert,
): Promise<boolean> {
  const [open] = await tx
    .select({ id: queries.id })
    .from(queries)
    .where(and(eq(queries.id, message.queryId), isNull(queries.closedAt)))
    .for('update')
  if (!open) return false
  await tx.insert(queryMessages).values(message)
  return true
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
  {
    id,
    closedBy,
    reason,
    outcome,
    now,
  }: { id: string; closedBy: string; reason: string; outcome: Outcome; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(queries)
    .set({ closedAt: now, closedBy, closedReason: reason, outcome })
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
  const said = await db
    .select({ id: queries.articleId, all: count(), out: count(queries.closedAt) })
    .from(queryMessages)
    .innerJoin(queries, eq(queries.id, queryMessages.queryId))
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
  for (const { id, all, out } of [...approved, ...asked, ...said])
    stamps.set(id, `${stamps.get(id) ?? ''} ${all}-${out}`)
  return {
    of: (articleId: string) => stamps.get(articleId) ?? '',
    sources: `${registry?.all ?? 0}-${registry?.merged ?? 0}-${registry?.revisions ?? 0}-${links?.revisions ?? 0}`,
    policy: (await findPolicy(db)).version,
  }
}

/** Opens what the giver of an approval closed with it, in the same moment; the ids of these. */
export async function reopenQueries(
  db: Handle,
  { articleId, personId, at }: { articleId: string; personId: string; at: Date },
): Promise<readonly string[]> {
  const rows = await db
    .update(queries)
    .set({ closedAt: null, closedBy: null, closedReason: null, outcome: null })
    .where(
      and(
        eq(queries.articleId, articleId),
        eq(queries.closedBy, personId),
        eq(queries.closedAt, at),
      ),
    )
    .returning({ id: queries.id })
  return rows.map(({ id }) => id).sort()
}
