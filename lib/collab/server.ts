import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hocuspocus, isTransactionOrigin } from '@hocuspocus/server'
import * as Y from 'yjs'
import { CLOSE } from './close-codes.ts'
import { discardedIn } from './discarded.ts'
import { Door } from './door.ts'
import { DraftThreads } from './draft-thread.ts'
import { onlyFold } from './fold-document.ts'
import { FoldingThread } from './folding-thread.ts'
import { sentenceInRows } from './follow-sentence.ts'
import { LIMITS, type Limits } from './limits.ts'
import { LivePresence } from './live-presence.ts'
import type { LogStore, StoredLog } from './log-store.ts'
import { loggedRows } from './logged-rows.ts'
import { type Meter, noMeter } from './meter.ts'
import type { Announcement, ArticleState, Collab, Rights, TicketRequest, Whose } from './ports.ts'
import { Rooms } from './rooms.ts'
import { seedUpdate } from './seed-document.ts'
import { stateAtRow } from './state-at-row.ts'
import type { Tab } from './tab.ts'
import { UpdateRefused } from './update-refused.ts'

interface Context {
  tab: Tab
}

export interface CollabServer {
  readonly collab: Collab
  readonly rooms: Rooms
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Open websockets, and articles that browsers are in. */
  counts(): { readonly sockets: number; readonly documents: number }
  close(): Promise<void>
}

export interface CollabOptions {
  readonly store: LogStore
  /** Hosts whose pages may open a websocket, besides the host that they were served from. */
  readonly origins: readonly string[]
  /** What a ticket's person may do now; asked when it is used, and again while its socket is open. Null: nothing. */
  rights(request: TicketRequest): Promise<Rights | null>
  committed(articleId: string, state: () => ArticleState): void
  report(message: string, error?: unknown): void
  readonly limits?: Partial<Limits>
  readonly meter?: Meter
}

const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
/** Idle articles leave memory, and open sockets are asked for their rights again. */
const SWEEP_MS = 60_000

export function createCollabServer(options: CollabOptions): CollabServer {
  return new Server(options)
}

class Server implements CollabServer {
  readonly collab: Collab
  readonly rooms: Rooms
  readonly #options: CollabOptions
  readonly #limits: Limits
  readonly #meter: Meter
  readonly #door: Door
  readonly #presence: LivePresence
  readonly #hocuspocus: Hocuspocus<Context>
  readonly #folding = new FoldingThread()
  readonly #drafts: DraftThreads
  readonly #sweeper: NodeJS.Timeout

