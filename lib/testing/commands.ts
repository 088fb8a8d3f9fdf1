import * as Y from 'yjs'
import {
  removeAnnotation,
  type Span,
  setAnnotation,
  setBoundary,
  setThread,
} from '#lib/collab/edit-document.ts'
import { readBlock } from '#lib/domain/text/read-block.ts'
import { type FlatBlock, flatBlocks } from '#lib/domain/text/read-flat.ts'
import type { FlatBinding } from '#lib/editor/binding.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import type { Dice } from './dice.ts'

/** What people do beside typing, as the page and the server write it into the shared document. */
interface Desk {
  readonly binding: FlatBinding
  readonly flat: readonly FlatBlock[]
  readonly span: Span
  readonly dice: Dice
}

type Command = (desk: Desk) => void

const NAMES = 1e9

/** The server puts it there: no undo of an editor knows it. */
const beginThread: Command = ({ binding: { doc }, flat, span, dice }) =>
  doc.transact(() => setThread(doc, flat, `t${dice.int(NAMES)}`, span), 'server')

const annotate: Command = ({ binding, flat, span, dice }) => {
  const id = `a${dice.int(NAMES)}`
  const record = { kind: 'fact', ...cited(dice) }
  binding.together(() => setAnnotation(binding.doc, flat, { id, span, record, replace: false }))
}

const cited = (dice: Dice) => ({ [`citation.c${dice.int(NAMES)}.sourceId`]: `s${dice.int(9)}` })

/** Adds a citation, or says one thing otherwise, of any annotation. */
const changeRecord: Command = ({ binding, flat, dice }) => {
  const id = someRecord(binding, dice)
  if (!id) return
  const confidence = dice.pick(['confirmed', 'likely', 'unconfirmed', null])
  const record = dice.chance(0.5) ? cited(dice) : { confidence }
  binding.together(() =>
    setAnnotation(binding.doc, flat, { id, span: null, record, replace: false }),
  )
}

const discard: Command = ({ binding, dice }) => {
  const id = someRecord(binding, dice)
  if (id) binding.together(() => removeAnnotation(binding.doc, id))
}

function someRecord({ doc }: FlatBinding, dice: Dice): string | null {
  const ids = [...doc.getMap('annotations').keys()].sort()
  return ids.length ? dice.pick(ids) : null
}

/** Joins or splits by hand, or takes that back. */
const divide: Command = ({ binding, flat, span: { blockIndex, from }, dice }) => {
  const kind = dice.pick(['join', 'split', 'join', 'split', null] as const)
  binding.together(() => setBoundary(binding.doc, flat, blockIndex, { at: from, kind }))
}

const COMMANDS: readonly Command[] = [
  beginThread,
  beginThread,
  annotate,
  annotate,
  annotate,
  changeRecord,
  changeRecord,
  changeRecord,
  divide,
  divide,
  discard,
]

/** Does one of them somewhere in the text. */
export function randomCommand(binding: FlatBinding, dice: Dice) {
  const flat = flatBlocks(deltaOf(binding.text))
  const blocks = flat.flatMap((block, blockIndex) => {
    const seen = readBlock(block, {})
    return seen.type === 'text' && seen.text ? [{ blockIndex, chars: placesIn(seen.text) }] : []
  })
  if (!blocks.length) return
  const { blockIndex, chars } = dice.pick(blocks)
  const first = dice.int(chars.length - 1)
  const last = Math.min(chars.length - 1, first + 1 + dice.int(8))
  const [from = 0, to = 0] = [chars[first], chars[last]]
  dice.pick(COMMANDS)({ binding, flat, span: { blockIndex, from, to }, dice })
}

/** Offsets between characters, never inside a surrogate pair. */
function placesIn(text: string): readonly number[] {
  const places = [0]
  for (const char of text) places.push((places.at(-1) ?? 0) + char.length)
  return places
}

/** What the records of annotations say, key by key. */
export function recordsOf(doc: Y.Doc): ReadonlyMap<string, unknown> {
  const said = new Map<string, unknown>()
  for (const [id, record] of doc.getMap('annotations').entries()) {
    if (!(record instanceof Y.Map)) continue
    for (const [key, value] of record.entries()) said.set(`${id} ${key}`, value)
  }
  return said
}
