import type { QueuedRow } from './commit-queue.ts'

/** What a row is folded from. */
export interface FoldedRow {
  readonly seq: number
  readonly update: Uint8Array
  /** False: it is not what was once stored. */
  readonly intact?: boolean
}

export interface StoredRow extends FoldedRow {
  readonly personId: string
}

export interface TimedRow extends StoredRow {
  readonly at: Date
}

/** A folded prefix of a log, with what proves it. */
export interface Snapshot {
  readonly articleId: string
  readonly seq: number
  readonly state: Uint8Array
  readonly sha256: string
  readonly stateVector: Uint8Array
  readonly contentHash: string
}

/** A log up to a row: a snapshot, and the rows after it. */
export interface StoredLog {
  readonly headSeq: number
  readonly snapshot:
    | (Pick<Snapshot, 'seq' | 'state' | 'sha256'> & {
        /** Null: it was made before they were kept. */
        readonly stateVector: Uint8Array | null
      })
    | null
  readonly tail: readonly FoldedRow[]
}

export interface StoredArticle extends StoredLog {
  readonly epoch: number
  readonly schemaVersion: number
  readonly clients: ReadonlyMap<number, string>
}

/** The log as the collaboration server needs it; the database implements it. */
export interface LogStore {
  /** Newest snapshot and the rows after it, of one moment. */
  load(articleId: string): Promise<StoredArticle | null>
  /** The same as it was at a row: `headSeq` is that row. Null when there is no such article, or no such row yet. */
  loadAt(articleId: string, seq: number): Promise<StoredLog | null>
  append(
    rows: readonly (QueuedRow & { readonly seq: number; readonly epoch: number })[],
  ): Promise<void>
  /** The last row of the log; null when there is no such article. */
  headOf(articleId: string): Promise<number | null>
  rowsAfter(articleId: string, seq: number): Promise<readonly TimedRow[]>
  /** At most so many rows that end before one, or at the end of the log; in order. */
  rowsBefore(articleId: string, seq: number | null, limit: number): Promise<readonly TimedRow[]>
  saveSnapshot(snapshot: Snapshot): Promise<void>
}