  constructor(options: CollabOptions) {
    this.#options = options
    this.#drafts = new DraftThreads(options.report)
    this.#limits = { ...LIMITS, ...options.limits }
    this.#meter = options.meter ?? noMeter
    this.#presence = new LivePresence(this.#limits, this.#meter)
    this.#hocuspocus = this.#createHocuspocus()
    this.#door = this.#createDoor()
    this.rooms = this.#createRooms()
    this.collab = this.#createCollab()
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS)
    this.#sweeper.unref()
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    this.#door.upgrade(request, socket, head)
  }

  counts() {
    return { sockets: this.#door.tabs.size, documents: this.#hocuspocus.getDocumentsCount() }
  }

  async close() {
    clearInterval(this.#sweeper)
    this.#door.sendHome()
    await this.rooms.queue.flushed()
    await this.#folding.close()
    this.#door.close()
  }

  async #sweep() {
    try {
      const now = Date.now()
      await this.rooms.sweep(now)
      await this.#door.sweep(now)
    } catch (error) {
      this.#options.report('Sweeping failed', error)
    }
  }

  #createDoor() {
    const { origins, rights } = this.#options
    return new Door({
      ...{ limits: this.#limits, meter: this.#meter, origins, rights },
      speaker: (tab, request) => {
        const socket = {
          get readyState() {
            return tab.readyState
          },
          close: (code?: number, reason?: string) => tab.closeWith(code, reason),
          send: (data: unknown) => tab.send(data as Uint8Array),
        }
        return this.#hocuspocus.handleConnection(socket, request, { tab })
      },
      left: (tab) => this.#presence.leave(tab),
      openArticles: () => this.#hocuspocus.documents,
    })
  }

  #createRooms() {
    const { store, report, committed } = this.#options
    const discarded = (articleId: string, error: unknown) => {
      const event = `Article ${articleId}: a commit failed; its sockets are closed and it is read again`
      report(event, error)
      this.#door.tabs.close((request) => request.articleId === articleId, 'notSaved')
    }
    const fold = (log: StoredLog) => this.#folding.snapshot(log)
    const options = { limits: this.#limits, meter: this.#meter, fold }
    return new Rooms(store, { discarded, committed, failed: report }, options)
  }

  #createHocuspocus() {
    return new Hocuspocus<Context>({
      quiet: true,
      onAuthenticate: async ({ token, documentName, context, request, connectionConfig }) => {
        const { pathname } = new URL(request.url)
        const { readOnly } = await this.#door.letIn(context.tab, token, documentName, pathname)
        connectionConfig.readOnly = readOnly
        return {}
      },
      onLoadDocument: async ({ document, documentName }) => {
        const room = await this.rooms.open(documentName)
        Y.applyUpdate(onlyFold(document), Y.encodeStateAsUpdate(room.doc))
      },
      afterLoadDocument: async ({ document, documentName }) => {
        await this.#attach(documentName, document)
      },
      afterUnloadDocument: async ({ documentName }) => {
        // A new document of this name may be there already; it keeps the room.
        if (!this.#hocuspocus.documents.has(documentName)) await this.rooms.release(documentName)
      },
      connected: async ({ documentName, connection }) => {
        this.#presence.join(documentName, connection.context.tab)
        await this.#attach(documentName, connection.document)
      },
      beforeSync: async ({ type, payload, connection, documentName }) => {
        if (type === SYNC_STEP_1 || connection.readOnly) return
        const { tab } = connection.context as Context
        const isExchange = type === SYNC_STEP_2 && !tab.exchanged
        if (isExchange) tab.exchanged = true
        await this.#receive(documentName, tab, payload, isExchange)
      },
      beforeHandleAwareness: async ({ states, documentName, transactionOrigin }) => {
        if (!isTransactionOrigin(transactionOrigin) || transactionOrigin.source !== 'connection')
          return
        const { document, context } = transactionOrigin.connection
        this.#presence.stamp(documentName, document.awareness, (context as Context).tab, states)
      },
      onStateless: async ({ connection, payload }) => {
        // A mark in the stream: it comes back when everything before it is durable.
        if (!payload.startsWith('mark:') || payload.length >= 64) return
        connection.sendStateless(payload)
        this.#meter.acknowledged()
      },
    })
  }

  /**
   * The room passes its changes on to this document, which first gets what was committed while it was being set up. Also
   * when the document is older than the room: after a commit that failed, browsers that were slow to leave keep it open.
   */
  async #attach(articleId: string, document: Y.Doc) {
    const room = await this.rooms.open(articleId)
    if (room.live === document) return
    Y.applyUpdate(document, Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(document)), {
      source: 'local',
      skipStoreHooks: true,
    })
    room.live = document
  }

  /** Resolves when the update is durable. Otherwise the socket is closed: the browser keeps the change and says so. */
  async #receive(articleId: string, tab: Tab, update: Uint8Array, isExchange: boolean) {
    const { documentBytes, updateBytes } = this.#limits
    try {
      if (!tab.request || !tab.open)
        throw new UpdateRefused('notAllowed', 'A change without a ticket that holds')
      const maxBytes = isExchange ? documentBytes : updateBytes
      await this.rooms.receive(articleId, tab.request, update, maxBytes)
    } catch (error) {
      const reason = error instanceof UpdateRefused ? error.refusal : 'notSaved'
      if (!(error instanceof UpdateRefused))
        this.#options.report(`Article ${articleId}: not saved`, error)
      tab.close(reason)
      const [code, words] = CLOSE[reason]
      throw Object.assign(new Error(words, { cause: error }), { code, reason: words })
    }
  }

  #createCollab(): Collab {
    return {
      read: (articleId) => this.rooms.read(articleId),
      documentOf: async (articleId) => {
        const { epoch, schemaVersion } = await this.rooms.open(articleId)
        return { epoch, schemaVersion }
      },
      readAt: (articleId, seq) =>
        stateAtRow(this.#options.store, (log) => this.#folding.content(log), articleId, seq),
      sharedAt: (articleId, seq) =>
        stateAtRow(this.#options.store, (log) => this.#folding.shared(log), articleId, seq),
      rows: (articleId, before, limit) => loggedRows(this.#options.store, articleId, before, limit),
      discarded: (articleId, headSeq) => discardedIn(this.#options.store, articleId, headSeq),
      followSentence: (articleId, rows, trace) => {
        const { store } = this.#options
        const follow = this.#folding.follow.bind(this.#folding)
        return sentenceInRows(store, follow, articleId, rows, trace)
      },
      whoWrote: (articleId, spans) => this.rooms.whoWrote(articleId, spans),
      hold: (articleId, task) => this.rooms.hold(articleId, task),
      seed: seedUpdate,
      readDraft: (request) => this.#drafts.read(request),
      issueTicket: (request) => this.#door.tickets.issue(request, Date.now()),
      revoke: (who) => {
        const matches = (request: TicketRequest) => isOf(request, who)
        this.#door.tickets.forget(matches)
        this.#door.tabs.close(matches, 'rightsChanged')
      },
      recheck: (whose) => this.#door.recheck((request) => whose.some((who) => isOf(request, who))),
      announce: (articleId, announcement) => this.#announce(articleId, announcement),
      present: (articleId) => this.#presence.people(articleId),
    }
  }

  #announce(articleId: string | null, announcement: Announcement) {
    for (const [name, document] of this.#hocuspocus.documents) {
      if (articleId === null || name === articleId)
        document.broadcastStateless(JSON.stringify(announcement))
    }
  }
}

function isOf(request: TicketRequest, who: Whose): boolean {
  const { personId, sessionId, articleId } = who
  return (
    (personId === undefined || request.personId === personId) &&
    (sessionId === undefined || request.sessionId === sessionId) &&
    (articleId === undefined || request.articleId === articleId)
  )
}
