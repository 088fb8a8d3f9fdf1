import type { Node as PMNode, Schema } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep } from '@tiptap/pm/transform'
import { type Attributes, proposalKey } from '#lib/domain/text/flat-text.ts'
import { composeOps } from './compose-ops.ts'
import type { FlatOp } from './diff-pieces.ts'
import { isAnchor, isProposal, markOf, marksOf, proposedOf } from './formatting.ts'
import { freshId } from './fresh-id.ts'
import { flatSize, type Piece, posOfIndex } from './pieces.ts'
import { type Own, proposeLooks, proposeRole } from './propose-looks.ts'
import type { Proposer } from './proposer.ts'
import { opsOfTransaction } from './step-ops.ts'

/** What cannot be proposed: a figure is touched, or no character can stand at the place. */
export type Unproposed = 'figure' | 'noPlace'

export class NotProposable extends Error {
  readonly why: Unproposed

  constructor(why: Unproposed) {
    super(`Not proposable: ${why}`)
    this.name = 'NotProposable'
    this.why = why
  }
}

/**
 * Makes a proposal of what somebody did [SUG5]: the characters that they took away stay and are marked, those that they put
 * in are marked, and the text that readers have is as it was. What they proposed themselves they change as they like.
 * Throws `NotProposable`.
 */
export function asProposal(state: EditorState, tr: Transaction, proposer: Proposer): Transaction {
  const { doc, selection } = state
  const length = doc.children.reduce((sum, node) => sum + flatSize(node), 0)
  const ops = composeOps(opsOfTransaction(tr), length)
  const own: Own = (mark) => isProposal(mark) && proposer.isMine(mark.attrs.id)
  const id = idNear(doc, ops, proposer) ?? proposer.fresh()
  const isPasted = /^(?:paste|drop)$/.test(String(tr.getMeta('uiEvent')))
  const proposing = { id, own, isPasted }
  const out = state.tr
  // Del takes what stands behind the caret: there it goes on.
  const isForward = selection.empty && selection.head === startOf(doc, ops)
  let caret: number | null = null
  // Last first: what stands before stays where it is.
  for (const op of ops) {
    if (op.type === 'entry') proposeEntry(out, op, proposing)
    else if (op.type === 'format') proposeFormat(out, op, proposing)
    else {
      const before = out.steps.length
      const at = replaceAsProposal(out, op, isForward, proposing)
      caret = caret === null ? at : out.mapping.slice(before).map(caret)
    }
  }
  select(out, caret, isForward, tr)
  return carryOver(out, tr)
}

function select(out: Transaction, caret: number | null, isForward: boolean, tr: Transaction) {
  const at = (pos: number) => out.doc.resolve(Math.min(pos, out.doc.content.size))
  if (caret !== null) out.setSelection(TextSelection.near(at(caret), isForward ? 1 : -1))
  else out.setSelection(TextSelection.between(at(tr.selection.anchor), at(tr.selection.head)))
}

/** Where the first thing is taken away; -1 when nothing is. */
function startOf(doc: PMNode, ops: readonly FlatOp[]): number {
  const first = ops.findLast((op) => op.type === 'replace')
  return first?.type === 'replace' && first.remove ? posOfIndex(doc, first.index) : -1
}

/** What a transaction says besides its steps. */
export function carryOver(out: Transaction, tr: Transaction): Transaction {
  for (const key of ['uiEvent', 'composition', 'paste', 'pointer', 'inputType'])
    if (tr.getMeta(key) !== undefined) out.setMeta(key, tr.getMeta(key))
  return tr.scrolledIntoView ? out.scrollIntoView() : out
}

/** Goes on with a proposal of this tab that stands here: what is typed and deleted in one place is one proposal. */
function idNear(doc: PMNode, ops: readonly FlatOp[], { isHere }: Proposer): string | null {
  for (const op of ops) {
    if (op.type !== 'replace') continue
    const [from, to] = [posOfIndex(doc, op.index), posOfIndex(doc, op.index + op.remove)]
    const near = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter]
    doc.nodesBetween(from, to, (node) => {
      near.push(node)
    })
    for (const node of near)
      for (const mark of node?.marks ?? [])
        if (isProposal(mark) && mark.type.name !== 'change' && isHere(mark.attrs.id))
          return mark.attrs.id
  }
  return null
}

interface Proposing {
  readonly id: string
  readonly isPasted: boolean
  readonly own: Own
}

type Op<T extends FlatOp['type']> = Extract<FlatOp, { type: T }>

function proposeEntry(
  out: Transaction,
  { id, entry }: Op<'entry'>,
  { id: proposal, own }: Proposing,
) {
  out.doc.forEach((node, pos) => {
    if (node.attrs.id === id && entry.role)
      proposeRole(out, new AttrStep(pos, 'role', entry.role), proposal, own)
  })
}

