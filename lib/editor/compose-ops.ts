import type { Attributes } from '#lib/domain/text/flat-text.ts'
import type { FlatOp } from './diff-pieces.ts'
import { type Piece, sizeOfPiece } from './pieces.ts'

/** A stretch of the text as it becomes: characters that were there, by where, or a piece that is put in. */
type Segment =
  | { readonly from: number; readonly to: number; readonly attrs: Attributes | null }
  | { readonly piece: Piece }

const sizeOf = (segment: Segment) =>
  'piece' in segment ? sizeOfPiece(segment.piece) : segment.to - segment.from

/**
 * What several lists of operations, one after the other, do together: operations in the coordinates before the first of
 * them, last first. A character that none of them took away stays the same one. `length`: of the flat text before.
 */
export function composeOps(lists: readonly (readonly FlatOp[])[], length: number): FlatOp[] {
  let segments: Segment[] = [{ from: 0, to: length, attrs: null }]
  const entries: FlatOp[] = []
  for (const op of lists.flat()) {
    if (op.type === 'entry') entries.push(op)
    else if (op.type === 'replace') {
      const { index, remove, insert } = op
      segments = [
        ...cut(segments, 0, index),
        ...insert.map((piece) => ({ piece })),
        ...cut(segments, index + remove),
      ]
    } else {
      const end = op.index + op.length
      const middle = cut(segments, op.index, end).map((segment) => formatted(segment, op.attrs))
      segments = [...cut(segments, 0, op.index), ...middle, ...cut(segments, end)]
    }
  }
  return [...opsOf(segments, length), ...entries]
}

function cut(segments: readonly Segment[], from: number, to = Number.POSITIVE_INFINITY): Segment[] {
  const kept: Segment[] = []
  let at = 0
  for (const segment of segments) {
    const size = sizeOf(segment)
    const [start, end] = [Math.max(0, from - at), Math.min(size, to - at)]
    if (start < end) kept.push(start === 0 && end === size ? segment : part(segment, start, end))
    at += size
  }
  return kept
}

function part(segment: Segment, start: number, end: number): Segment {
  if (!('piece' in segment))
    return { ...segment, from: segment.from + start, to: segment.from + end }
  const { piece } = segment
  return piece.kind === 'text'
    ? { piece: { ...piece, text: piece.text.slice(start, end) } }
    : segment
}

function formatted(segment: Segment, attrs: Attributes): Segment {
  if (!('piece' in segment)) return { ...segment, attrs: { ...segment.attrs, ...attrs } }
  const all = Object.entries({ ...segment.piece.attrs, ...attrs })
  const set = Object.fromEntries(all.filter(([, value]) => value !== null))
  return { piece: { ...segment.piece, attrs: set } }
}

function opsOf(segments: readonly Segment[], length: number): FlatOp[] {
  const ops: FlatOp[] = []
  let at = 0
  let insert: Piece[] = []
  const close = (upTo: number) => {
    const remove = upTo - at
    if (remove || insert.length) ops.unshift({ type: 'replace', index: at, remove, insert })
    insert = []
  }
  for (const segment of segments) {
    if ('piece' in segment) insert.push(segment.piece)
    else {
      const { from: index, to, attrs } = segment
      close(index)
      if (attrs) ops.unshift({ type: 'format', index, length: to - index, attrs })
      at = to
    }
  }
  close(length)
  return ops
}
