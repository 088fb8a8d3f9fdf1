import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { audit, auditHead } from '#db/schema.ts'
import { auditAnchors } from '#db/schema-signing.ts'
import { storable } from '#db/storable.ts'
import {
  checkTrail,
  GENESIS,
  type Head,
  type KeptRow,
  type TrailFault,
  type TrailRow,
  trailHash,
} from '#lib/domain/trail/chain.ts'

export interface AuditEntry extends Omit<TrailRow, 'seq' | 'previousHash' | 'at'> {
  readonly at: Date
  /** Ids, numbers and hashes; no text of an article, no name, no secret. */
  readonly detail: Readonly<Record<string, unknown>>
}

/** Appends to the chain, in the transaction of what it records. */
export async function appendAudit(db: Handle, given: AuditEntry): Promise<void> {
  // The hash is that of what is stored.
  const entry = { ...given, detail: storable(given.detail) }
  await db.insert(auditHead).values({ id: 1, seq: 0, hash: GENESIS }).onConflictDoNothing()
  const [head] = await db.select().from(auditHead).where(eq(auditHead.id, 1)).for('update')
  if (!head) throw new Error('The audit chain has no head')
  const seq = head.seq + 1
  const hash = trailHash({ ...entry, seq, previousHash: head.hash, at: entry.at.toISOString() })
  await db.insert(audit).values({ ...entry, seq, previousHash: head.hash, hash })
  await db.update(auditHead).set({ seq, hash }).where(eq(auditHead.id, 1))
}

/** How many entries there are by the head of the chain. */
export async function auditLength(db: Handle): Promise<number> {
  return (await findHead(db)).seq
}

/** The last row and its hash, by the row that puts entries in order. Without that: nothing was ever recorded. */
async function findHead(db: Handle): Promise<Head> {
  const [head] = await db.select().from(auditHead)
  return { seq: head?.seq ?? 0, hash: head?.hash ?? GENESIS, at: 'the database' }
}

/** Every row, and the head that they have to lead to. */
export async function readTrail(
  db: Handle,
): Promise<{ readonly kept: readonly KeptRow[]; readonly head: Head }> {
  const rows = await db.select().from(audit).orderBy(asc(audit.seq))
  return { kept: rows.map(keptRow), head: await findHead(db) }
}

/** Rows about one article of one of these kinds, in their order. */
export async function listActsAbout(
  db: Handle,
  articleId: string,
  actions: readonly string[],
): Promise<readonly KeptRow[]> {
  const rows = await db
    .select()
    .from(audit)
    .where(and(eq(audit.articleId, articleId), inArray(audit.action, [...actions])))
    .orderBy(asc(audit.seq))
  return rows.map(keptRow)
}

function keptRow({ hash, at, ...row }: typeof audit.$inferSelect): KeptRow {
  return { row: { ...row, at: at.toISOString() }, hash }
}

/** Number of the first entry that does not fit the chain; null when all is well. */
export async function verifyAudit(db: Handle): Promise<number | null> {
  const { kept, head } = await readTrail(db)
  return trailFault(kept, head)?.row ?? null
}

const PAGE = 2_000

/**
 * The same in little memory, however long the trail is, with signed heads: how many rows there are, and the number of the first
 * that does not fit; null when all is well.
 */
export async function firstBrokenRow(
  db: Handle,
  signed: readonly Head[],
): Promise<{ readonly rows: number; readonly broken: number | null }> {
  const own = await findHead(db)
  const heads = Map.groupBy([...signed, own], (head) => head.seq)
  let [seq, before] = [0, GENESIS]
  const fits = () => (heads.get(seq) ?? []).every(({ hash }) => hash === before)
  if (!fits()) return { rows: 0, broken: 1 }
  for (;;) {
    const page = await db
      .select()
      .from(audit)
      .where(gt(audit.seq, seq))
      .orderBy(asc(audit.seq))
      .limit(PAGE)
    for (const { hash, at, ...row } of page) {
      const isNext = row.seq === seq + 1 && row.previousHash === before
      if (!isNext || trailHash({ ...row, at: at.toISOString() }) !== hash)
        return { rows: seq, broken: seq + 1 }
      ;[seq, before] = [row.seq, hash]
      if (!fits()) return { rows: seq, broken: seq }
    }
    if (page.length < PAGE) break
  }
  // Rows behind the head of the database were not written by us.
  if (own.seq < seq) return { rows: seq, broken: own.seq + 1 }
  return { rows: seq, broken: Math.max(...heads.keys()) > seq ? seq + 1 : null }
}

/** The first row that does not fit its neighbours, the head in the database, or the heads that were signed. */
export function trailFault(
  kept: readonly KeptRow[],
  head: Head,
  signed: readonly Head[] = [],
): TrailFault | null {
  const fault = checkTrail(kept, [...signed, head])
  if (fault || kept.length <= head.seq) return fault
  const row = head.seq + 1
  return { row, what: `Row ${row} stands behind the head of the database` }
}

/** The head, when it is beyond the last one that was signed. */
export async function findUnsignedHead(db: Handle): Promise<Omit<Head, 'at'> | null> {
  const { seq, hash } = await findHead(db)
  const [last] = await db.select().from(auditAnchors).orderBy(desc(auditAnchors.seq)).limit(1)
  return seq > (last?.seq ?? 0) ? { seq, hash } : null
}

/** False: another process signed this head. */
export async function insertAnchor(
  db: Handle,
  anchor: typeof auditAnchors.$inferInsert,
): Promise<boolean> {
  const rows = await db.insert(auditAnchors).values(anchor).onConflictDoNothing().returning()
  return rows.length > 0
}

/** Heads that were signed at exactly these rows, oldest first. */
export async function listAnchorsAt(
  db: Handle,
  seqs: readonly number[],
): Promise<readonly string[]> {
  if (!seqs.length) return []
  const rows = await db
    .select()
    .from(auditAnchors)
    .where(inArray(auditAnchors.seq, [...seqs]))
    .orderBy(asc(auditAnchors.seq))
  return rows.map(({ jws }) => jws)
}

/** Signed heads, oldest first. */
export async function listAnchors(db: Handle): Promise<readonly string[]> {
  const rows = await db.select().from(auditAnchors).orderBy(asc(auditAnchors.seq))
  return rows.map(({ jws }) => jws)
}
