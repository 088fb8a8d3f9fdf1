import { and, asc, desc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import type { Database, Handle } from '#db/connection.ts'
import { rowChecksum } from '#db/row-checksum.ts'
import { articles, clientOwners, snapshots, updates } from '#db/schema.ts'
import { appendRows, type NewRow } from './append-rows.ts'
import { type PackedRow, packedRows } from './packed-rows.ts'

export interface LogRow {
  readonly seq: number
  readonly personId: string
  readonly at: Date
  readonly update: Uint8Array
  /** False: it is not what was once stored. */
  readonly intact: boolean
}

export interface StoredSnapshot {
  readonly seq: number
  readonly state: Uint8Array
  readonly sha256: string
  readonly stateVector: Uint8Array | null
  readonly contentHash: string | null
}

export interface NewSnapshot extends StoredSnapshot {
  readonly articleId: string
  readonly stateVector: Uint8Array
  readonly contentHash: string
}

/** A log up to a row: the nearest snapshot before it, and the rows after that. */
export interface StoredLog {
  readonly headSeq: number
  readonly snapshot: StoredSnapshot | null
  readonly tail: readonly PackedRow[]
}

export interface WholeLog {
  readonly schemaVersion: number
  readonly headSeq: number
  readonly rows: readonly LogRow[]
  /** Oldest first. */
  readonly snapshots: readonly StoredSnapshot[]
}

export interface StoredArticle extends StoredLog {
  readonly epoch: number
  readonly schemaVersion: number
  readonly clients: ReadonlyMap<number, string>
}

const rowColumns = {
  seq: updates.seq,
  personId: updates.personId,
  at: updates.at,
  update: updates.update,
  checksum: updates.checksum,
}

/** Newest snapshot and the rows after it, read in one transaction; null when there is no such article. */
export async function loadArticle(
  database: Database,
  articleId: string,
): Promise<StoredArticle | null> {
  return atOneMoment(database, async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
    if (!article) return null
    const owners = await tx.select().from(clientOwners).where(eq(clientOwners.articleId, articleId))
    const { epoch, schemaVersion, headSeq } = article
    const clients = new Map(owners.map(({ clientId, personId }) => [clientId, personId]))
    return { epoch, schemaVersion, headSeq, clients, ...(await logUpTo(tx, articleId, null)) }
  })
}

/** The log as it was at a row; null when there is no such article, or it has no such row. */
export async function loadArticleAt(
  database: Database,
  articleId: string,
  seq: number,
): Promise<StoredLog | null> {
  return atOneMoment(database, async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
    if (!article || seq < 1 || seq > article.headSeq) return null
    return { headSeq: seq, ...(await logUpTo(tx, articleId, seq)) }
  })
}

/** All that there is of an article; null when there is no such article. */
export async function loadWholeLog(
  database: Database,
  articleId: string,
): Promise<WholeLog | null> {
  return atOneMoment(database, async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
    if (!article) return null
    const made = await tx
      .select()
      .from(snapshots)
      .where(eq(snapshots.articleId, articleId))
      .orderBy(asc(snapshots.seq))
    const { schemaVersion, headSeq } = article
    return { schemaVersion, headSeq, snapshots: made, rows: await rowsAfter(tx, articleId, 0) }
  })
}

/** Takes away snapshots that are none, sets the end of the log, and stores a snapshot. Rows stay as they are. */
export async function repairLog(
  db: Handle,
  repair: {
    articleId: string
    remove: readonly number[]
    headSeq: number | null
    snapshot: NewSnapshot
  },
): Promise<void> {
  const { articleId, remove, headSeq, snapshot } = repair
  if (remove.length) await deleteSnapshots(db, articleId, remove)
  if (headSeq !== null) await db.update(articles).set({ headSeq }).where(eq(articles.id, articleId))
  await insertSnapshot(db, snapshot)
}

function atOneMoment<T>(database: Database, read: (tx: Handle) => Promise<T>): Promise<T> {
  return database.handle.transaction(read, { isolationLevel: 'repeatable read' })
}