function proposeFormat(
  out: Transaction,
  { index, length, attrs }: Op<'format'>,
  { id, own }: Proposing,
) {
  const { doc } = out
  const [from, to] = [posOfIndex(doc, index), posOfIndex(doc, index + length)]
  for (const [key, value] of Object.entries(attrs)) {
    const mark = markOf(doc.type.schema, key, value ?? true)
    if (!mark) continue
    const step =
      value === null ? new RemoveMarkStep(from, to, mark) : new AddMarkStep(from, to, mark)
    proposeLooks(out, step, id, own)
  }
}

/** Where the caret goes: behind what was put in, or to that side of what is taken away that was aimed at. */
function replaceAsProposal(
  out: Transaction,
  { index, remove, insert }: Op<'replace'>,
  isForward: boolean,
  proposing: Proposing,
): number {
  const { id, own } = proposing
  const { doc } = out
  const { schema } = doc.type
  const [from, to] = [posOfIndex(doc, index), posOfIndex(doc, index + remove)]
  const going = stretchesOf(doc, from, to, own)
  const nodes = insert.map((piece) => proposedNode(schema, piece, proposing))
  const deletion = schema.mark('deletion', { id })
  for (const { start, end } of going.marked) out.addMark(start, end, deletion)
  for (const { node, pos } of going.openings) {
    if (isGoing(node, own)) continue
    const proposed: Attributes = { ...node.attrs.proposed, [proposalKey('deletion', id)]: true }
    out.setNodeAttribute(pos, 'proposed', proposedOf(proposed))
  }
  const at = placeFor(doc, to)
  if (nodes.length) out.insert(at, to === 0 ? behindFirst(nodes, doc) : nodes)
  const inserted = out.steps.length
  for (const { start, end } of going.dropped.reverse()) out.delete(start, end)
  const size = nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  return out.mapping.slice(inserted).map(size ? at + size : isForward ? to : from, size ? -1 : 1)
}

/** Of an opening: whoever asks has proposed already that it goes. */
function isGoing({ attrs, type }: PMNode, own: Own): boolean {
  const { deletion } = type.schema.marks
  const keys = Object.keys((attrs.proposed as Attributes | null) ?? {})
  return keys.some(
    (key) => key.startsWith('delete:') && deletion && own(deletion.create({ id: key.slice(7) })),
  )
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a deletion takes: one's own proposed characters, which go; others, which are marked; openings. */
function stretchesOf(doc: PMNode, from: number, to: number, own: Own) {
  const [dropped, marked]: [Stretch[], Stretch[]] = [[], []]
  const openings: { node: PMNode; pos: number }[] = []
  doc.nodesBetween(from, to, (node, pos, _parent, k) => {
    if (node.isInline) {
      const stretch = { start: Math.max(pos, from), end: Math.min(pos + node.nodeSize, to) }
      const has = (name: string) => node.marks.some((mark) => mark.type.name === name && own(mark))
      if (has('insertion')) dropped.push(stretch)
      else if (!has('deletion')) marked.push(stretch)
    } else if (node.isAtom) {
      throw new NotProposable('figure')
    } else if (pos >= from && pos < to && k > 0 && !node.attrs.stray) openings.push({ node, pos })
  })
  return { dropped, marked, openings }
}

/** What is put in, as it stands in the text while it is proposed. */
function proposedNode(schema: Schema, piece: Piece, { id, isPasted }: Proposing): PMNode {
  const insertion = schema.mark('insertion', { id })
  if (piece.kind === 'figure') throw new NotProposable('figure')
  if (piece.kind === 'block' || piece.kind === 'split')
    return schema.node('split', { id: freshId(), role: piece.role }, undefined, [insertion])
  const marks = insertion.addToSet(marksIn(schema, piece.attrs, isPasted))
  if (piece.kind === 'foreign')
    return schema.node('foreign', { embed: piece.embed }, undefined, marks)
  return schema.text(piece.text, marks)
}

/** What is typed inside an annotation belongs to it once it is accepted; a pasted copy brings none. */
const marksIn = (schema: Schema, attrs: Attributes, isPasted: boolean) =>
  marksOf(schema, attrs).filter((mark) => !isProposal(mark) && !(isPasted && isAnchor(mark)))

/**
 * What would come before the first paragraph comes into it, behind its opening, which stays: so that the text goes on as it
 * would, what opens it now is proposed behind all that comes.
 */
function behindFirst(nodes: readonly PMNode[], doc: PMNode): readonly PMNode[] {
  const [first, ...rest] = nodes
  if (first?.type.name !== 'split') return nodes
  const { role } = doc.child(0).attrs
  return [...rest, first.type.create({ ...first.attrs, role }, null, first.marks)]
}

/** The nearest place for characters: between two blocks there is none. */
function placeFor(doc: PMNode, pos: number): number {
  const { depth, nodeBefore, nodeAfter } = doc.resolve(pos)
  if (depth) return pos
  if (nodeBefore?.isTextblock) return pos - 1
  if (nodeAfter?.isTextblock) return pos + 1
  throw new NotProposable('noPlace')
}
