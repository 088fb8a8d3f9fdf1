import { asc, eq } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { audit, auditHead } from '#db/schema.ts'
import { storable } from '#db/storable.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'

/** Hash before the first entry. */
const GENESIS = '0'.repeat(64)

export interface AuditEntry {
  readonly at: Date
  readonly actorId: string | null
  readonly action: string
  readonly articleId: string | null
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
  const hash = auditHash(seq, head.hash, entry)
  await db.insert(audit).values({ ...entry, seq, previousHash: head.hash, hash })
  await db.update(auditHead).set({ seq, hash }).where(eq(auditHead.id, 1))
}

function auditHash(seq: number, previousHash: string, { at, ...entry }: AuditEntry): string {
  return hashOf({ seq, previousHash, at: at.toISOString(), ...entry })
}

/** How many entries there are by the head of the chain. */
export async function auditLength(db: Handle): Promise<number> {
  const [head] = await db.select().from(auditHead)
  return head?.seq ?? 0
}

/** Number of the first entry that does not fit the chain; null when all is well. */
export async function verifyAudit(db: Handle): Promise<number | null> {
  let previousHash = GENESIS
  let seq = 0
  for (const row of await db.select().from(audit).orderBy(asc(audit.seq))) {
    const { at, actorId, action, articleId, detail } = row
    const entry = { at, actorId, action, articleId, detail: detail as AuditEntry['detail'] }
    const fits = row.seq === seq + 1 && row.previousHash === previousHash
    if (!fits || auditHash(row.seq, previousHash, entry) !== row.hash) return seq + 1
    previousHash = row.hash
    seq = row.seq
  }
  const [head] = await db.select().from(auditHead)
  const { seq: last, hash } = head ?? { seq: 0, hash: GENESIS }
  return last !== seq || hash !== previousHash ? seq + 1 : null
}
