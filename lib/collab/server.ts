import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Connection, Hocuspocus, isTransactionOrigin } from '@hocuspocus/server'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { MAX_UPDATE_BYTES, UpdateRefused } from './check-update.ts'
import { CLOSE } from './close-codes.ts'
import { seedDocument, updateOf } from './edit-document.ts'
import { onlyFold } from './fold-document.ts'
import type { Announcement, ArticleState, Collab, TicketRequest } from './ports.ts'
import { Presence } from './presence.ts'
import { type LogStore, Rooms } from './rooms.ts'
import { Tickets } from './tickets.ts'

/** One websocket: who is behind it, and how to end it. */
interface Tab {
  request: TicketRequest | null
  /** False from the moment it is told to leave, whether it does or not. */
  readonly open: boolean
  close(code: number, reason: string): void
}

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
  rights(request: TicketRequest): Promise<{ readonly readOnly: boolean } | null>
  committed(articleId: string, state: () => ArticleState): void
  report(message: string, error?: unknown): void
}

const MAX_BUFFERED_BYTES = 8 * 1024 * 1024
/** Idle articles leave memory, and open sockets are asked for their rights again. */
const SWEEP_MS = 60_000
/** So long a socket may take to leave. */
const LEAVE_MS = 2_000

export function createCollabServer(options: CollabOptions): CollabServer {
  return new Server(options)
}

