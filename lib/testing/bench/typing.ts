import { setTimeout as pause } from 'node:timers/promises'
import type { WireClient } from '#lib/testing/wire.ts'

const TICK_MS = 4
const MARK = /~([0-9a-z]{3})([0-9a-z]{7})/g
const MARK_LENGTH = 11

/** A client in its document. */
export interface Seat {
  readonly client: WireClient
  readonly document: string
  readonly follows: boolean
}

/** Milliseconds that half, and nearly all, of what was measured took at most. */
export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** An operation types a mark: who, and when, in hundredths of a millisecond. So whoever hears it knows how long it took. */
function markOf(seat: number, now: number): string {
  return `~${seat.toString(36).padStart(3, '0')}${Math.floor(now * 100)
    .toString(36)
    .padStart(7, '0')}`
}

/** Lets clients type at an even rate, each in its own rhythm, and notes how long everything took. */
export class Typing {
  readonly #seats: readonly Seat[]
  readonly #rate: number
  readonly #due: number[]
  readonly #typed: string[][]
  readonly #unacknowledged: number[][]
  readonly #acks: number[] = []
  readonly #arrivals: number[] = []
  #measuring = false
  #operations = 0
  #acknowledged = 0
  #late = 0
  #timer: NodeJS.Timeout | null = null

  constructor(seats: readonly Seat[], rate: number) {
    this.#seats = seats
    this.#rate = rate
    const period = this.#period
    this.#due = seats.map((_, at) => performance.now() + (period * at) / seats.length)
    this.#typed = seats.map(() => [])
    this.#unacknowledged = seats.map(() => [])
    for (const [at, { client }] of seats.entries()) {
      client.acknowledged = () => this.#acknowledge(at)
      client.heard = (frame) => this.#hear(at, frame)
    }
  }

  get #period(): number {
    return (1000 * this.#seats.length) / this.#rate
  }

  start() {
    let last = performance.now()
    this.#timer = setInterval(() => {
      const now = performance.now()
      if (this.#measuring) this.#late = Math.max(this.#late, now - last - TICK_MS)
      last = now
      this.#tick(now)
    }, TICK_MS)
  }

  measure() {
    this.#measuring = true
  }

  /** Ends typing; gives the operations since it was measured. */
  stop(): number {
    if (this.#timer) clearInterval(this.#timer)
    this.#measuring = false
    return this.#operations
  }

  /** Waits until everything has arrived where it goes. */
  async settled(acknowledges: boolean): Promise<void> {
    const deadline = performance.now() + 15_000
    let before = -1
    for (;;) {
      const open = acknowledges
        ? this.#unacknowledged.reduce((sum, list) => sum + list.length, 0)
        : 0
      const now = this.#arrivals.length + this.#acknowledged
      if ((open === 0 && now === before) || performance.now() > deadline) return
      before = now
      await pause(200)
    }
  }

  result() {
    return {
      ack: spreadOf(this.#acks),
      propagation: spreadOf(this.#arrivals),
      deliveries: this.#arrivals.length,
      acknowledged: this.#acknowledged,
      late: this.#late,
    }
  }

  missingIn(document: string, text: string): number {
    const there = new Set(text.match(MARK))
    let missing = 0
    for (const [at, seat] of this.#seats.entries()) {
      if (seat.document !== document) continue
      for (const mark of this.#typed[at] ?? []) if (!there.has(mark)) missing += 1
    }
    return missing
  }

  #tick(now: number) {
    for (const [at, due] of this.#due.entries()) {
      if (due > now) continue
      this.#due[at] = due + this.#period
      this.#type(at)
    }
  }

  #type(at: number) {
    const seat = this.#seats[at]
    if (!seat || seat.client.closed) return
    const now = performance.now()
    const mark = markOf(at, now)
    seat.client.change((doc) => {
      const text = doc.getText('text')
      text.insert(text.length, mark)
    })
    this.#typed[at]?.push(mark)
    this.#unacknowledged[at]?.push(now)
    if (this.#measuring) this.#operations += 1
  }

  #acknowledge(at: number) {
    const since = this.#unacknowledged[at]?.shift()
    if (since === undefined) return
    this.#acknowledged += 1
    if (this.#measuring) this.#acks.push(performance.now() - since)
  }

  /** Every client reads how old what it hears is: that costs little, and only those who follow apply it. */
  #hear(at: number, frame: Buffer) {
    if (!this.#measuring) return
    const now = performance.now()
    const words = frame.toString('latin1')
    for (let from = words.indexOf('~'); from >= 0; from = words.indexOf('~', from + MARK_LENGTH)) {
      if (Number.parseInt(words.slice(from + 1, from + 4), 36) === at) continue
      const sent = Number.parseInt(words.slice(from + 4, from + MARK_LENGTH), 36) / 100
      this.#arrivals.push(now - sent)
    }
  }
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
