import type { Schema } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { type Attributes, proposalOf } from '#lib/domain/text/flat-text.ts'
import { writeEntry } from './block-entries.ts'
import type { FlatOp } from './diff-pieces.ts'
import { isShown } from './formatting.ts'
import { contentOf, type Piece, sizeOfPiece } from './pieces.ts'
import { insertionOf, type Proposer } from './proposer.ts'
import { deltaOf } from './read-delta.ts'

/** Writes operations into the shared text and the map `blocks`. */
export class TextWriter {
  private readonly text: Y.Text
  private readonly blocks: Y.Map<unknown>
  private readonly proposer: Proposer
  /** Formatting of a newer program in this text: hardly ever there, and dear to look up, so only then. */
  private foreign = false

  constructor(text: Y.Text, blocks: Y.Map<unknown>, proposer: Proposer) {
    this.proposer = proposer
    this.text = text
    this.blocks = blocks
  }

  /** Tells the writer of formatting that stands in the text. */
  notice(schema: Schema, attributes: Attributes | undefined) {
    this.foreign ||=
      attributes !== undefined && Object.keys(attributes).some((key) => !isShown(schema, key))
  }

  write(schema: Schema, ops: readonly FlatOp[]) {
    for (const op of ops) {
      if (op.type === 'entry') writeEntry(this.blocks, op.id, op.entry)
      else if (op.type === 'format') this.format(op)
      else this.replace(schema, op)
    }
  }

  private replace(schema: Schema, { index, remove, insert }: Extract<FlatOp, { type: 'replace' }>) {
    const around = this.foreign && insert.length ? this.foreignAround(schema, index) : {}
    // One delta for what is written alike, so that a long paste walks the text once. Every piece names all its formatting in
    // an object of its own: Yjs changes the one that it is given, and would let what is missing be inherited from the left.
    let delta: object[] = remove ? [{ delete: remove }] : []
    let at = index
    let size = 0
    let proposal: string | null = null
    const write = () => {
      const whole = at ? [{ retain: at }, ...delta] : delta
      if (delta.length) this.proposer.as(proposal, () => this.text.applyDelta(whole))
      at += size
      delta = []
      size = 0
    }
    for (const piece of insert) {
      const next = insertionOf(piece)
      if (next !== proposal) write()
      proposal = next
      const proposed = piece.kind === 'block' ? piece.proposed : null
      const attributes = written({ ...around, ...piece.attrs, ...proposed })
      delta.push({ insert: contentOf(piece), attributes })
      size += sizeOfPiece(piece)
    }
    write()
    for (const piece of insert) {
      // What has no identifier yet gets one, and its entry, before the transaction ends.
      if (piece.kind === 'text' || piece.kind === 'foreign' || !piece.id) continue
      const { id } = piece
      const entry = piece.kind === 'figure' ? figureEntry(piece) : { role: piece.role }
      this.proposer.as(insertionOf(piece), () => writeEntry(this.blocks, id, entry))
    }
  }

  /** What is proposed is written with the client id of the proposal, so that the server knows whose it is [SUG4]. */
  private format({ index, length, attrs }: Extract<FlatOp, { type: 'format' }>) {
    const byProposal = Map.groupBy(
      Object.entries(written(attrs)),
      ([key]) => proposalOf(key)?.id ?? null,
    )
    for (const [id, entries] of byProposal)
      this.proposer.as(id, () => this.text.format(index, length, Object.fromEntries(entries)))
  }

  /** Formatting that is not ours and stands on both sides of a place: what is typed there belongs to it as well [EDT9]. */
  private foreignAround(schema: Schema, index: number): Record<string, unknown> {
    let at = 0
    let left: Attributes = {}
    for (const op of deltaOf(this.text)) {
      const size = typeof op.insert === 'string' ? op.insert.length : 1
      if (at < index && index <= at + size) left = op.attributes ?? {}
      if (at <= index && index < at + size) {
        const right = op.attributes ?? {}
        const shared = Object.entries(left).filter(([key, value]) => right[key] === value)
        return Object.fromEntries(shared.filter(([key]) => !isShown(schema, key)))
      }
      at += size
    }
    return {}
  }
}

/** What comes in by a proposal is no formatting: the client id says it. */
const written = (attrs: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attrs).filter(([key]) => proposalOf(key)?.kind !== 'insertion'))

const figureEntry = ({ alt, picture, credit }: Extract<Piece, { kind: 'figure' }>) => ({
  alt,
  picture,
  credit,
})
