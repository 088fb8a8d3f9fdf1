import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { type Account, book, bookRuns, give, newAccount } from './account.ts'
import { runsIn, waitingAnchors } from './anchor-account.ts'
import { type Dice, dice } from './dice.ts'
import { type Alphabet, alphabet, MOVED, randomEdit } from './random-edits.ts'
import { bookRecords } from './record-account.ts'

/** One editor of a cohort, whatever binds it to its document. */
export interface Replica {
  readonly ydoc: Y.Doc
  readonly editor: { readonly state: EditorState; dispatch(tr: Transaction): void }
  undo(): unknown
  redo(): unknown
  /** Does something, perhaps as a proposal. */
  carryOut?(tr: Transaction, dice: Dice): void
  /** Accepts or rejects some of what is proposed. */
  settle?(dice: Dice): void
  /** Does something that is no change of the editor: evidence, threads, boundaries by hand. */
  command?(dice: Dice): void
  /** What annotations say, by record and key. */
  records?(): ReadonlyMap<string, unknown>
  /** What only an editor with a view can do: keys and the clipboard. */
  gesture?: (dice: Dice, letters: Alphabet) => void
}

export interface CohortOptions {
  /** How many things the cohort does. */
  readonly ops: number
  readonly undo: boolean
  /** Whether updates may overtake each other. Through one server they do not. */
  readonly reorder: boolean
}

/** Carries updates between replicas: some twice, none while a replica is offline, in any order if they may. */
function network(replicas: readonly Replica[], { int, chance }: Dice, reorder: boolean) {
  const boxes: Uint8Array[][] = replicas.map(() => [])
  const offline = replicas.map(() => false)
  replicas.forEach(({ ydoc }, from) => {
    ydoc.on('update', (update: Uint8Array) => {
      for (const [to, box] of boxes.entries()) if (to !== from) box.push(update)
    })
  })
  const deliver = (to: number) => {
    const box = boxes[to]
    const replica = replicas[to]
    const k = reorder ? int(box?.length ?? 0) : 0
    const update = box?.[k]
    if (!box || !replica || !update) return
    if (!chance(0.1)) box.splice(k, 1) // else it will come again
    Y.applyUpdate(replica.ydoc, update, 'network')
  }
  return {
    toggle: (k: number) => {
      offline[k] = !offline[k]
    },
    some() {
      for (let n = int(4); n > 0; n--) {
        const to = int(replicas.length)
        if (!offline[to]) deliver(to)
      }
    },
    all() {
      while (boxes.some((box) => box.length)) deliver(int(replicas.length))
    },
  }
}

/**
 * Lets the replicas edit at once over a bad network until all has arrived everywhere, and keeps the books.
 * Everything follows from the seed; the client ids are the caller's to fix.
 */
export function runCohort(
  seed: number,
  replicas: readonly Replica[],
  options: CohortOptions,
): Account {
  const chance = dice(seed)
  const letters = alphabet()
  const account = newAccount()
  const wire = network(replicas, chance, options.reorder)
  const start = replicas[0]?.editor.state.doc
  if (start) bookStart(account, start)
  let isEdit = false
  // A gesture may make a block and take it away again; an undo of the second half brings it back.
  for (const { ydoc } of replicas) {
    const blocks = ydoc.getMap('blocks')
    blocks.observeDeep((events, { local }) => {
      if (local && isEdit) giveRoles(account, blocks, events)
    })
  }
  for (let n = 0; n < options.ops; n++) {
    const k = chance.int(replicas.length)
    const replica = replicas[k]
    if (!replica) continue
    if (chance.chance(0.05)) wire.toggle(k)
    const before = replica.editor.state.doc
    const waiting = waitingAnchors(replica.ydoc)
    const said = replica.records?.()
    const how = wayOf(options, chance)
    isEdit = how === 'edit'
    if (isEdit) for (const thing of act(replica, chance, letters)) account.excused.add(thing)
    else if (how !== 'edit') replica[how]()
    isEdit = false
    const after = replica.editor.state.doc
    book(account, k, before, after, how === 'edit' ? 'edit' : 'travel', waiting)
    if (said && replica.records) {
      bookRuns(account, runsIn(replica.ydoc))
      bookRecords(account.records, k, said, replica.records(), how)
    }
    wire.some()
  }
  wire.all()
  meet(replicas)
  return account
}

function wayOf({ undo }: CohortOptions, { chance }: Dice): 'edit' | 'undo' | 'redo' {
  if (!undo || !chance(0.12)) return 'edit'
  return chance(0.65) ? 'undo' : 'redo'
}

/** Does one thing in one editor, and gives what it moved. */
function act(replica: Replica, chance: Dice, letters: Alphabet): readonly string[] {
  if (replica.settle && chance.chance(0.12)) {
    replica.settle(chance)
    return []
  }
  if (replica.command && chance.chance(0.15)) {
    replica.command(chance)
    return []
  }
  if (replica.gesture && chance.chance(0.3)) {
    replica.gesture(chance, letters)
    return []
  }
  const { editor } = replica
  const tr = randomEdit(editor.state, chance, letters)
  if (!tr?.docChanged) return []
  if (chance.chance(0.5)) {
    const near = tr.doc.resolve(chance.int(tr.doc.content.size + 1))
    tr.setSelection(TextSelection.near(near))
  }
  if (replica.carryOut) replica.carryOut(tr, chance)
  else editor.dispatch(tr)
  return tr.getMeta(MOVED) ?? []
}

function giveRoles(
  account: Account,
  blocks: Y.Map<unknown>,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
) {
  const ids = events.flatMap(({ path, changes }) =>
    path.length ? [path[0]] : [...changes.keys.keys()],
  )
  for (const id of ids.map(String)) {
    const entry = blocks.get(id)
    const role = entry instanceof Y.Map ? entry.get('role') : undefined
    if (typeof role === 'string') give(account, id, role)
  }
}

function bookStart(account: Account, doc: PMNode) {
  book(account, -1, doc.type.create(), doc, 'edit')
  for (const { attrs } of doc.children) if (attrs.role) give(account, attrs.id, attrs.role)
}

/**
 * Yjs can keep updates that came in random order as pending although nothing is missing; the exchange of state vectors
 * that every provider does on connecting gets it going again.
 */
export function meet(replicas: readonly Replica[]) {
  for (let round = 0; round < 2; round++) {
    for (const { ydoc: from } of replicas) {
      for (const { ydoc: to } of replicas) {
        if (from === to) continue
        Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'network')
      }
    }
  }
}

/** A document as plain data in one form: neighbours of equal formatting merged, marks sorted. Only true differences show. */
export function canonical(doc: PMNode): unknown[] {
  return doc.children.map((block) => {
    const runs: [string, string][] = []
    block.forEach((node) => {
      const marks = node.marks
        .map((mark) => JSON.stringify(mark))
        .sort()
        .join()
      const last = runs.at(-1)
      if (last && node.isText && last[0] === marks) last[1] += node.text
      else runs.push([marks, node.text ?? JSON.stringify(node.attrs)])
    })
    return [block.type.name, block.attrs, runs]
  })
}
