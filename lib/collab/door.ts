import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { CLOSE } from './close-codes.ts'
import type { Limits } from './limits.ts'
import type { Meter } from './meter.ts'
import { PeopleRates } from './person-rates.ts'
import type { Rights, TicketRequest } from './ports.ts'
import { Tab } from './tab.ts'
import { Tabs } from './tabs.ts'
import { Tickets } from './tickets.ts'

/** What speaks the protocol behind a websocket. */
interface Speaker {
  handleMessage(message: Uint8Array): void
  handleClose(event: { code: number; reason: string }): void
}

export interface DoorOptions {
  readonly limits: Limits
  readonly meter: Meter
  /** Origins whose pages may open a websocket, besides that of the host that they were served from. */
  readonly origins: readonly string[]
  rights(request: TicketRequest): Promise<Rights | null>
  speaker(tab: Tab, request: Request): Speaker
  left(tab: Tab): void
  /** Articles that browsers are in. */
  openArticles(): { readonly size: number; has(articleId: string): boolean }
}

/** What the protocol adds to an update. */
const FRAME_BYTES = 64 * 1024
const TOO_BIG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'

/** Who comes in: websockets from known pages, with tickets that hold, as many as there is room for. */
export class Door {
  readonly tabs: Tabs
  readonly tickets = new Tickets()
  readonly #options: DoorOptions
  readonly #people: PeopleRates
  readonly #sockets: WebSocketServer

  constructor(options: DoorOptions) {
    const { limits } = options
    this.#options = options
    this.tabs = new Tabs(limits)
    this.#people = new PeopleRates(limits)
    const maxPayload = limits.documentBytes + FRAME_BYTES
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload })
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    socket.on('error', () => socket.destroy())
    if (!originAllowed(request, this.#options.origins)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, request))
  }

  /** Throws when the ticket is none, when rights have gone since it was made, and when there is no room. */
  async letIn(tab: Tab, token: string, articleId: string, path: string): Promise<TicketRequest> {
    const ticket = this.tickets.redeem(token, Date.now())
    if (ticket?.articleId !== articleId || path !== `/collab/${articleId}`)
      throw refusal('No valid ticket', 'ticket')
    const rights = await this.#options.rights(ticket)
    // It may have left meanwhile.
    if (!rights || !tab.open) throw refusal('No right any more', 'ticket')
    const articles = this.#options.openArticles()
    const full = !articles.has(articleId) && articles.size >= this.#options.limits.articles
    const crowded = full ? 'serverCrowded' : this.tabs.crowded(ticket)
    if (crowded) {
      tab.close(crowded)
      throw refusal(CLOSE[crowded][1], crowded)
    }
    const request = {
      ...ticket,
      readOnly: ticket.readOnly || rights.readOnly,
      suggestOnly: ticket.suggestOnly === true || rights.suggestOnly === true,
    }
    tab.letIn(request, this.#people.of(request.personId, Date.now()))
    if (rights.endsAt) tab.endAt(rights.endsAt.getTime())
    this.tabs.letIn(request)
    return request
  }

  /** What changed rights is told at once, and a tab ends with its session; this catches whatever was missed. */
  async sweep(now: number): Promise<void> {
    this.#people.sweep(now, (personId) => this.tabs.hasPerson(personId))
    await this.recheck(() => true)
  }

  /** Closes those whose rights are not what they were let in with. */
  async recheck(matches: (request: TicketRequest) => boolean): Promise<void> {
    for (const tab of this.tabs) {
      if (!(tab.request && matches(tab.request))) continue
      const rights = await this.#options.rights(tab.request).catch(() => tab.request)
      const { readOnly, suggestOnly } = tab.request
      if (rights?.readOnly !== readOnly || (rights.suggestOnly ?? false) !== suggestOnly)
        tab.close('rightsChanged')
    }
  }

  /** Tells everybody that the server restarts: browsers come back by themselves. */
  sendHome(): void {
    for (const tab of this.tabs) tab.close('restarting')
  }

  close(): void {
    this.#sockets.close()
  }

  #accept(ws: WebSocket, incoming: IncomingMessage) {
    const tab: Tab = new Tab(ws, {
      limits: this.#options.limits,
      meter: this.#options.meter,
      deliver: (message) => speaker.handleMessage(message),
    })
    // Only the path is of interest, and a host that is none would throw.
    const request = new Request(`http://localhost${incoming.url ?? '/'}`)
    const speaker = this.#options.speaker(tab, request)
    const crowded = this.tabs.crowded(null)
    this.tabs.add(tab)
    ws.on('message', (data: Buffer) => tab.receive(data))
    ws.on('close', (code, reason) => {
      tab.left()
      this.tabs.delete(tab)
      this.#options.left(tab)
      speaker.handleClose({ code, reason: reason.toString() })
    })
    ws.on('error', (error) => {
      if ((error as NodeJS.ErrnoException).code === TOO_BIG) tab.close('tooBig')
      else tab.closeWith()
    })
    if (crowded) tab.close(crowded)
  }
}

/** Clients that are no browsers send no Origin. One that is sent must be of the page's own host, or on the list. */
function originAllowed({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === host || origins.includes(new URL(origin).origin)
}

function refusal(message: string, reason: string) {
  return Object.assign(new Error(message), { reason })
}
