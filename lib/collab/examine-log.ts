import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#lib/domain/text/flat-text.ts'
import { foldDocument } from './fold-document.ts'
import { foldLog, LogDamaged } from './fold-log.ts'
import type { Snapshot, StoredRow } from './log-store.ts'
import { contentHash, type MadeSnapshot, snapshotOf } from './make-snapshot.ts'

type FoundSnapshot = Pick<Snapshot, 'seq' | 'state' | 'sha256'> & {
  readonly stateVector: Uint8Array | null
  readonly contentHash: string | null
}

/** All that there is of an article: every row, every snapshot. */
export interface WholeLog {
  readonly schemaVersion: number
  readonly headSeq: number
  readonly rows: readonly StoredRow[]
  /** Oldest first. */
  readonly snapshots: readonly FoundSnapshot[]
}

export interface Examination {
  /** What is wrong, each a sentence. */
  readonly findings: readonly string[]
  /** Whether this Galley can read it at all. */
  readonly known: boolean
  /** Whether it is served as it is. */
  readonly served: boolean
  /** What makes it served again and loses nothing; null: nothing is needed, or nothing helps. */
  readonly repair: Repair | null
  /** Last row up to which it can be read, and the article as it was then. */
  readonly readable: { readonly seq: number; readonly doc: Y.Doc }
}

export interface Repair {
  /** Snapshots that are not what they say. */
  readonly remove: readonly number[]
  /** The end of the log, where the article's record says another. */
  readonly headSeq: number | null
  /** In their place. */
  readonly snapshot: MadeSnapshot & { readonly seq: number }
}

/** Finds what is wrong with a log, and what can be done about it without losing a word. Changes nothing. */
export function examineLog(log: WholeLog): Examination {
  const prefix = wholePrefix(
    log.rows,
    log.snapshots.map(({ seq }) => seq),
  )
  const bad = new Map<number, string>()
  for (const snapshot of log.snapshots) {
    const wrong = wrongWith(snapshot, prefix)
    if (wrong) bad.set(snapshot.seq, wrong)
  }
  const end = Math.max(log.headSeq, log.rows.at(-1)?.seq ?? 0)
  const rowFindings = findRows(log.rows, end)
  const findings = [...bad.values(), ...rowFindings, ...findRecord(log, end)]
  const readable = bestReading(log, bad, prefix, end)
  const known = log.schemaVersion === SCHEMA_VERSION
  const ends = end !== log.headSeq
  const repair = known && readable.seq === end && (bad.size > 0 || ends)
  return {
    findings,
    known,
    served: known && isServed(log),
    repair: repair
      ? {
          remove: [...bad.keys()],
          headSeq: ends ? end : null,
          snapshot: { seq: end, ...snapshotOf(readable.doc) },
        }
      : null,
    readable,
  }
}

function findRecord({ schemaVersion, headSeq }: WholeLog, end: number): readonly string[] {
  const schema = `It has schema version ${schemaVersion}, and this Galley reads ${SCHEMA_VERSION}: run the Galley that wrote it.`
  const head = `Its record says that it ends at row ${headSeq}; its rows go to ${end}.`
  return [...(schemaVersion === SCHEMA_VERSION ? [] : [schema]), ...(end > headSeq ? [head] : [])]
}

interface Prefix {
  readonly seq: number
  readonly doc: Y.Doc
  /** What it said after each row that a snapshot stands at. */
  readonly hashes: ReadonlyMap<number, string>
}

/** The rows from the first, as far as they are whole. */
function wholePrefix(rows: readonly StoredRow[], marks: readonly number[]): Prefix {
  let last = rows.findIndex((row, at) => row.seq !== at + 1 || row.intact === false)
  if (last < 0) last = rows.length
  for (;;) {
    const tail = rows.slice(0, last)
    const doc = tryFold({ headSeq: last, snapshot: null, tail })
    if (doc) return { seq: last, doc, hashes: hashesAt(tail, marks) }
    // One that cannot be read, or rests on one that is missing: what is before it counts.
    last = lastWithoutGap(tail)
  }
}

function hashesAt(rows: readonly StoredRow[], marks: readonly number[]): Map<number, string> {
  const doc = foldDocument()
  const hashes = new Map<number, string>()
  let at = 0
  for (const mark of marks.filter((seq) => seq <= rows.length)) {
    doc.transact(() => {
      for (const { update } of rows.slice(at, mark)) Y.applyUpdate(doc, update)
    })
    hashes.set(mark, contentHash(doc))
    at = mark
  }
  doc.destroy()
  return hashes
}

function lastWithoutGap(rows: readonly StoredRow[]): number {
  const doc = foldDocument()
  const at = rows.findIndex(({ update }) => {
    if (!isReadable(update)) return true
    Y.applyUpdate(doc, update)
    return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  })
  doc.destroy()
  return at < 0 ? rows.length - 1 : at
}

function wrongWith(snapshot: FoundSnapshot, prefix: Prefix): string | null {
  try {
    const doc = foldLog({ headSeq: snapshot.seq, snapshot, tail: [] })
    const hash = contentHash(doc)
    doc.destroy()
    const due = prefix.hashes.get(snapshot.seq) ?? snapshot.contentHash
    return due === null || due === hash
      ? null
      : `Snapshot ${snapshot.seq} says something else than the rows that it was made from.`
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error
    return `${error.message[0]?.toUpperCase()}${error.message.slice(1)}.`
  }
}

function findRows(rows: readonly StoredRow[], end: number): readonly string[] {
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  const findings: string[] = []
  for (let seq = 1; seq <= end; seq++) {
    const row = bySeq.get(seq)
    if (!row) findings.push(`Row ${seq} is missing.`)
    else if (row.intact === false) findings.push(`Row ${seq} is not what was stored.`)
    else if (!isReadable(row.update)) findings.push(`Row ${seq} cannot be read.`)
  }
  return findings
}

function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    // Whatever it is, it is no update.
    return false
  }
}

/** From the rows alone, or from a snapshot that holds and the rows after it: what reaches furthest. */
function bestReading(
  { rows, snapshots }: WholeLog,
  bad: ReadonlyMap<number, string>,
  prefix: Prefix,
  end: number,
): Examination['readable'] {
  if (prefix.seq === end) return prefix
  for (const snapshot of snapshots.toReversed()) {
    if (bad.has(snapshot.seq) || snapshot.seq <= prefix.seq) continue
    const after = rows.filter(({ seq }) => seq > snapshot.seq)
    const gap = after.findIndex((row, at) => row.seq !== snapshot.seq + 1 + at || !isWhole(row))
    for (let length = gap < 0 ? after.length : gap; length >= 0; length--) {
      const last = snapshot.seq + length
      const doc = tryFold({ headSeq: last, snapshot, tail: after.slice(0, length) })
      if (doc) return { seq: last, doc }
    }
  }
  return prefix
}

function isWhole({ intact, update }: StoredRow): boolean {
  return intact !== false && isReadable(update)
}

function tryFold(log: Parameters<typeof foldLog>[0]): Y.Doc | null {
  try {
    return foldLog(log)
  } catch (error) {
    if (error instanceof LogDamaged) return null
    throw error
  }
}

function isServed({ rows, snapshots, headSeq }: WholeLog): boolean {
  const snapshot = snapshots.at(-1) ?? null
  const tail = rows.filter(({ seq }) => seq > (snapshot?.seq ?? 0))
  const doc = tryFold({ headSeq, snapshot, tail })
  doc?.destroy()
  return doc !== null
}
