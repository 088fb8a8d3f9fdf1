import { Fragment, type Node as PMNode, type Schema, Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Dice } from './dice.ts'

/** Every typed character is one of its own: Han characters, and every fifth an emoji (two UTF-16 units). */
export interface Alphabet {
  word(length: number): string
}

export function alphabet(): Alphabet {
  let next = 0
  const char = () => {
    const n = next++
    if (n % 5 === 4) return String.fromCodePoint(0x1f000 + (n - 4) / 5)
    return String.fromCharCode(0x4e00 + n)
  }
  return { word: (length) => Array.from({ length }, char).join('') }
}

const ROLES = ['paragraph', 'headline', 'subhead', 'quote', 'bullet'] as const
/** True between the halves of a character. */
const isLow = (block: PMNode, offset: number) =>
  /[\uDC00-\uDFFF]/.test(block.textBetween(0, block.content.size, '', ' ').charAt(offset))

interface Bench {
  readonly state: EditorState
  readonly tr: Transaction
  readonly doc: PMNode
  readonly schema: Schema
  readonly dice: Dice
  readonly letters: Alphabet
  /** A place in a text block, never inside a surrogate pair. */
  readonly at: number
  /** A stretch between two such places, mostly short. */
  readonly some: readonly [number, number] | null
}

type Edit = (bench: Bench) => Transaction | null

const type: Edit = ({ tr, at, doc, schema, dice, letters }) => {
  const text = letters.word(1 + dice.int(4))
  const marks = dice.chance(0.5) ? doc.resolve(at).marks() : someMarks(schema, dice)
  return tr.insert(at, schema.text(text, marks))
}

const remove: Edit = ({ tr, some }) => some && tr.delete(...some)

const typeOver: Edit = ({ tr, some, dice, letters }) =>
  some && tr.insertText(letters.word(1 + dice.int(3)), ...some)

const split: Edit = ({ tr, at, schema, dice }) => {
  const way = dice.int(3)
  if (way === 0) return tr.split(at) // as a program would: the copy needs an identifier of its own
  const attrs = { id: `b${dice.int(1e9)}`, role: way === 1 ? 'paragraph' : dice.pick(ROLES) }
  return tr.split(at, 1, [{ type: schema.node('block').type, attrs }])
}

const join: Edit = ({ tr, at, doc }) => {
  const before = doc.resolve(at).before()
  return doc.resolve(before).nodeBefore?.isTextblock ? tr.join(before) : null
}

const setRole: Edit = ({ tr, at, some, doc, dice }) => {
  const role = dice.pick(ROLES)
  if (dice.chance(0.6) || !some) return tr.setNodeAttribute(doc.resolve(at).before(), 'role', role)
  doc.nodesBetween(...some, (node, pos) => {
    if (node.isTextblock) tr.setNodeAttribute(pos, 'role', role)
    return false
  })
  return tr
}

const format: Edit = ({ tr, some, doc, schema, dice }) => {
  const mark = dice.pick([schema.mark('bold'), schema.mark('italic')])
  if (!some) return null
  return doc.rangeHasMark(...some, mark.type)
    ? tr.removeMark(...some, mark)
    : tr.addMark(...some, mark)
}

const annotate: Edit = ({ tr, some, schema, dice }) =>
  some && tr.addMark(...some, schema.mark('annotation', { id: `a${dice.int(1e9)}` }))

const unannotate: Edit = ({ tr, at, doc }) => {
  const mark = doc
    .resolve(at)
    .marks()
    .find(({ type }) => type.name === 'annotation')
  return mark ? tr.removeMark(0, doc.content.size, mark) : null
}

/** Meta of a transaction: openings that it moved. Two people may move one block at once, and then it is there twice. */
export const MOVED = 'moved'

