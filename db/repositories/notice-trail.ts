import { and, asc, desc, eq, gt, gte, inArray, lt, lte, ne, notInArray, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { approvals, articles, audit, queries } from '#db/schema.ts'
import { noticeLooks, noticeMark } from '#db/schema-notices.ts'
import { threadMessages } from '#db/schema-threads.ts'
import { plans } from '#db/schema-workflow.ts'
import type { Act } from '#lib/domain/notices/noticed.ts'
import type { State } from '#lib/domain/review/states.ts'

/** Up to which row people were told, locked: of two processes one waits. */
export async function lockMark(db: Handle): Promise<number> {
  await db.insert(noticeMark).values({ id: 1, seq: 0 }).onConflictDoNothing()
  const [mark] = await db.select().from(noticeMark).where(eq(noticeMark.id, 1)).for('update')
  if (!mark) throw new Error('There is no mark of what people were told')
  return mark.seq
}

export async function setMark(db: Handle, seq: number): Promise<void> {
  await db.update(noticeMark).set({ seq }).where(eq(noticeMark.id, 1))
}

type AuditRow = typeof audit.$inferSelect

const toAct = ({ seq, at, actorId, action, articleId, detail }: AuditRow): Act => ({
  ...{ seq, at: at.toISOString(), actorId, action, articleId },
  detail: (detail ?? {}) as Act['detail'],
})

/** The rows of the trail behind one, in order. They are numbered in the order in which they were committed. */
export async function actsAfter(db: Handle, seq: number, limit: number): Promise<readonly Act[]> {
  const rows = await db
    .select()
    .from(audit)
    .where(gt(audit.seq, seq))
    .orderBy(asc(audit.seq))
    .limit(limit)
  return rows.map(toAct)
}

/** The last of these acts before a row: on its article, or with this source in its detail. */
export async function lastActBefore(
  db: Handle,
  { seq, articleId }: Pick<Act, 'seq' | 'articleId'>,
  actions: readonly string[],
  source?: string,
): Promise<Act | null> {
  const [row] = await db
    .select()
    .from(audit)
    .where(
      and(
        lt(audit.seq, seq),
        inArray(audit.action, [...actions]),
        articleId === null ? undefined : eq(audit.articleId, articleId),
        source === undefined ? undefined : sql`${audit.detail} ->> 'source' = ${source}`,
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(1)
  return row ? toAct(row) : null
}

/** Who has spoken in a thread up to a time, but for one message. */
export async function speakersIn(
  db: Handle,
  threadId: string,
  but: string,
  until: Date,
): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ id: threadMessages.personId })
    .from(threadMessages)
    .where(
      and(
        eq(threadMessages.threadId, threadId),
        ne(threadMessages.id, but),
        lte(threadMessages.at, until),
      ),
    )
  return rows.map(({ id }) => id)
}

export async function askerOf(db: Handle, queryId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: queries.personId })
    .from(queries)
    .where(eq(queries.id, queryId))
  return row?.id ?? null
}

/** Who has ever approved, asked or rejected in an article. */
export async function decidersOf(db: Handle, articleId: string): Promise<ReadonlySet<string>> {
  const approvers = await db
    .selectDistinct({ id: approvals.personId })
    .from(approvals)
    .where(eq(approvals.articleId, articleId))
  const askers = await db
    .selectDistinct({ id: queries.personId })
    .from(queries)
    .where(eq(queries.articleId, articleId))
  return new Set([...approvers, ...askers].map(({ id }) => id))
}

/** States in which no words are waited for any more. */
const CLOSED: State[] = ['retracted', 'archived']
const MET: State[] = [...CLOSED, 'published']

export interface Watchable {
  readonly id: string
  readonly headSeq: number
  readonly changedAt: Date
  readonly changedBy: string | null
  readonly createdAt: Date
  readonly look: { readonly stamp: string; readonly at: Date } | null
}

/** Articles that people work on, with what was seen when they were last looked at. */
export async function watchableArticles(db: Handle): Promise<readonly Watchable[]> {
  const rows = await db
    .select({
      ...{ id: articles.id, headSeq: articles.headSeq, changedAt: articles.changedAt },
      ...{ changedBy: articles.changedBy, createdAt: articles.createdAt },
      ...{ stamp: noticeLooks.stamp, at: noticeLooks.at },
    })
    .from(articles)
    .leftJoin(noticeLooks, eq(noticeLooks.articleId, articles.id))
    .where(notInArray(articles.state, CLOSED))
  return rows.map(({ stamp, at, ...row }) => ({
    ...row,
    look: stamp === null || at === null ? null : { stamp, at },
  }))
}

/** What was seen of an article, locked; of one that nobody has looked at, nothing. */
export async function lockLook(
  db: Handle,
  articleId: string,
  now: Date,
): Promise<{ readonly stamp: string; readonly known: readonly string[] }> {
  await db
    .insert(noticeLooks)
    .values({ articleId, stamp: 'new', at: now, known: [] })
    .onConflictDoNothing()
  const [look] = await db
    .select()
    .from(noticeLooks)
    .where(eq(noticeLooks.articleId, articleId))
    .for('update')
  if (!look) throw new Error('A look that was just begun is not there')
  return look
}

export async function setLook(
  db: Handle,
  articleId: string,
  look: { stamp: string; at: Date; known: string[] },
): Promise<void> {
  await db.update(noticeLooks).set(look).where(eq(noticeLooks.articleId, articleId))
}

/** Deadlines between two times, of articles that have not met theirs. */
export async function deadlinesBetween(
  db: Handle,
  from: Date,
  to: Date,
): Promise<readonly { readonly articleId: string; readonly deadline: string }[]> {
  const rows = await db
    .select({ articleId: plans.articleId, deadline: plans.deadline })
    .from(plans)
    .innerJoin(articles, eq(articles.id, plans.articleId))
    .where(and(gte(plans.deadline, from), lte(plans.deadline, to), notInArray(articles.state, MET)))
  return rows.flatMap(({ articleId, deadline }) =>
    deadline ? [{ articleId, deadline: deadline.toISOString() }] : [],
  )
}
