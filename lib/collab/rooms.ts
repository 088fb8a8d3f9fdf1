import * as Y from 'yjs'
import type { WrittenRun, WrittenSpan } from '#lib/domain/history/written.ts'
import { SCHEMA_VERSION } from '#lib/domain/text/flat-text.ts'
import { applyEdit } from './apply-edit.ts'
import { checkUpdate } from './check-update.ts'
import { CommitQueue, type QueuedRow } from './commit-queue.ts'
import { Compactor } from './compactor.ts'
import { updateOf } from './edit-document.ts'
import { foldWhole } from './fold-whole.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { LogStore, StoredLog } from './log-store.ts'
import { type MadeSnapshot, makeSnapshot } from './make-snapshot.ts'
import { type Meter, noMeter } from './meter.ts'
import { type ArticleState, ArticleUnavailable, type Edit, type HeldArticle } from './ports.ts'
import { Room } from './room.ts'
import { storageFailed } from './storage-failed.ts'
import { UpdateRefused } from './update-refused.ts'

export interface RoomsEvents {
  /** The article's memory was dropped: close its sockets. */
  discarded(articleId: string, error: unknown): void
  committed(articleId: string, state: () => ArticleState): void
  /** Something did not work that nobody waits for. */
  failed(message: string, error: unknown): void
}

/** What rooms go by besides the log; each has a default. */
export interface RoomsOptions {
  readonly limits?: Limits
  readonly meter?: Meter
  /** Folds a log into a snapshot; by default on this thread. */
  fold?(log: StoredLog): Promise<MadeSnapshot>
}

/** So long a tail takes its time to read: a snapshot is made. */
const SNAPSHOT_AT = { rows: 500, bytes: 256 * 1024 }
/** The same for an article that leaves memory: it is read again sooner or later. */
const SNAPSHOT_IDLE_AT = { rows: 50, bytes: 32 * 1024 }
const IDLE_MS = 10 * 60_000

/** The articles in memory, and the one way to change them. */
export class Rooms {
  readonly queue: CommitQueue
  readonly #store: LogStore
  readonly #events: RoomsEvents
  readonly #limits: Limits
  readonly #meter: Meter
  readonly #compactor: Compactor
  #compacting: Promise<unknown> = Promise.resolve()
  readonly #rooms = new Map<string, Promise<Room>>()

  constructor(
    store: LogStore,
    events: RoomsEvents,
    {
      limits = LIMITS,
      meter = noMeter,
      fold = async (log) => makeSnapshot(log),
    }: RoomsOptions = {},
  ) {
    this.#compactor = new Compactor(store, fold)
    this.#store = store
    this.#events = events
    this.#limits = limits
    this.#meter = meter
    this.queue = new CommitQueue({
      commit: (rows) => this.#commit(rows),
      discard: (articleIds, error) => {
        for (const id of articleIds) this.discard(id, error)
      },
    })
  }

  /** Resolves when the snapshot that was begun last is made, or has failed. */
  async settled(): Promise<void> {
    await this.#compacting
  }

  get size(): number {
    return this.#rooms.size
  }

  /** Throws `ArticleUnavailable`: an article that cannot be read whole is not served at all. */
  async open(articleId: string): Promise<Room> {
    let loading = this.#rooms.get(articleId)
    if (!loading) {
      loading = this.#load(articleId)
      this.#rooms.set(articleId, loading)
      loading.catch(() => this.#rooms.delete(articleId))
    }
    const room = await loading
    room.lastUsed = Date.now()
    return room
  }

  async read(articleId: string): Promise<ArticleState> {
    return (await this.open(articleId)).state
  }

  /** A client's update: checked, appended, applied to the committed state. Resolves when it is durable. */
  async receive(
    articleId: string,
    who: { personId: string; sessionId: string | null; suggestOnly?: boolean },
    update: Uint8Array,
    maxBytes = this.#limits.updateBytes,
  ): Promise<void> {
    const room = await this.open(articleId)
    try {
      const { personId, sessionId } = who
      const { isNew, clients } = checkUpdate(room.doc, room.clients, personId, update, maxBytes)
      if (!isNew) return
      this.#checkSize(room, update)
      const repair = room.tryOut({ personId, suggestOnly: who.suggestOnly === true }, update)
      const row = { articleId, personId, sessionId }
      const committed = [this.#append(room, { ...row, update, clients })]
      // Right behind it: nobody reads what stands between them.
      if (repair)
        committed.push(
          this.#append(room, {
            ...row,
            update: repair,
            clients: [...Y.parseUpdateMeta(repair).to.keys()],
          }),
        )
      await Promise.all(committed)
      if (repair && room.live)
        Y.applyUpdate(room.live, repair, { source: 'local', skipStoreHooks: true })
    } catch (error) {
      if (error instanceof UpdateRefused) this.#meter.refused(error.refusal)
      throw error
    }
  }