/** Cut and paste elsewhere in one transaction, as drag and drop does it. What arrives is the same, of new characters. */
const move: Edit = (bench) => {
  const { tr, some, doc, dice, letters } = bench
  if (!some) return null
  const blocks = dice.chance(0.4)
  const [from, to] = blocks ? [doc.resolve(some[0]).before(), doc.resolve(some[1]).after()] : some
  const slice = doc.slice(from, to)
  tr.delete(from, to)
  const at = placeIn(tr.doc, dice)
  if (at === null) return tr
  const target = blocks ? tr.doc.resolve(at).before() : at
  const fresh = renew(slice.content, letters)
  const ids: string[] = []
  slice.content.descendants(({ type, attrs }) => {
    // Proposed or not: one opening.
    if (attrs.id) ids.push(`${type.name === 'figure' ? 'figure' : 'block'} ${attrs.id}`)
  })
  tr.setMeta(MOVED, ids)
  return tr.replace(target, target, new Slice(fresh, slice.openStart, slice.openEnd))
}

function renew(content: Fragment, letters: Alphabet): Fragment {
  return Fragment.from(
    content.content.map((node) => {
      if (!node.isText) return node.copy(renew(node.content, letters))
      return node.type.schema.text(letters.word([...(node.text ?? '')].length), node.marks)
    }),
  )
}

const figure: Edit = ({ tr, at, doc, schema, dice }) => {
  const figures: number[] = []
  doc.forEach((node, pos) => {
    if (node.type.name === 'figure') figures.push(pos)
  })
  if (figures.length && dice.chance(0.3)) {
    return tr.setNodeAttribute(dice.pick(figures), 'alt', `alt ${dice.int(9)}`)
  }
  if (figures.length && dice.chance(0.5)) {
    const pos = dice.pick(figures)
    return tr.delete(pos, pos + 1)
  }
  const $at = doc.resolve(at)
  const where = dice.pick([$at.before(), $at.after(), at])
  return tr.insert(
    where,
    schema.node('figure', { id: `f${dice.int(1e9)}`, picture: `${at}`.padStart(64, '0') }),
  )
}

const clear: Edit = ({ tr, doc }) => tr.delete(0, doc.content.size)

const EDITS: readonly (readonly [weight: number, edit: Edit])[] = [
  [340, type],
  [100, remove],
  [30, typeOver],
  [130, split],
  [80, join],
  [70, setRole],
  [60, format],
  [70, annotate],
  [10, unannotate],
  [50, move],
  [50, figure],
  [3, clear],
]

const TOTAL = EDITS.reduce((sum, [weight]) => sum + weight, 0)

/** One random change by a local user, or null where the one that came up is impossible. */
export function randomEdit(state: EditorState, dice: Dice, letters: Alphabet): Transaction | null {
  const { tr, doc, schema } = state
  const at = placeIn(doc, dice)
  if (at === null) return tr.insert(0, schema.node('block', null, schema.text(letters.word(2))))
  const bench = { state, tr, doc, schema, dice, letters, at, some: stretchIn(doc, dice) }
  let roll = dice.int(TOTAL)
  for (const [weight, edit] of EDITS) {
    if (roll < weight) return edit(bench)
    roll -= weight
  }
  return null
}

function someMarks(schema: Schema, dice: Dice) {
  const href = `https://example.org/${dice.int(3)}`
  return dice.pick([
    [],
    [],
    [schema.mark('bold')],
    [schema.mark('italic')],
    [schema.mark('link', { href })],
  ])
}

/** A random caret position in a text block; null if there is none. */
export function placeIn(doc: PMNode, dice: Dice): number | null {
  const blocks: { node: PMNode; pos: number }[] = []
  doc.forEach((node, pos) => {
    if (node.isTextblock) blocks.push({ node, pos })
  })
  if (!blocks.length) return null
  const { node, pos } = dice.pick(blocks)
  const { size } = node.content
  const offset = dice.pick([0, size, ...Array.from({ length: 6 }, () => dice.int(size + 1))])
  return pos + 1 + offset - (isLow(node, offset) ? 1 : 0)
}

/** A random stretch, mostly short, between two such positions. */
export function stretchIn(doc: PMNode, dice: Dice): readonly [number, number] | null {
  const one = placeIn(doc, dice)
  const two = placeIn(doc, dice)
  if (one === null || two === null || one === two) return null
  const from = Math.min(one, two)
  const to = Math.max(one, two)
  if (dice.chance(0.2)) return [from, to]
  const near = Math.min(to, from + 1 + dice.int(8))
  const $near = doc.resolve(near)
  if (!$near.parent.isTextblock) return null
  return [from, near + (isLow($near.parent, $near.parentOffset) ? 1 : 0)]
}