class Server implements CollabServer {
  readonly collab: Collab
  readonly rooms: Rooms
  readonly #options: CollabOptions
  readonly #tickets = new Tickets()
  readonly #tabs = new Set<Tab>()
  readonly #presence = new Map<string, Presence>()
  readonly #hocuspocus: Hocuspocus<Context>
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_UPDATE_BYTES + 64 * 1024,
  })
  readonly #sweeper: NodeJS.Timeout

  constructor(options: CollabOptions) {
    this.#options = options
    this.rooms = new Rooms(options.store, {
      discarded: (articleId, error) => {
        options.report(
          `Article ${articleId}: a commit failed; its sockets are closed and it is read again`,
          error,
        )
        this.#closeTabs((request) => request.articleId === articleId, CLOSE.notSaved)
      },
      committed: options.committed,
    })
    this.#hocuspocus = this.#createHocuspocus()
    this.collab = this.#createCollab()
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS)
    this.#sweeper.unref()
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    socket.on('error', () => socket.destroy())
    if (!this.#originAllowed(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, request))
  }

  counts() {
    return { sockets: this.#tabs.size, documents: this.#hocuspocus.getDocumentsCount() }
  }

  async close() {
    clearInterval(this.#sweeper)
    this.#closeTabs(() => true, CLOSE.restarting)
    for (const tab of this.#tabs) tab.close(...CLOSE.restarting)
    await this.rooms.queue.flushed()
    this.#sockets.close()
  }

  /** What changed rights is told at once; this catches sessions that ran out, and whatever was missed. */
  async #sweep() {
    await this.rooms.sweep(Date.now())
    for (const tab of this.#tabs) {
      if (!tab.request) continue
      const rights = await this.#options.rights(tab.request).catch(() => tab.request)
      if (rights?.readOnly !== tab.request.readOnly) tab.close(...CLOSE.rightsChanged)
    }
  }

  /** Clients that are no browsers send no Origin. One that is sent must be of the page's own host, or on the list. */
  #originAllowed({ headers }: IncomingMessage): boolean {
    const { origin, host } = headers
    if (origin === undefined) return true
    if (!URL.canParse(origin)) return false
    return new URL(origin).host === host || this.#options.origins.includes(new URL(origin).origin)
  }

  #accept(ws: WebSocket, incoming: IncomingMessage) {
    const tab: Tab = {
      request: null,
      get open() {
        return ws.readyState === ws.OPEN
      },
      close: (code, reason) => {
        ws.close(code, reason)
        setTimeout(() => ws.terminate(), LEAVE_MS).unref()
      },
    }
    // Only the path is of interest, and a host that is none would throw.
    const url = `http://localhost${incoming.url ?? '/'}`
    const socket = {
      get readyState() {
        return ws.readyState
      },
      close: (code?: number, reason?: string) => ws.close(code, reason),
      send: (data: Uint8Array | string | ArrayBufferLike | Blob | ArrayBufferView) => {
        // A reader that does not read is dropped: it catches up when it comes back.
        if (ws.bufferedAmount > MAX_BUFFERED_BYTES) ws.terminate()
        else ws.send(data as Uint8Array)
      },
    }
    const client = this.#hocuspocus.handleConnection(socket, new Request(url), { tab })
    this.#tabs.add(tab)
    ws.on('message', (data: Buffer) => {
      // A socket that was told to leave still delivers until the other side agrees.
      if (tab.open) client.handleMessage(new Uint8Array(data))
    })
    ws.on('close', (code, reason) => {
      this.#tabs.delete(tab)
      this.#leave(tab)
      client.handleClose({ code, reason: reason.toString() })
    })
    ws.on('error', () => ws.terminate())
  }

  #createHocuspocus() {
    return new Hocuspocus<Context>({
      quiet: true,
      onAuthenticate: async ({ token, documentName, context, request, connectionConfig }) => {
        const ticket = this.#tickets.redeem(token, Date.now())
        const path = new URL(request.url).pathname
        if (!ticket || ticket.articleId !== documentName || path !== `/collab/${documentName}`) {
          throw Object.assign(new Error('No valid ticket'), { reason: 'ticket' })
        }
        // Rights may have gone since the ticket was made.
        const rights = await this.#options.rights(ticket)
        if (!rights) throw Object.assign(new Error('No right any more'), { reason: 'ticket' })
        const readOnly = ticket.readOnly || rights.readOnly
        connectionConfig.readOnly = readOnly
        context.tab.request = { ...ticket, readOnly }
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
        this.#join(documentName, connection)
        await this.#attach(documentName, connection.document)
      },
      beforeSync: async ({ type, payload, connection, documentName }) => {
        if (type !== 0 && !connection.readOnly)
          await this.#receive(documentName, connection, payload)
      },
      beforeHandleAwareness: async ({ states, documentName, transactionOrigin }) => {
        if (!isTransactionOrigin(transactionOrigin) || transactionOrigin.source !== 'connection')
          return
        const { tab } = transactionOrigin.connection.context as Context
        this.#presence.get(documentName)?.stamp(tab, states as Map<number, Record<string, unknown>>)
      },
      onStateless: async ({ connection, payload }) => {
        // A mark in the stream: it comes back when everything before it is durable.
        if (payload.startsWith('mark:') && payload.length < 64) connection.sendStateless(payload)
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

  #join(articleId: string, { context }: Connection<Context>) {
    const { tab } = context
    if (!tab.request) return
    const presence = this.#presence.get(articleId) ?? new Presence()
    this.#presence.set(articleId, presence)
    presence.join(tab, { personId: tab.request.personId, name: tab.request.personName })
  }

  #leave(tab: Tab) {
    if (!tab.request) return
    const presence = this.#presence.get(tab.request.articleId)
    presence?.leave(tab)
    if (presence?.empty) this.#presence.delete(tab.request.articleId)
  }

  /** Resolves when the update is durable. Otherwise the socket is closed: the browser keeps the change and says so. */
  async #receive(articleId: string, { context }: Connection<Context>, update: Uint8Array) {
    const { tab } = context
    try {
      if (!tab.request || !tab.open)
        throw new UpdateRefused('notAllowed', 'A change without a ticket that holds')
      await this.rooms.receive(articleId, tab.request, update)
    } catch (error) {
      const [code, reason] = error instanceof UpdateRefused ? CLOSE[error.refusal] : CLOSE.notSaved
      if (!(error instanceof UpdateRefused))
        this.#options.report(`Article ${articleId}: not saved`, error)
      tab.close(code, reason)
      throw Object.assign(new Error(reason, { cause: error }), { code, reason })
    }
  }

  #closeTabs(
    matches: (request: TicketRequest) => boolean,
    [code, reason]: readonly [number, string],
  ) {
    for (const tab of this.#tabs) if (tab.request && matches(tab.request)) tab.close(code, reason)
  }

  #createCollab(): Collab {
    return {
      read: (articleId) => this.rooms.read(articleId),
      hold: (articleId, task) => this.rooms.hold(articleId, task),
      seed: (blocks, meta) =>
        updateOf(null, (doc) => seedDocument(doc, blocks, meta)) ?? new Uint8Array([0, 0]),
      issueTicket: (request) => this.#tickets.issue(request, Date.now()),
      revoke: (who) => {
        const matches = (request: TicketRequest) =>
          (who.personId === undefined || request.personId === who.personId) &&
          (who.sessionId === undefined || request.sessionId === who.sessionId) &&
          (who.articleId === undefined || request.articleId === who.articleId)
        this.#tickets.forget(matches)
        this.#closeTabs(matches, CLOSE.rightsChanged)
      },
      announce: (articleId, announcement) => this.#announce(articleId, announcement),
      present: (articleId) => this.#presence.get(articleId)?.people() ?? [],
    }
  }

  #announce(articleId: string | null, announcement: Announcement) {
    for (const [name, document] of this.#hocuspocus.documents) {
      if (articleId === null || name === articleId)
        document.broadcastStateless(JSON.stringify(announcement))
    }
  }
}
