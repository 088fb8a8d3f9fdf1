import { and, arrayContains, asc, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { threadMessages, threadReads, threads } from '#db/schema-threads.ts'
import type { Message, Thread } from '#lib/domain/talk/thread.ts'

type MessageRow = typeof threadMessages.$inferSelect

const toMessage = (row: MessageRow, personName: string): Message => ({
  id: row.id,
  personId: row.personId,
  personName,
  text: row.text,
  mentions: row.mentions,
  at: row.at.toISOString(),
})

export async function countThreads(db: Handle, articleId: string): Promise<number> {
  return db.$count(threads, eq(threads.articleId, articleId))
}

/** The threads of an article, as read by a person so far. */
export async function listThreads(
  db: Handle,
  articleId: string,
  personId: string,
): Promise<readonly Thread[]> {
  const own = and(eq(threadReads.threadId, threads.id), eq(threadReads.personId, personId))
  const rows = await db
    .select({ thread: threads, readAt: threadReads.readAt, resolver: people.name })
    .from(threads)
    .leftJoin(threadReads, own)
    .leftJoin(people, eq(people.id, threads.resolvedBy))
    .where(eq(threads.articleId, articleId))
    .orderBy(asc(threads.at), asc(threads.id))
  const said = await db
    .select({ message: threadMessages, name: people.name })
    .from(threadMessages)
    .innerJoin(threads, eq(threads.id, threadMessages.threadId))
    .innerJoin(people, eq(people.id, threadMessages.personId))
    .where(eq(threads.articleId, articleId))
    .orderBy(asc(threadMessages.at), asc(threadMessages.id))
  const messages = Map.groupBy(said, ({ message }) => message.threadId)
  return rows.map(({ thread: { id, quote, resolvedAt }, readAt, resolver }) => ({
    id,
    quote,
    messages: (messages.get(id) ?? []).map(({ message, name }) => toMessage(message, name)),
    resolved: resolvedAt && { at: resolvedAt.toISOString(), personName: resolver ?? '' },
    readAt: readAt?.toISOString() ?? null,
  }))
}

/** True when the article has this thread. */
export async function hasThread(db: Handle, articleId: string, id: string): Promise<boolean> {
  const [row] = await db
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.id, id), eq(threads.articleId, articleId)))
  return row !== undefined
}

/** When a message of this thread was written; null when it has none of that id. */
export async function messageTime(db: Handle, threadId: string, id: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: threadMessages.at })
    .from(threadMessages)
    .where(and(eq(threadMessages.id, id), eq(threadMessages.threadId, threadId)))
  return row?.at ?? null
}

export async function insertThread(
  db: Handle,
  thread: Pick<typeof threads.$inferInsert, 'id' | 'articleId' | 'quote' | 'personId' | 'at'>,
): Promise<void> {
  await db.insert(threads).values(thread)
}

export async function insertMessage(
  db: Handle,
  message: typeof threadMessages.$inferInsert,
): Promise<void> {
  await db.insert(threadMessages).values(message)
}

/** Resolves a thread, or with `by` null reopens it; false when it is so already. */
export async function settleThread(
  db: Handle,
  { id, by, now }: { id: string; by: string | null; now: Date },
): Promise<boolean> {
  const isOther = by === null ? isNotNull(threads.resolvedAt) : isNull(threads.resolvedAt)
  const rows = await db
    .update(threads)
    .set({ resolvedAt: by === null ? null : now, resolvedBy: by })
    .where(and(eq(threads.id, id), isOther))
    .returning({ id: threads.id })
  return rows.length > 0
}

/** Never back: of two tabs the one that has read further counts. */
export async function markRead(
  db: Handle,
  read: { threadId: string; personId: string; readAt: Date },
): Promise<void> {
  await db
    .insert(threadReads)
    .values(read)
    .onConflictDoUpdate({
      target: [threadReads.threadId, threadReads.personId],
      set: { readAt: sql`greatest(${threadReads.readAt}, excluded.read_at)` },
    })
}

/** In how many threads of each article others have named a person since they read them. */
export async function unreadMentions(
  db: Handle,
  personId: string,
): Promise<ReadonlyMap<string, number>> {
  const own = and(eq(threadReads.threadId, threads.id), eq(threadReads.personId, personId))
  const isNew = or(isNull(threadReads.readAt), gt(threadMessages.at, threadReads.readAt))
  const named = arrayContains(threadMessages.mentions, [personId])
  const rows = await db
    .select({
      articleId: threads.articleId,
      count: sql<number>`count(distinct ${threads.id})`.mapWith(Number),
    })
    .from(threads)
    .innerJoin(threadMessages, eq(threadMessages.threadId, threads.id))
    .leftJoin(threadReads, own)
    .where(and(named, ne(threadMessages.personId, personId), isNew))
    .groupBy(threads.articleId)
  return new Map(rows.map(({ articleId, count }) => [articleId, count]))
}
