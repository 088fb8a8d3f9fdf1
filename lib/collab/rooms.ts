import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#lib/domain/text/flat-text.ts'
import { checkUpdate, UpdateRefused } from './check-update.ts'
import { CommitQueue, type QueuedRow } from './commit-queue.ts'
import { removeAnnotation, setAnnotation, updateOf } from './edit-document.ts'
import { foldDocument } from './fold-document.ts'
import { LIMITS, type Limits } from './limits.ts'
import { type Meter, noMeter } from './meter.ts'
import { type ArticleState, ArticleUnavailable, type Edit, type HeldArticle } from './ports.ts'
import { Room } from './room.ts'

/** The log as the collaboration server needs it; the database implements it. */
export interface LogStore {
  load(articleId: string): Promise<{
    readonly epoch: number
    readonly schemaVersion: number
    readonly headSeq: number
    readonly snapshot: {
      readonly seq: number
      readonly state: Uint8Array
      readonly sha256: string
    } | null
    readonly tail: readonly { readonly seq: number; readonly update: Uint8Array }[]
    readonly clients: ReadonlyMap<number, string>
  } | null>
  append(
    rows: readonly (QueuedRow & { readonly seq: number; readonly epoch: number })[],
  ): Promise<void>
  rowsAfter(
    articleId: string,
    seq: number,
  ): Promise<
    readonly { readonly seq: number; readonly personId: string; readonly update: Uint8Array }[]
  >
  saveSnapshot(snapshot: {
    articleId: string
    seq: number
    state: Uint8Array
    sha256: string
  }): Promise<void>
}

export interface RoomsEvents {
  /** The article's memory was dropped: close its sockets. */
  discarded(articleId: string, error: unknown): void
  committed(articleId: string, state: () => ArticleState): void
}

const SNAPSHOT_EVERY = 500
const IDLE_MS = 10 * 60_000

/** The articles in memory, and the one way to change them. */
export class Rooms {
  readonly queue: CommitQueue
  readonly #store: LogStore
  readonly #events: RoomsEvents
  readonly #limits: Limits
  readonly #meter: Meter
  readonly #rooms = new Map<string, Promise<Room>>()

  constructor(
    store: LogStore,
    events: RoomsEvents,
    { limits = LIMITS, meter = noMeter }: { limits?: Limits; meter?: Meter } = {},
  ) {
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
    who: { personId: string; sessionId: string | null },
    update: Uint8Array,
    maxBytes = this.#limits.updateBytes,
  ): Promise<void> {
    const room = await this.open(articleId)
    try {
      const { personId } = who
      const { isNew, clients } = checkUpdate(room.doc, room.clients, personId, update, maxBytes)
      if (!isNew) return
      this.#checkSize(room, update)
      const newClients = clients.filter((client) => !room.clients.has(client))
      // Bound at once: two who claim one id at the same time must not both get it. A commit that fails drops the room.
      for (const client of newClients) room.clients.set(client, personId)
      await this.queue.append({ articleId, ...who, at: new Date(), update, newClients })
    } catch (error) {
      if (error instanceof UpdateRefused) this.#meter.refused(error.refusal)
      throw error
    }
  }

  /** The text stands still while `task` decides. */
  async hold<T>(articleId: string, task: (article: HeldArticle) => Promise<T>): Promise<T> {
    return this.queue.hold(articleId, async (commit) => {
      const room = await this.open(articleId)
      return task({
        get state() {
          return room.state
        },
        write: async (personId, edits) => {
          await this.#write(room, personId, edits, commit)
          return room.state
        },
        authors: (approvals) =>
          room.authors(approvals, (seq) => this.#store.rowsAfter(articleId, seq)),
      })
    })
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
      room.destroy()
    }
  }

  async #load(articleId: string): Promise<Room> {
    const stored = await this.#store.load(articleId).catch((error: unknown) => {
      throw new ArticleUnavailable('storage', 'The database does not answer.', { cause: error })
    })
    if (!stored) throw new ArticleUnavailable('missing', 'There is no such article.')
    if (stored.schemaVersion !== SCHEMA_VERSION) {
      const message = `The article has schema version ${stored.schemaVersion}; this server reads ${SCHEMA_VERSION}.`
      throw new ArticleUnavailable('schema', message)
    }
    const room = new Room(articleId, { ...stored, doc: foldLog(articleId, stored) })
    room.rowsSinceSnapshot = stored.tail.length
    return room
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
      if (room.rowsSinceSnapshot >= SNAPSHOT_EVERY) await this.#snapshot(room)
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
      // Annotating moves no character, so that one reading of the text serves all edits.
      for (const edit of edits) applyEdit(copy, room, edit)
    })
    if (!update) return
    const { clients } = checkUpdate(room.doc, room.clients, personId, update)
    this.#checkSize(room, update)
    const { articleId } = room
    const row = {
      articleId,
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

  /** A snapshot only spares reading: when it fails, the rows are still there. */
  async #snapshot(room: Room) {
    room.rowsSinceSnapshot = 0
    const state = Y.encodeStateAsUpdate(room.doc)
    const snapshot = { articleId: room.articleId, seq: room.headSeq, state, sha256: sha256(state) }
    await this.#store.saveSnapshot(snapshot).catch(() => this.#meter.refused('snapshotFailed'))
  }
}

function applyEdit(copy: Y.Doc, room: Room, edit: Edit) {
  if (edit.type === 'unannotate') removeAnnotation(copy, edit.annotationId)
  else setAnnotation(copy, room.flat, { ...edit, id: edit.annotationId })
}

/** Applies snapshot and rows in one transaction, and refuses what is not whole [LOG3]. */
function foldLog(
  articleId: string,
  stored: NonNullable<Awaited<ReturnType<LogStore['load']>>>,
): Y.Doc {
  const { snapshot, tail, headSeq } = stored
  const damaged = (what: string, cause?: unknown) =>
    new ArticleUnavailable('damaged', `Article ${articleId} cannot be read: ${what}.`, { cause })
  if (snapshot && sha256(snapshot.state) !== snapshot.sha256)
    throw damaged(`snapshot ${snapshot.seq} is damaged`)
  const first = (snapshot?.seq ?? 0) + 1
  const gap = tail.findIndex(({ seq }, at) => seq !== first + at)
  if (gap >= 0) throw damaged(`row ${first + gap} of its log is missing`)
  if (first - 1 + tail.length !== headSeq) throw damaged(`its log ends before row ${headSeq}`)
  const doc = foldDocument()
  try {
    doc.transact(() => {
      if (snapshot) Y.applyUpdate(doc, snapshot.state)
      for (const { update } of tail) Y.applyUpdate(doc, update)
    })
  } catch (error) {
    throw damaged('a row of its log is damaged', error)
  }
  if (doc.store.pendingStructs || doc.store.pendingDs)
    throw damaged('changes are missing from its log')
  return doc
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
