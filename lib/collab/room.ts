import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { WrittenRun, WrittenSpan } from '#lib/domain/history/written.ts'
import { isProposing } from '#lib/domain/text/acceptance.ts'
import { AuthorshipTracker, type TrackedRow } from './authorship-tracker.ts'
import { SuggestionCheck } from './check-suggestion.ts'
import { DocumentReader } from './document-reader.ts'
import type { TimedRow } from './log-store.ts'
import { type ArticleState, ArticleUnavailable, type KeyedApproval } from './ports.ts'
import { Writers } from './writers.ts'

/** Most rows come while nobody asks what the text says. */
const PATIENCE = 8

/** Rows whose authors are found without a pause. */
const SLICE = 100

/** The same for what is only looked up: a tenth of the work. */
const LIGHT_SLICE = 1_000

/** What a room starts from: newest snapshot and the rows after it, verified by the loader. */
export interface LoadedArticle {
  readonly epoch: number
  readonly schemaVersion: number
  readonly headSeq: number
  readonly doc: Y.Doc
  readonly snapshot: { readonly state: Uint8Array } | null
  readonly tail: readonly { readonly update: Uint8Array }[]
  readonly clients: ReadonlyMap<number, string>
}

/** The committed state of one article, in memory: what decisions rest on and new rows are checked against. */
export class Room {
  readonly articleId: string
  readonly doc: Y.Doc
  readonly epoch: number
  readonly schemaVersion: number
  readonly clients: Map<number, string>
  headSeq: number
  /** Size of the document in bytes, at most: grows by each row, measured again when it nears the limit. */
  bytes: number
  /** What a reader of the log has to fold besides the newest snapshot. */
  #tail = { rows: 0, bytes: 0 }
  lastUsed = Date.now()
  /** The document that browsers are connected to, when there is one. It gets the server's own changes. */
  live: Y.Doc | null = null
  /** Made when somebody first asks what the article says: a browser that opens it does not. */
  #reader: DocumentReader | null = null
  /** What was let through and is not committed yet, in order. */
  readonly #waiting = new Set<Uint8Array>()
  /** Made when somebody who may only suggest first does. */
  #suggestions: SuggestionCheck | null = null
  #tracker: AuthorshipTracker | null = null
  readonly #writers = new Writers()
  #asked: Promise<unknown> = Promise.resolve()

  constructor(articleId: string, loaded: LoadedArticle) {
    this.articleId = articleId
    this.doc = loaded.doc
    this.epoch = loaded.epoch
    this.schemaVersion = loaded.schemaVersion
    this.headSeq = loaded.headSeq
    this.clients = new Map(loaded.clients)
    this.#tail = { rows: loaded.tail.length, bytes: sum(loaded.tail) }
    this.bytes = (loaded.snapshot?.state.length ?? 0) + this.#tail.bytes
  }

  get state(): ArticleState {
    const { headSeq: seq, epoch, schemaVersion } = this
    return { seq, epoch, schemaVersion, content: this.#read().content }
  }

  get flat() {
    return this.#read().flat
  }

  #read(): DocumentReader {
    this.#reader ??= new DocumentReader(this.doc, PATIENCE)
    return this.#reader
  }

  /**
   * Tries an update out before it is let in, and says what has to follow it at once, if anything [SUG3, SUG4]. Throws
   * `UpdateRefused` for more than a proposal by somebody who may only suggest.
   */
  tryOut(
    { personId, suggestOnly }: { readonly personId: string; readonly suggestOnly: boolean },
    update: Uint8Array,
  ): Uint8Array | null {
    if (!this.#suggestions && !suggestOnly && !this.#isProposedIn()) return null
    this.#suggestions ??= new SuggestionCheck(Y.encodeStateAsUpdate(this.doc), [...this.#waiting])
    try {
      return suggestOnly
        ? this.#suggestions.check(personId, update)
        : this.#suggestions.follow(update)
    } catch (error) {
      this.#suggestions = null
      throw error
    }
  }

  /** Somebody has proposed something, or is about to. */
  #isProposedIn(): boolean {
    const isSome = (clients: MapIterator<number>) => clients.some(isProposing)
    return isSome(this.clients.keys()) || isSome(this.doc.store.clients.keys())
  }

  /** An update that was let through, and tried out if there is somewhere to. */
  waits(update: Uint8Array) {
    this.#waiting.add(update)
  }

