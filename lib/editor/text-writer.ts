import type { Schema } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { Attributes, DeltaOp } from '#lib/domain/text/flat-text.ts'
import { writeEntry } from './block-entries.ts'
import type { FlatOp } from './diff-pieces.ts'
import { isShown, type Piece } from './pieces.ts'

/** Writes operations into the shared text and the map `blocks`. */
export class TextWriter {
  private readonly text: Y.Text
  private readonly blocks: Y.Map<unknown>
  /** Formatting of a newer program in this text: hardly ever there, and dear to look up, so only then. */
  private foreign = false

  constructor(text: Y.Text, blocks: Y.Map<unknown>) {
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
      else if (op.type === 'format') this.text.format(op.index, op.length, { ...op.attrs })
      else this.replace(schema, op)
    }
  }

  private replace(schema: Schema, { index, remove, insert }: Extract<FlatOp, { type: 'replace' }>) {
    const around = this.foreign && insert.length ? this.foreignAround(schema, index) : {}
    // One delta, so that a long paste walks the text once. Every piece names all its formatting in an object of its
    // own: Yjs changes the one that it is given, and would let what is missing be inherited from the left.
    const delta: object[] = index ? [{ retain: index }] : []
    if (remove) delta.push({ delete: remove })
    for (const piece of insert) {
      delta.push({ insert: contentOf(piece), attributes: { ...around, ...piece.attrs } })
    }
    this.text.applyDelta(delta)
    for (const piece of insert) {
      // What has no identifier yet gets one, and its entry, before the transaction ends.
      if ((piece.kind === 'block' || piece.kind === 'figure') && !piece.id) continue
      if (piece.kind === 'block') writeEntry(this.blocks, piece.id, { role: piece.role })
      else if (piece.kind === 'figure') {
        const { alt, picture, credit } = piece
        writeEntry(this.blocks, piece.id, { alt, picture, credit })
      }
    }
  }

  /** Formatting that is not ours and stands on both sides of a place: what is typed there belongs to it as well [EDT9]. */
  private foreignAround(schema: Schema, index: number): Record<string, unknown> {
    let at = 0
    let left: Attributes = {}
    for (const op of this.text.toDelta() as DeltaOp[]) {
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

function contentOf(piece: Piece): string | object {
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'foreign') return { ...piece.embed }
  return piece.kind === 'block' ? { block: piece.id } : { figure: piece.id }
}