async function logUpTo(tx: Handle, articleId: string, seq: number | null) {
  const before = seq === null ? undefined : lte(snapshots.seq, seq)
  const [snapshot] = await tx
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.articleId, articleId), before))
    .orderBy(desc(snapshots.seq))
    .limit(1)
  const tail = await packedRows(tx, articleId, snapshot?.seq ?? 0, seq)
  return { snapshot: snapshot ?? null, tail }
}

export async function rowsAfter(
  db: Handle,
  articleId: string,
  seq: number,
): Promise<readonly LogRow[]> {
  const rows = await db
    .select(rowColumns)
    .from(updates)
    .where(and(eq(updates.articleId, articleId), gt(updates.seq, seq)))
    .orderBy(asc(updates.seq))
  return rows.map(toLogRow)
}

/** At most so many rows that end before one, or at the end of the log; in order. */
async function rowsBefore(
  db: Handle,
  articleId: string,
  before: number | null,
  limit: number,
): Promise<readonly LogRow[]> {
  const last = before === null ? undefined : lt(updates.seq, before)
  const rows = await db
    .select(rowColumns)
    .from(updates)
    .where(and(eq(updates.articleId, articleId), last))
    .orderBy(desc(updates.seq))
    .limit(limit)
  return rows.reverse().map(toLogRow)
}

function toLogRow({ checksum, ...row }: Omit<LogRow, 'intact'> & { checksum: number | null }) {
  return { ...row, intact: checksum === null || checksum === rowChecksum(row.seq, row.update) }
}

/** Of so many rows one snapshot is kept, besides the newest two: any moment is near one, and they do not pile up. */
const KEEP_EVERY = 4_000

export async function insertSnapshot(db: Handle, snapshot: NewSnapshot): Promise<void> {
  const { articleId } = snapshot
  await db.transaction(async (tx) => {
    await tx.insert(snapshots).values(snapshot).onConflictDoNothing()
    const made = await tx
      .select({ seq: snapshots.seq })
      .from(snapshots)
      .where(eq(snapshots.articleId, articleId))
      .orderBy(asc(snapshots.seq))
    const spare = spareSnapshots(made.map(({ seq }) => seq))
    if (spare.length) await deleteSnapshots(tx, articleId, spare)
  })
}

function spareSnapshots(seqs: readonly number[]): readonly number[] {
  const spanOf = (seq: number | undefined) => Math.floor((seq ?? -1) / KEEP_EVERY)
  return seqs.slice(0, -2).filter((seq, at) => at > 0 && spanOf(seqs[at - 1]) === spanOf(seq))
}

async function deleteSnapshots(
  db: Handle,
  articleId: string,
  seqs: readonly number[],
): Promise<void> {
  await db
    .delete(snapshots)
    .where(and(eq(snapshots.articleId, articleId), inArray(snapshots.seq, [...seqs])))
}

/** The log of this database, as the collaboration server asks for it. */
async function headOf(db: Handle, articleId: string): Promise<number | null> {
  const [row] = await db
    .select({ headSeq: articles.headSeq })
    .from(articles)
    .where(eq(articles.id, articleId))
  return row?.headSeq ?? null
}

export function updateLogOf(database: Database) {
  const { handle } = database
  return {
    load: (articleId: string) => loadArticle(database, articleId),
    loadAt: (articleId: string, seq: number) => loadArticleAt(database, articleId, seq),
    headOf: (articleId: string) => headOf(handle, articleId),
    append: (rows: readonly NewRow[]) => appendRows(database, rows),
    rowsAfter: (articleId: string, seq: number) => rowsAfter(handle, articleId, seq),
    rowsBefore: (articleId: string, seq: number | null, limit: number) =>
      rowsBefore(handle, articleId, seq, limit),
    saveSnapshot: (snapshot: NewSnapshot) => insertSnapshot(handle, snapshot),
  }
}

/** Makes the database answer: for readiness. */
export async function ping(db: Handle): Promise<void> {
  await db.execute(sql`select 1`)
}
