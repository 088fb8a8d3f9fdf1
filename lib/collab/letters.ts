import * as Y from 'yjs'
import type { LoggedRow } from '#lib/domain/history/sittings.ts'

/** Characters that stand between two clocks of a client. */
interface Span {
  from: number
  to: number
}

export type Sizes = Pick<LoggedRow, 'added' | 'removed' | 'cleared'>

/**
 * Which changes of a log are letters, and still there: followed row by row, it tells how many letters each row wrote and
 * took away. What else a row deletes, formatting and entries of maps, is none.
 */
export class Letters {
  readonly #spans = new Map<number, Span[]>()
  /** What each client has brought so far: a row may bring it again. */
  readonly #known = new Map<number, number>()

  /** What an update wrote and took away. Throws for what is no update. */
  follow(update: Uint8Array): Sizes {
    const { structs, ds } = Y.decodeUpdate(update)
    let [added, removed, cleared] = [0, 0, 0]
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      const isText = struct instanceof Y.Item && struct.content instanceof Y.ContentString
      added += this.#add(client, clock, clock + struct.length, isText)
    }
    for (const [client, deletions] of ds.clients) {
      for (const { clock, len } of deletions) {
        removed += this.#take(client, clock, clock + len)
        cleared += len
      }
    }
    return { added, removed, cleared }
  }

  #add(client: number, clock: number, to: number, isText: boolean): number {
    const from = Math.max(clock, this.#known.get(client) ?? 0)
    if (from >= to) return 0
    this.#known.set(client, to)
    if (!isText) return 0
    const spans = this.#spans.get(client) ?? []
    const last = spans.at(-1)
    if (last?.to === from) last.to = to
    else spans.push({ from, to })
    this.#spans.set(client, spans)
    return to - from
  }

  #take(client: number, from: number, to: number): number {
    const spans = this.#spans.get(client) ?? []
    const first = firstEndingBehind(spans, from)
    const left: Span[] = []
    let [taken, at] = [0, first]
    for (let span = spans[at]; span && span.from < to; span = spans[++at]) {
      taken += Math.min(to, span.to) - Math.max(from, span.from)
      if (span.from < from) left.push({ from: span.from, to: from })
      if (span.to > to) left.push({ from: to, to: span.to })
    }
    if (at > first) spans.splice(first, at - first, ...left)
    return taken
  }
}

/** By halves: somebody may have jumped about ten thousand times. */
function firstEndingBehind(spans: readonly Span[], clock: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}
