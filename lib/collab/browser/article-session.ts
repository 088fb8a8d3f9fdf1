import { HocuspocusProvider } from '@hocuspocus/provider'
import { Awareness } from 'y-protocols/awareness'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { foldDocument } from '#lib/collab/fold-document.ts'
import type { Announcement } from '#lib/collab/ports.ts'
import { SCHEMA_VERSION } from '#lib/domain/text/flat-text.ts'
import { crowdedBy, refusedBy } from './closings.ts'
import { GatedSocket } from './gated-socket.ts'
import { OfflineCopy } from './offline-copy.ts'
import { type CopyName, notedUnsent, noteUnsent } from './on-device.ts'
import type { Ending, Hold, SaveState, Unsaved } from './save-state.ts'
import { isEnded, saveStateOf } from './save-state.ts'

/** What the page gives: how to ask for a ticket, and what to do when the server says that something else changed. */
export interface SessionOptions {
  readonly articleId: string
  readonly personId: string
  requestTicket(): Promise<TicketAnswer>
  announced(type: Announced): void
}

/** What changed elsewhere, by kind. */
export type Announced = Announcement['type']

export type TicketAnswer =
  | {
      readonly kind: 'ticket'
      readonly ticket: string
      readonly url: string
      readonly schemaVersion: number
      readonly epoch: number
      readonly readOnly: boolean
      readonly suggestOnly?: boolean
    }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'signedOut' | 'gone' | 'unreachable' }

/** What the page sees of a session; a new object with every change. */
export interface SessionView {
  readonly save: SaveState
  /** False until the text of the server, or of this device, is there. */
  readonly loaded: boolean
  /** True for whoever may not write. */
  readonly readOnly: boolean
  /** True for those of them who may suggest. */
  readonly suggests: boolean
}

const FIRST_RETRY_MS = 250
/** Every tab is back within five seconds of the server, however long it was away. */
const LAST_RETRY_MS = 3_500
const RETRY_GROWTH = 1.5

/**
 * One article open in one tab: its document, its connection, and what is known about saving. Connects again by itself
 * with a new ticket each time.
 */
