import * as Y from 'yjs'
import { joinRuns, type WrittenRun, type WrittenSpan } from '#lib/domain/history/written.ts'
import type { FlatBlock } from '#lib/domain/text/read-flat.ts'
import { flatStretches } from './edit-document.ts'
import type { TimedRow } from './log-store.ts'

/** Changes of one client, by the row that brought them: those before `end` that no earlier entry has. */
interface Share {
  readonly end: number
  readonly personId: string
  readonly at: number
}

/**
 * Who wrote each character, by the log: a row belongs to a person whom the server knew, and brought certain changes of
 * certain clients. What clients say of themselves is not asked.
 */
export class Writers {
  #seq = 0
  readonly #shares = new Map<number, Share[]>()

  get seq(): number {
    return this.#seq
  }

  fold(rows: readonly TimedRow[]): void {
    for (const { seq, personId, at, update } of rows) {
      for (const [client, end] of Y.parseUpdateMeta(update).to) {
        const shares = this.#shares.get(client) ?? []
        this.#shares.set(client, shares)
        if (end > (shares.at(-1)?.end ?? 0)) shares.push({ end, personId, at: at.getTime() })
      }
      this.#seq = seq
    }
  }

  /** Of what stands in these parts of a document that has the rows that were folded. */
  of(doc: Y.Doc, flat: readonly FlatBlock[], spans: readonly WrittenSpan[]): readonly WrittenRun[] {
    const pieces = piecesOf(doc.getText('text'))
    return spans.flatMap((span) => {
      const blockIndex = flat.findIndex(({ opening }) => (opening?.id ?? '') === span.block)
      if (blockIndex < 0) return []
      const stretches = flatStretches(flat, { ...span, blockIndex })
      return joinRuns(
        stretches.flatMap(({ start, end, from }) =>
          this.#runs(pieces, start, end, { ...span, from }),
        ),
      )
    })
  }

  #runs(pieces: readonly Piece[], start: number, end: number, span: WrittenSpan): WrittenRun[] {
    const runs: WrittenRun[] = []
    let from = span.from
    for (let at = firstBehind(pieces, start); at < pieces.length; at++) {
      const piece = pieces[at]
      if (!piece || piece.at >= end) break
      if (piece.text === null) continue
      let offset = Math.max(0, start - piece.at)
      const last = Math.min(piece.text.length, end - piece.at)
      while (offset < last) {
        const { end: until, personId, at: time } = this.#shareOf(piece.client, piece.clock + offset)
        const next = Math.min(last, until - piece.clock)
        const text = piece.text.slice(offset, next)
        const to = from + text.length
        runs.push({ block: span.block, from, to, text, personId, at: new Date(time).toISOString() })
        from = to
        offset = next
      }
    }
    return runs
  }

  #shareOf(client: number, clock: number): Share {
    const shares = this.#shares.get(client) ?? []
    let [low, high] = [0, shares.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((shares[middle]?.end ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    const share = shares[low]
    if (!share) throw new Error('A character stands in the article that no row of its log brought')
    return share
  }
}

/** Characters of one client that stand together; an embed has no text. */
interface Piece {
  /** Index in the flat text. */
  readonly at: number
  readonly client: number
  readonly clock: number
  readonly text: string | null
}

function piecesOf(text: Y.Text): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { client, clock } = item.id
    const isText = item.content instanceof Y.ContentString
    pieces.push({ at, client, clock, text: isText ? (item.content as Y.ContentString).str : null })
    at += item.length
  }
  return pieces
}

/** The first piece that ends behind an index. */
function firstBehind(pieces: readonly Piece[], index: number): number {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece && piece.at + (piece.text?.length ?? 1) <= index) low = middle + 1
    else high = middle
  }
  return low
}
