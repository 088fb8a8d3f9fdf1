import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { foldDocument } from './fold-document.ts'
import type { StoredLog } from './log-store.ts'

/** What is wrong with a log. */
export type Doubt =
  | 'snapshotChecksum'
  | 'snapshotUnreadable'
  | 'snapshotVector'
  | 'rowMissing'
  | 'logShort'
  | 'logLong'
  | 'rowChecksum'
  | 'rowUnreadable'
  | 'changesMissing'

/** A log that is not whole: it is not served [LOG3]. */
export class LogDamaged extends Error {
  readonly doubt: Doubt
  /** The snapshot or row that is in doubt; null: it cannot be said. */
  readonly seq: number | null

  constructor(doubt: Doubt, seq: number | null, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LogDamaged'
    this.doubt = doubt
    this.seq = seq
  }
}

/** Applies snapshot and rows in one transaction, and refuses what is not whole. Throws `LogDamaged`. */
export function foldLog({ snapshot, tail, headSeq }: StoredLog): Y.Doc {
  checkRows(snapshot?.seq ?? 0, tail, headSeq)
  const doc = foldDocument()
  try {
    if (snapshot) applySnapshot(doc, snapshot)
    applyRows(doc, tail)
    if (doc.store.pendingStructs || doc.store.pendingDs)
      throw new LogDamaged('changesMissing', null, 'changes are missing from its log')
  } catch (error) {
    doc.destroy()
    throw error
  }
  return doc
}

function checkRows(from: number, tail: StoredLog['tail'], headSeq: number) {
  const gap = tail.findIndex(({ seq }, at) => seq !== from + 1 + at)
  if (gap >= 0) {
    const seq = from + 1 + gap
    throw new LogDamaged('rowMissing', seq, `row ${seq} of its log is missing`)
  }
  const last = from + tail.length
  if (last < headSeq) {
    const words = `its log ends at row ${last}, before row ${headSeq}`
    throw new LogDamaged('logShort', last + 1, words)
  }
  if (last > headSeq) {
    const words = `its log goes on after row ${headSeq}, where it ends`
    throw new LogDamaged('logLong', headSeq + 1, words)
  }
  const damaged = tail.find(({ intact }) => intact === false)
  if (damaged) throw new LogDamaged('rowChecksum', damaged.seq, `row ${damaged.seq} is damaged`)
}

function applySnapshot(doc: Y.Doc, snapshot: NonNullable<StoredLog['snapshot']>) {
  const { seq, state, stateVector } = snapshot
  if (sha256(state) !== snapshot.sha256)
    throw new LogDamaged('snapshotChecksum', seq, `snapshot ${seq} is damaged`)
  try {
    applyTidied(doc, state)
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: it is passed on, behind the doubt
    throw new LogDamaged('snapshotUnreadable', seq, `snapshot ${seq} cannot be read`, {
      cause: error,
    })
  }
  if (stateVector && !equal(Y.encodeStateVector(doc), stateVector))
    throw new LogDamaged('snapshotVector', seq, `snapshot ${seq} is not all that it was`)
}

/**
 * A snapshot is of a document whose deletions let go of their words already: to go through all of them again takes a
 * quarter of the time, and lets go of nothing.
 */
function applyTidied(doc: Y.Doc, state: Uint8Array) {
  doc.gc = false
  Y.applyUpdate(doc, state)
  doc.gc = true
}

function applyRows(doc: Y.Doc, tail: StoredLog['tail']) {
  let at = 0
  try {
    doc.transact(() => {
      for (const { seq, update } of tail) {
        at = seq
        Y.applyUpdate(doc, update)
      }
    })
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: it is passed on, behind the doubt
    throw new LogDamaged('rowUnreadable', at, `row ${at} cannot be read`, { cause: error })
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
