import { type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { RelativePosition } from 'yjs'
import type { DeltaOp } from '#lib/domain/text/flat-text.ts'

/** A selection that stays with its words, whatever others write. */
export interface RelativeSelection {
  readonly anchor: RelativePosition
  readonly head: RelativePosition
}

/**
 * Moves the selection through a change by somebody else. Where the user has just typed, the caret stays behind that
 * character, or two people typing at one place would interleave; at the end of a block it stays with that block;
 * elsewhere it stays with the text on its right. A range does not grow [EDT4].
 *
 * Returns where the user has typed, in the new document.
 */
export function mapSelection(selection: Selection, tr: Transaction, typedAt: number): number {
  const typed = typedAt < 0 ? -1 : tr.mapping.map(typedAt, -1)
  if (!(selection instanceof TextSelection)) return typed
  const { $from, $to, empty, anchor, head } = selection
  const typing = empty && typedAt === $from.pos && $from.parentOffset > 0
  const atEnd = $from.parentOffset === $from.parent.content.size
  const from = tr.mapping.map($from.pos, typing || (empty && atEnd) ? -1 : 1)
  const to = empty ? from : Math.max(from, tr.mapping.map($to.pos, -1))
  const places = anchor <= head ? [from, to] : [to, from]
  const [$anchor, $head] = places.map((pos) => tr.doc.resolve(pos))
  if ($anchor && $head) tr.setSelection(TextSelection.between($anchor, $head))
  return typing ? tr.selection.head : typed
}

/** Where an index of the flat text stands after a change, behind the character on its left. */
export function followIndex(delta: readonly DeltaOp[], index: number): number {
  let old = 0
  let now = 0
  for (const op of delta) {
    if (op.retain) {
      if (index <= old + op.retain) return now + index - old
      old += op.retain
      now += op.retain
    } else if (op.delete) {
      if (index <= old + op.delete) return now
      old += op.delete
    } else if (op.insert !== undefined && index > old) {
      now += typeof op.insert === 'string' ? op.insert.length : 1
    }
  }
  return now + index - old
}
