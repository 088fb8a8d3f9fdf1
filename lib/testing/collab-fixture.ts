import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as encoding from 'lib0/encoding'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { foldDocument } from '#lib/collab/fold-document.ts'
import type { LogStore } from '#lib/collab/log-store.ts'
import type { TicketRequest } from '#lib/collab/ports.ts'
import { type CollabOptions, type CollabServer, createCollabServer } from '#lib/collab/server.ts'
import { eventually } from '#lib/testing/eventually.ts'

/** A tab as an article sees it: a document and a provider that connects once. */
export interface Tab {
  readonly doc: Y.Doc
  readonly provider: HocuspocusProvider
  readonly socket: HocuspocusProviderWebsocket
  /** Codes with which its websocket was closed. */
  readonly closed: number[]
  /** Payloads that the server sent beside the text. */
  readonly heard: string[]
  leave(): void
}

export interface CollabFixture {
  readonly server: CollabServer
  readonly reports: string[]
  /** People who have lost all rights since their tickets were made. */
  readonly lost: Set<string>
  /** When the sessions of people end. */
  readonly ends: Map<string, Date>
  address(articleId: string): string
  ticket(request: Partial<TicketRequest>): string
  /** Opens an article, by default `x`, in the name of a person. */
  join(request: Partial<TicketRequest>, doc?: Y.Doc): Tab
  stop(): Promise<void>
}

/** A collaboration server on a port of its own, without pages around it. */
export async function startCollab(
  store: LogStore,
  origins: readonly string[] = [],
  options: Pick<CollabOptions, 'limits' | 'meter'> = {},
): Promise<CollabFixture> {
  const reports: string[] = []
  const lost = new Set<string>()
  const ends = new Map<string, Date>()
  const server = createCollabServer({
    ...{ store, origins, committed: () => {}, ...options },
    rights: async ({ personId, readOnly }) =>
      lost.has(personId) ? null : { readOnly, endsAt: ends.get(personId) ?? null },
    report: (message) => reports.push(message),
  })
  const http = createServer()
  http.on('upgrade', (request, socket, head) => server.upgrade(request, socket, head))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const tabs: Tab[] = []
  const address = (articleId: string) => `ws://127.0.0.1:${port}/collab/${articleId}`
  const ticket = (request: Partial<TicketRequest>) => {
    const { personId = 'ada', articleId = 'x' } = request
    const plain = { articleId, personId, personName: personId, sessionId: null, readOnly: false }
    return server.collab.issueTicket({ ...plain, ...request })
  }
  return {
    ...{ server, reports, lost, ends, address, ticket },
    join: (request, doc = foldDocument()) => {
      const { articleId = 'x' } = request
      const tab = openTab(address(articleId), articleId, ticket(request), doc)
      tabs.push(tab)
      return tab
    },
    stop: async () => {
      for (const tab of tabs) tab.leave()
      await server.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

export function openTab(url: string, name: string, token: string, doc: Y.Doc): Tab {
  const closed: number[] = []
  const heard: string[] = []
  const WebSocketPolyfill = WebSocket as unknown as typeof globalThis.WebSocket
  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill,
    autoConnect: false,
    maxAttempts: 1,
  })
  const provider = new HocuspocusProvider({
    ...{ websocketProvider: socket, name, document: doc, token },
    onStateless: ({ payload }) => heard.push(payload),
  })
  socket.on('close', ({ event }: { event: { code: number } }) => {
    closed.push(event.code)
    // Each attempt would need a ticket of its own.
    socket.disconnect()
  })
  provider.attach()
  // That it could not connect is told by what the test waits for.
  void Promise.resolve(socket.connect()).catch(() => undefined)
  const leave = () => {
    provider.destroy()
    socket.destroy()
  }
  return { doc, provider, socket, closed, heard, leave }
}

/** Waits for a state. */
export const until = eventually

/** Sends an update as no honest tab would. */
export function force({ socket }: Tab, update: Uint8Array, name = 'x') {
  const message = encoding.createEncoder()
  encoding.writeVarString(message, name)
  encoding.writeVarUint(message, 0)
  encoding.writeVarUint(message, 2)
  encoding.writeVarUint8Array(message, update)
  socket.webSocket?.send(encoding.toUint8Array(message))
}

/** Resolves when everything before it is durable. */
export async function saved(tab: Tab) {
  const mark = `mark:${Math.random()}`
  tab.provider.sendStateless(mark)
  await until(() => expect(tab.heard).toContain(mark))
}