  /** A committed row: the only thing that changes the state. */
  applyCommitted(row: {
    seq: number
    personId: string
    update: Uint8Array
    newClients: readonly number[]
  }) {
    Y.applyUpdate(this.doc, row.update)
    // A change of the server's own did not wait.
    if (!this.#waiting.delete(row.update)) this.#suggestions?.follow(row.update)
    this.headSeq = row.seq
    this.bytes += row.update.length
    this.#tail.rows += 1
    this.#tail.bytes += row.update.length
    for (const client of row.newClients) this.clients.set(client, row.personId)
  }

  tailReaches({ rows, bytes }: { readonly rows: number; readonly bytes: number }): boolean {
    return this.#tail.rows >= rows || this.#tail.bytes >= bytes
  }

  tailStored() {
    this.#tail = { rows: 0, bytes: 0 }
  }

  async authors(
    approvals: readonly KeyedApproval[],
    read: (seq: number) => Promise<readonly TrackedRow[]>,
  ): Promise<readonly ReadonlySet<string>[]> {
    const rowsAfter = async (seq: number) => wholeRows(seq, await read(seq))
    this.#tracker ??= new AuthorshipTracker(this.articleId)
    if (!(await foldOn(this.#tracker, rowsAfter, approvals))) {
      this.#tracker.destroy()
      this.#tracker = new AuthorshipTracker(this.articleId)
      await foldOn(this.#tracker, rowsAfter, approvals)
    }
    return this.#tracker.authors()
  }

  /** Folds the whole log: what came of another approval is asked seldom. */
  async ownWork(
    approvals: readonly KeyedApproval[],
    clearing: ReadonlySet<string>,
    read: (seq: number) => Promise<readonly TrackedRow[]>,
  ): Promise<ReadonlySet<string>> {
    const tracker = new AuthorshipTracker(this.articleId)
    const rowsAfter = async (seq: number) => wholeRows(seq, await read(seq))
    await foldOn(tracker, rowsAfter, approvals, clearing)
    tracker.destroy()
    return tracker.ownWork
  }

  /** Folds the log on where that was not done yet, one question after the other. */
  async whoWrote(
    spans: readonly WrittenSpan[],
    read: (seq: number) => Promise<readonly TimedRow[]>,
  ): Promise<readonly WrittenRun[]> {
    while (this.#writers.seq < this.headSeq) {
      this.#asked = this.#asked.catch(() => undefined).then(() => this.#foldWriters(read))
      await this.#asked
    }
    return this.#writers.of(this.doc, this.flat, spans)
  }

  async #foldWriters(read: (seq: number) => Promise<readonly TimedRow[]>) {
    const rows = wholeRows(this.#writers.seq, await read(this.#writers.seq))
    for (let at = 0; at < rows.length; at += LIGHT_SLICE) {
      this.#writers.fold(rows.slice(at, at + LIGHT_SLICE))
      await turn()
    }
  }

  destroy() {
    this.#tracker?.destroy()
    this.doc.destroy()
  }
}

function sum(rows: readonly { readonly update: Uint8Array }[]): number {
  return rows.reduce((bytes, { update }) => bytes + update.length, 0)
}

/** A log of months takes its time: between slices others have their turn. False: the tracker has to be made anew. */
async function foldOn(
  tracker: AuthorshipTracker,
  rowsAfter: (seq: number) => Promise<readonly TrackedRow[]>,
  approvals: readonly KeyedApproval[],
  clearing: ReadonlySet<string> | null = null,
): Promise<boolean> {
  const rows = await rowsAfter(tracker.seq)
  for (let at = 0; at === 0 || at < rows.length; at += SLICE) {
    if (!tracker.fold(rows.slice(at, at + SLICE), approvals, clearing)) return false
    await turn()
  }
  return true
}

/** Nobody is cleared of what they wrote by a row that is damaged or gone: nothing is decided then. */
function wholeRows<T extends TrackedRow>(after: number, rows: readonly T[]): readonly T[] {
  const wrong = rows.findIndex(({ seq, intact }, at) => seq !== after + 1 + at || intact === false)
  if (wrong < 0) return rows
  const message = `Who wrote this article cannot be told: row ${after + 1 + wrong} of its log is damaged or missing.`
  throw new ArticleUnavailable('damaged', message)
}