  #append(
    room: Room,
    {
      clients,
      ...row
    }: Omit<QueuedRow, 'at' | 'newClients'> & { readonly clients: readonly number[] },
  ): Promise<void> {
    const newClients = clients.filter((client) => !room.clients.has(client))
    // Bound at once: two who claim one id at the same time must not both get it. A commit that fails drops the room.
    for (const client of newClients) room.clients.set(client, row.personId)
    room.waits(row.update)
    return this.queue.append({ ...row, at: new Date(), newClients })
  }

  /** The text stands still while `task` decides. */
  async hold<T>(articleId: string, task: (article: HeldArticle) => Promise<T>): Promise<T> {
    return this.queue.hold(articleId, async (commit) => {
      const room = await this.#openAsItIs(articleId)
      const rowsAfter = (seq: number) => this.#store.rowsAfter(articleId, seq)
      return task({
        get state() {
          return room.state
        },
        write: async (personId, edits) => {
          await this.#write(room, personId, edits, commit)
          return room.state
        },
        authors: (approvals) => room.authors(approvals, rowsAfter),
        ownWork: (approvals, clearing) => room.ownWork(approvals, clearing, rowsAfter),
      })
    })
  }

  /** Writing goes on meanwhile: nobody waits for a question. */
  async whoWrote(articleId: string, spans: readonly WrittenSpan[]): Promise<readonly WrittenRun[]> {
    const room = await this.open(articleId)
    return room.whoWrote(spans, (seq) => this.#store.rowsAfter(articleId, seq))
  }

  discard(articleId: string, error: unknown) {
    this.#rooms.delete(articleId)
    this.#events.discarded(articleId, error)
  }

  /** The last browser has left. */
  async release(articleId: string): Promise<void> {
    const room = await this.#rooms.get(articleId)?.catch(() => null)
    if (room) room.live = null
  }

  /** Frees rooms that nobody is in and nobody has asked for lately. */
  async sweep(now: number): Promise<void> {
    for (const [id, loading] of this.#rooms) {
      const room = await loading.catch(() => null)
      if (!room || room.live || now - room.lastUsed < IDLE_MS || this.#rooms.get(id) !== loading)
        continue
      this.#rooms.delete(id)
      if (room.tailReaches(SNAPSHOT_IDLE_AT)) this.#snapshot(room)
      room.destroy()
    }
  }

  /** With what another process has appended meanwhile: what is decided rests on the end of the log [LOG14]. */
  async #openAsItIs(articleId: string): Promise<Room> {
    const room = await this.open(articleId)
    if ((await this.#store.headOf(articleId).catch(storageFailed)) === room.headSeq) return room
    this.discard(articleId, new Error('Another process has written in the article'))
    return this.open(articleId)
  }

  async #load(articleId: string): Promise<Room> {
    const stored = await this.#store.load(articleId).catch(storageFailed)
    if (!stored) throw new ArticleUnavailable('missing', 'There is no such article.')
    if (stored.schemaVersion !== SCHEMA_VERSION) {
      const message = `The article has schema version ${stored.schemaVersion}; this server reads ${SCHEMA_VERSION}.`
      throw new ArticleUnavailable('schema', message)
    }
    return new Room(articleId, { ...stored, doc: foldWhole(articleId, stored) })
  }

  async #commit(rows: readonly QueuedRow[]): Promise<void> {
    const numbered: (QueuedRow & { seq: number; epoch: number })[] = []
    const rooms = new Map<string, { room: Room; next: number }>()
    for (const row of rows) {
      const entry = rooms.get(row.articleId) ?? (await this.#entry(row.articleId))
      rooms.set(row.articleId, entry)
      numbered.push({ ...row, seq: entry.next++, epoch: entry.room.epoch })
    }
    const began = performance.now()
    await this.#store.append(numbered)
    this.#meter.committed(numbered.length, (performance.now() - began) / 1000)
    for (const row of numbered) rooms.get(row.articleId)?.room.applyCommitted(row)
    for (const { room } of rooms.values()) {
      this.#events.committed(room.articleId, () => room.state)
      if (room.tailReaches(SNAPSHOT_AT)) this.#snapshot(room)
    }
  }

  async #entry(articleId: string) {
    const room = await this.open(articleId)
    return { room, next: room.headSeq + 1 }
  }

  async #write(
    room: Room,
    personId: string,
    edits: readonly Edit[],
    commit: (row: QueuedRow) => Promise<void>,
  ) {
    const update = updateOf(Y.encodeStateAsUpdate(room.doc), (copy) => {
      // Annotating moves no character: one reading of the text serves all edits; restoring and rewording come alone.
      for (const edit of edits) applyEdit(copy, room, edit)
    })
    if (!update) return
    // An article that is restored comes as a whole.
    const { documentBytes } = this.#limits
    const { clients } = checkUpdate(room.doc, room.clients, personId, update, documentBytes)
    this.#checkSize(room, update)
    const row = {
      articleId: room.articleId,
      personId,
      sessionId: null,
      at: new Date(),
      update,
      newClients: clients,
    }
    await commit(row).catch((error: unknown) => {
      const message = 'The change could not be saved. Nothing was changed; try again.'
      throw new ArticleUnavailable('storage', message, { cause: error })
    })
    if (room.live) Y.applyUpdate(room.live, update, { source: 'local', skipStoreHooks: true })
  }

  /** A document may not grow without end: every browser has to hold it. */
  #checkSize(room: Room, update: Uint8Array) {
    const { documentBytes } = this.#limits
    if (room.bytes + update.length <= documentBytes) return
    room.bytes = Y.encodeStateAsUpdate(room.doc).length
    if (room.bytes + update.length <= documentBytes) return
    throw new UpdateRefused('articleFull', 'The article has reached 8 MiB: split it in two')
  }

  /** Beside the writing: nobody waits for it, and when it fails, the rows are still there. */
  #snapshot(room: Room) {
    const { articleId, headSeq: seq } = room
    room.tailStored()
    const stateVector = Y.encodeStateVector(room.doc)
    this.#compacting = this.#compactor
      .compact({ articleId, seq, stateVector })
      .catch((error: unknown) => {
        this.#meter.refused('snapshotFailed')
        this.#events.failed(`Article ${articleId}: no snapshot was made`, error)
      })
  }
}
