import { canonicalJson, hashOf } from '#lib/domain/sourcing/fingerprint.ts'

/** Hash before the first row of the audit trail. */
export const GENESIS = '0'.repeat(64)

/** What a row of the audit trail says; its canonical JSON is what is hashed. */
export interface TrailRow {
  readonly seq: number
  /** Of the row before: that is the chain. */
  readonly previousHash: string
  readonly at: string
  readonly actorId: string | null
  readonly action: string
  readonly articleId: string | null
  /** Ids, numbers and hashes; no text of an article, no name, no secret. */
  readonly detail: unknown
}

/** A row as it was kept: with the hash that was taken of it. */
export interface KeptRow {
  readonly row: TrailRow
  readonly hash: string
}

/** How far the trail reached at a time, and the hash that stands for all of it until then. */
export interface Head {
  readonly seq: number
  readonly hash: string
  readonly at: string
}

export const trailHash = (row: TrailRow): string => hashOf(row)

export const trailLine = (row: TrailRow): string => canonicalJson(row)

/** The first row that is not as it was written, and what is wrong with it, for a person. */
export interface TrailFault {
  readonly row: number
  readonly what: string
}

/**
 * Null: the trail is whole, and every head fits. Without a head from another place nobody can tell that rows are
 * missing from the end, or that all from some row on were written anew [LOG11].
 */
export function checkTrail(kept: readonly KeptRow[], heads: readonly Head[]): TrailFault | null {
  const seen = [...heads].sort((a, b) => a.seq - b.seq)
  return firstBroken(kept) ?? firstUnlike(kept, seen)
}

function firstBroken(kept: readonly KeptRow[]): TrailFault | null {
  let before = GENESIS
  for (const [at, { row, hash }] of kept.entries()) {
    const seq = at + 1
    if (row.seq !== seq) return misplaced(kept, seq, row.seq)
    if (trailHash(row) !== hash)
      return { row: seq, what: `Row ${seq} was changed: its hash is another` }
    if (row.previousHash !== before) return unlinked(kept, seq)
    before = hash
  }
  return null
}

function misplaced(kept: readonly KeptRow[], seq: number, found: number): TrailFault {
  const isLater = kept.slice(seq).some(({ row }) => row.seq === seq)
  const what = isLater
    ? `Row ${seq} is not in its place: row ${found} stands there`
    : `Row ${seq} is missing: row ${found} stands in its place`
  return { row: seq, what }
}

/** Two neighbours do not fit. Whichever the row behind them knows is the true one. */
function unlinked(kept: readonly KeptRow[], seq: number): TrailFault {
  const next = kept[seq]
  const isVouched = next === undefined || next.row.previousHash === kept[seq - 1]?.hash
  if (isVouched && seq > 1)
    return { row: seq - 1, what: `Row ${seq - 1} was replaced: row ${seq} knew another` }
  return { row: seq, what: `Row ${seq} was replaced: it does not follow the row before it` }
}

function firstUnlike(kept: readonly KeptRow[], heads: readonly Head[]): TrailFault | null {
  let good = 0
  for (const { seq, hash, at } of heads) {
    if (seq > kept.length) {
      const row = kept.length + 1
      return { row, what: `Row ${row} is missing: the head of ${at} knows ${seq} rows` }
    }
    if ((seq === 0 ? GENESIS : kept[seq - 1]?.hash) !== hash) {
      const rows = good + 1 === seq ? `Row ${seq}` : `A row from ${good + 1} to ${seq}`
      return { row: good + 1, what: `${rows} was written anew since the head of ${at}` }
    }
    good = seq
  }
  return null
}
