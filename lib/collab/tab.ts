import type { WebSocket } from 'ws'
import { CLOSE, type CloseReason } from './close-codes.ts'
import type { Limits } from './limits.ts'
import type { Meter } from './meter.ts'
import type { PersonRates } from './person-rates.ts'
import type { TicketRequest } from './ports.ts'
import { TokenBucket } from './token-bucket.ts'

/** So long a socket may take to leave. */
const LEAVE_MS = 2_000
/** Messages that a socket may send before its ticket is checked; the rest waits for that. */
const BEFORE_TICKET = 20
/** A timer that is set for longer rings at once. */
const LONGEST_TIMER = 2 ** 31 - 1

export interface TabOptions {
  readonly limits: Limits
  readonly meter: Meter
  /** A message whose time has come. */
  deliver(message: Uint8Array): void
}

/** One websocket: who is behind it, what it may send and how fast, and how to end it. */
export class Tab {
  request: TicketRequest | null = null
  /** Whether its first exchange, which may be as large as an article, is behind it. */
  exchanged = false
  readonly #ws: WebSocket
  readonly #options: TabOptions
  readonly #messages: TokenBucket
  readonly #bytes: TokenBucket
  readonly #pastes: TokenBucket
  #person: PersonRates | null = null
  readonly #waiting: Buffer[] = []
  #delivered = 0
  #timer: NodeJS.Timeout | null = null
  #told = false
  #end: NodeJS.Timeout | null = null
  readonly #deadline: NodeJS.Timeout

  constructor(ws: WebSocket, options: TabOptions) {
    const { limits } = options
    const now = Date.now()
    this.#ws = ws
    this.#options = options
    this.#messages = new TokenBucket(limits.socketMessages, now)
    this.#bytes = new TokenBucket(limits.socketBytes, now)
    this.#pastes = new TokenBucket(limits.socketPastes, now)
    this.#deadline = setTimeout(() => this.close('noTicket'), limits.ticketMs)
    this.#deadline.unref()
  }

  /** False from the moment it is told to leave, whether it does or not. */
  get open(): boolean {
    return this.#ws.readyState === this.#ws.OPEN
  }

  get readyState(): number {
    return this.#ws.readyState
  }

  /** Its ticket was good. */
  letIn(request: TicketRequest, person: PersonRates): void {
    this.request = request
    this.#person = person
    clearTimeout(this.#deadline)
    if (this.#waiting.length && !this.#timer) this.#deliver()
  }

  /** What opened it ends then, and it with that. Browsers ask for another ticket, and learn why there is none. */
  endAt(time: number): void {
    const wait = Math.min(Math.max(0, time - Date.now()), LONGEST_TIMER)
    const ring = () => (Date.now() < time ? this.endAt(time) : this.close('rightsChanged'))
    this.#end = setTimeout(ring, wait)
    this.#end.unref()
  }

  /** What comes too fast waits here, and what comes behind it waits in the network. */
  receive(message: Buffer): void {
    // A socket that was told to leave still delivers until the other side agrees.
    if (!this.open) return
    this.#waiting.push(message)
    if (this.#waiting.length === 1) this.#deliver()
  }

  send(message: Uint8Array): void {
    if (!this.open) return
    // It catches up when it comes back.
    if (this.#ws.bufferedAmount > this.#options.limits.bufferedBytes) this.close('slowReader')
    else this.#ws.send(message)
  }

  close(reason: CloseReason): void {
    if (!this.#told) this.#options.meter.closed(reason)
    this.#told = true
    const [code, words] = CLOSE[reason]
    this.closeWith(code, words)
  }

  closeWith(code?: number, words?: string): void {
    this.left()
    this.#ws.close(code, words)
    // Its answer comes behind what waits in the network.
    if (this.#ws.isPaused) this.#ws.resume()
    setTimeout(() => this.#ws.terminate(), LEAVE_MS).unref()
  }

  /** Nothing that waits is of interest any more. */
  left(): void {
    clearTimeout(this.#deadline)
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#end) clearTimeout(this.#end)
    this.#waiting.length = 0
  }

  readonly #deliver = () => {
    this.#timer = null
    for (let message = this.#waiting[0]; message; message = this.#waiting[0]) {
      if (!this.request && this.#delivered >= BEFORE_TICKET) return this.#ws.pause()
      const wait = this.#wait(Date.now())
      if (wait > 0) return this.#pause(wait)
      this.#take(message.length)
      this.#waiting.shift()
      this.#delivered += 1
      this.#options.deliver(new Uint8Array(message))
    }
    if (this.#ws.isPaused) this.#ws.resume()
  }

  #pause(wait: number) {
    this.#options.meter.slowed('messages')
    this.#ws.pause()
    this.#timer = setTimeout(this.#deliver, wait)
  }

  #wait(now: number): number {
    return Math.max(
      this.#messages.wait(now),
      this.#bytes.wait(now),
      this.#pastes.wait(now),
      this.#person?.messages.wait(now) ?? 0,
      this.#person?.bytes.wait(now) ?? 0,
    )
  }

  #take(bytes: number) {
    this.#messages.take(1)
    this.#bytes.take(bytes)
    if (bytes > this.#options.limits.typedBytes) this.#pastes.take(1)
    this.#person?.messages.take(1)
    this.#person?.bytes.take(bytes)
  }
}