export class ArticleSession {
  readonly articleId: string
  readonly doc = foldDocument()
  readonly awareness = new Awareness(this.doc)
  readonly reader = new DocumentReader(this.doc)
  readonly #options: SessionOptions
  readonly #listeners = new Set<() => void>()
  #view: SessionView = {
    save: { kind: 'connecting' },
    loaded: false,
    readOnly: true,
    suggests: false,
  }
  #provider: HocuspocusProvider | null = null
  #socket: GatedSocket | null = null
  #copy: OfflineCopy | null = null
  #name: CopyName | null = null
  #ticket = ''
  #retryMs = FIRST_RETRY_MS
  #timer: ReturnType<typeof setTimeout> | null = null
  #closed = false
  #online = false
  /** False until the server has confirmed what was sent with the exchange. */
  #isAnswered = false
  /** Local changes so far, and how many of them the server has confirmed. */
  #changes = 0
  #confirmed = 0
  #marked = -1
  /** Changes of tabs before this one that the copy brought in; the server may have them or not. */
  #carried = 0
  /** The number that signing out would tell, as far as it comes from this tab. */
  #noted = 0
  /** Why it was not let in when it last tried; it goes on trying. */
  #held: Hold | null = null

  constructor(options: SessionOptions) {
    this.#options = options
    this.articleId = options.articleId
    this.doc.on('update', this.#onUpdate)
    globalThis.addEventListener?.('online', this.#connectNow)
    globalThis.addEventListener?.('offline', this.#goOffline)
    void this.#connect()
  }

  get view(): SessionView {
    return this.#view
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** True while something of this tab is neither confirmed by the server nor kept on the device. */
  get isOnlyHere(): boolean {
    return this.#changes > Math.max(this.#confirmed, this.#copy?.kept ?? 0)
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    globalThis.removeEventListener?.('online', this.#connectNow)
    globalThis.removeEventListener?.('offline', this.#goOffline)
    this.#provider?.destroy()
    this.#socket?.destroy()
    await this.#copy?.close()
    this.doc.destroy()
  }

  /** The device says that it has no network: the socket would notice only much later. */
  readonly #goOffline = () => {
    if (!this.#closed) this.#dropped()
  }

  readonly #connectNow = () => {
    if (this.#online || this.#closed || !this.#timer) return
    clearTimeout(this.#timer)
    void this.#connect()
  }

  async #connect(): Promise<void> {
    this.#timer = null
    const answer = await this.#options.requestTicket()
    if (this.#closed) return
    if (answer.kind === 'unreachable') this.#retry()
    else if (answer.kind === 'damaged') this.#hold(answer)
    else if (answer.kind !== 'ticket') this.#stop({ kind: answer.kind })
    else if (answer.schemaVersion !== SCHEMA_VERSION) this.#stop({ kind: 'outdated' })
    else if (this.#name && this.#name.epoch !== answer.epoch) this.#stop({ kind: 'outdated' })
    else await this.#open(answer)
  }

  async #open(answer: TicketAnswer & { kind: 'ticket' }) {
    const { articleId, personId } = this.#options
    if (!this.#name) {
      this.#name = { articleId, personId, epoch: answer.epoch }
      await this.#openCopy(this.#name)
      if (this.#closed) return
    }
    this.#ticket = answer.ticket
    const { readOnly, suggestOnly = false } = answer
    this.#show({ readOnly: readOnly || suggestOnly, suggests: suggestOnly })
    if (!this.#socket) this.#createProvider(answer.url)
    void this.#socket?.connect()
  }

  async #openCopy(name: CopyName) {
    const changes = () => this.#changes
    const copy = await OfflineCopy.open(this.doc, name, { changes, told: this.#showSaving })
    if (this.#closed) return copy.close()
    this.#copy = copy
    // A copy that cannot be read may have them still.
    if (!copy.isFailing) this.#noted = notedUnsent(name)
    if (copy.hasFound) this.#carried = this.#noted
  }

  #createProvider(url: string) {
    // One attempt each: how often to try again is decided here, because each attempt needs a new ticket.
    const socket = new GatedSocket({ url, autoConnect: false, maxAttempts: 1 })
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name: this.#options.articleId,
      document: this.doc,
      awareness: this.awareness,
      token: () => this.#ticket,
      onStateless: ({ payload }) => this.#onStateless(payload),
      onAuthenticationFailed: () => this.#dropped(),
    })
    socket.onExchanged = () => this.#onExchanged()
    socket.onUpdateSent = () => this.#mark()
    socket.on('close', ({ event }: { event?: { code?: number } }) =>
      this.#onClose(event?.code ?? 0),
    )
    provider.attach()
    this.#socket = socket
    this.#provider = provider
  }

  #onExchanged() {
    this.#online = true
    this.#isAnswered = false
    this.#held = null
    this.#retryMs = FIRST_RETRY_MS
    this.#marked = -1
    this.#show({ loaded: true })
    this.#mark()
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === this.#provider) return
    // What the copy brings in before the first exchange is sent with it; what it brings in later is sent like a change.
    if (origin instanceof OfflineCopy && !this.#provider) return
    // Heard before the provider hears it: the mark that follows what the provider sends counts this change.
    this.#changes += 1
    this.#showSaving()
  }

  /** Sends a mark, behind the changes and never before them; when it comes back, everything before it is committed. One at a time. */
  #mark() {
    if (this.#marked >= 0) return
    this.#marked = this.#changes
    this.#provider?.sendStateless(`mark:${this.#changes}`)
  }

  #onStateless(payload: string) {
    if (!payload.startsWith('mark:')) {
      this.#options.announced((JSON.parse(payload) as Announcement).type)
      return
    }
    if (Number(payload.slice(5)) !== this.#marked) return
    this.#confirmed = this.#marked
    this.#marked = -1
    this.#carried = 0
    this.#isAnswered = true
    if (this.#confirmed < this.#changes) this.#mark()
    this.#showSaving()
  }

  #onClose(code: number) {
    const [refusal, crowding] = [refusedBy(code), crowdedBy(code)]
    this.#held = crowding && { kind: crowding }
    if (refusal) this.#stop({ kind: 'refused', why: refusal })
    else this.#dropped()
  }

  #dropped() {
    this.#online = false
    this.#socket?.disconnect()
    if (!this.#timer && !this.#closed && !isEnded(this.#view.save)) this.#retry()
  }

  #hold(why: Hold) {
    this.#held = why
    this.#retry()
  }

  #retry() {
    this.#online = false
    const wait = this.#retryMs * (0.75 + Math.random() / 2)
    this.#retryMs = Math.min(this.#retryMs * RETRY_GROWTH, LAST_RETRY_MS)
    this.#timer = setTimeout(() => void this.#connect(), wait)
    this.#showSaving()
  }

  #stop(why: Ending) {
    this.#online = false
    this.#socket?.disconnect()
    this.#show({ save: { ...why, ...this.#unsaved() }, readOnly: true, suggests: false })
  }

  #unsaved(): Unsaved {
    const [copy, carried, confirmed] = [this.#copy, this.#carried, this.#confirmed]
    const kept = Math.max(confirmed, copy?.kept ?? 0)
    return {
      changes: carried + this.#changes - confirmed,
      kept: carried + kept - confirmed,
      isFailing: copy?.isFailing ?? false,
    }
  }

  readonly #showSaving = () => {
    const [{ save, loaded }, unsaved] = [this.#view, this.#unsaved()]
    if (this.#name && this.#noted !== unsaved.changes) {
      this.#noted = unsaved.changes
      noteUnsent(this.#name, unsaved.changes)
    }
    if (this.#online && !this.#isAnswered) return
    const hasNetwork = globalThis.navigator?.onLine !== false
    const situation = { isOnline: this.#online, hasNetwork, isLoaded: loaded, held: this.#held }
    const next = isEnded(save) ? { ...save, ...unsaved } : saveStateOf({ ...situation, unsaved })
    // The device answers to every change: nothing is drawn anew unless other words are due.
    if (JSON.stringify(next) !== JSON.stringify(save)) this.#show({ save: next })
  }

  #show(change: Partial<SessionView>) {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
