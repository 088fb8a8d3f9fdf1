import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database, Handle } from '#db/connection.ts'
import { articles, clientOwners, snapshots, updates } from '#db/schema.ts'

/** One row to append. Sequence numbers of an article have no gaps. */
export interface NewRow {
  readonly articleId: string
  readonly seq: number
  readonly epoch: number
  readonly personId: string
  readonly sessionId: string | null
  readonly at: Date
  readonly update: Uint8Array
  /** Client ids that this row binds to its person. */
  readonly newClients: readonly number[]
}

export interface LogRow {
  readonly seq: number
  readonly personId: string
  readonly at: Date
  readonly update: Uint8Array
}

export interface StoredArticle {
  readonly epoch: number
  readonly schemaVersion: number
  readonly headSeq: number
  readonly snapshot: {
    readonly seq: number
    readonly state: Uint8Array
    readonly sha256: string
  } | null
  readonly tail: readonly LogRow[]
  readonly clients: ReadonlyMap<number, string>
}

/** Somebody else has taken the article over, or written a row that this process does not know. */
export class Fenced extends Error {
  constructor(articleId: string) {
    super(`Article ${articleId} is served by another process now`)
    this.name = 'Fenced'
  }
}

const rowColumns = {
  seq: updates.seq,
  personId: updates.personId,
  at: updates.at,
  update: updates.update,
}

/** Appends rows of any articles in one transaction: all are committed, or none. */
export async function appendRows(database: Database, rows: readonly NewRow[]): Promise<void> {
  await database.handle.transaction(async (tx) => {
    for (const [articleId, last] of lastRows(rows)) {
      const moved = await tx
        .update(articles)
        .set({ headSeq: last.seq, changedAt: last.at, changedBy: last.personId })
        .where(
          and(
            eq(articles.id, articleId),
            eq(articles.epoch, last.epoch),
            eq(articles.headSeq, last.first - 1),
          ),
        )
        .returning({ id: articles.id })
      if (!moved.length) throw new Fenced(articleId)
    }
    await tx.insert(updates).values(rows.map(({ newClients: _clients, ...row }) => row))
    const clients = rows.flatMap(({ articleId, personId, newClients }) =>
      newClients.map((clientId) => ({ articleId, clientId, personId })),
    )
    if (clients.length) await tx.insert(clientOwners).values(clients).onConflictDoNothing()
  })
}

function lastRows(rows: readonly NewRow[]) {
  const byArticle = new Map<
    string,
    { seq: number; first: number; epoch: number; at: Date; personId: string }
  >()
  for (const { articleId, seq, epoch, at, personId } of rows) {
    const first = byArticle.get(articleId)?.first ?? seq
    byArticle.set(articleId, { seq, first, epoch, at, personId })
  }
  return byArticle
}

/** Newest snapshot and the rows after it, read in one transaction; null when there is no such article. */
export async function loadArticle(
  database: Database,
  articleId: string,
): Promise<StoredArticle | null> {
  return database.handle.transaction(
    async (tx) => {
      const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
      if (!article) return null
      const [snapshot] = await tx
        .select()
        .from(snapshots)
        .where(eq(snapshots.articleId, articleId))
        .orderBy(desc(snapshots.seq))
        .limit(1)
      const tail = await rowsAfter(tx, articleId, snapshot?.seq ?? 0)
      const owners = await tx
        .select()
        .from(clientOwners)
        .where(eq(clientOwners.articleId, articleId))
      return {
        epoch: article.epoch,
        schemaVersion: article.schemaVersion,
        headSeq: article.headSeq,
        snapshot: snapshot ?? null,
        tail,
        clients: new Map(owners.map(({ clientId, personId }) => [clientId, personId])),
      }
    },
    { isolationLevel: 'repeatable read' },
  )
}

export async function rowsAfter(
  db: Handle,
  articleId: string,
  seq: number,
): Promise<readonly LogRow[]> {
  return db
    .select(rowColumns)
    .from(updates)
    .where(and(eq(updates.articleId, articleId), gt(updates.seq, seq)))
    .orderBy(asc(updates.seq))
}

export async function insertSnapshot(
  db: Handle,
  snapshot: { articleId: string; seq: number; state: Uint8Array; sha256: string },
): Promise<void> {
  await db.insert(snapshots).values(snapshot).onConflictDoNothing()
}

/** Makes the database answer: for readiness. */
export async function ping(db: Handle): Promise<void> {
  await db.execute(sql`select 1`)
}
