import * as Y from 'yjs'
import { clientOf, isProposing, proposingClient } from '#lib/domain/text/acceptance.ts'
import { proposalId, proposalOf, proposerOf } from '#lib/domain/text/flat-text.ts'
import type { FlatOp } from './diff-pieces.ts'
import type { Piece } from './pieces.ts'
import { partsOf, proposedItems } from './read-proposed.ts'

/** What an undo or redo brings back. */
type Deletions = Y.Transaction['deleteSet']

/** The proposals that are made in one tab. Each is written with a client id of its own, which no other tab has. */
export class Proposer {
  readonly personId: string
  readonly #doc: Y.Doc
  readonly #random: () => number
  readonly #own = new Set<string>()

  constructor(doc: Y.Doc, personId: string, random: () => number = Math.random) {
    this.#doc = doc
    this.personId = personId
    this.#random = random
    proposedItems(doc)
  }

  /** The id of a new proposal. */
  fresh(): string {
    const id = proposalId(this.personId, proposingClient(this.#random()))
    this.#own.add(id)
    return id
  }

  /** True for what this person proposes, here or elsewhere. */
  readonly isMine = (id: string) => this.personId !== '' && proposerOf(id) === this.personId

  /** True for a proposal of this tab: only that can be written on. */
  readonly isHere = (id: string) => this.#own.has(id)

  /** Writes with the client id of a proposal of this tab; null: with that of the tab itself. */
  as(id: string | null, write: () => void) {
    if (id === null || !this.#own.has(id)) return write()
    const { clientID } = this.#doc
    this.#doc.clientID = clientOf(id)
    try {
      write()
    } finally {
      this.#doc.clientID = clientID
    }
  }

  /** Enters a proposal whose characters are about to be written. By itself, so that no undo takes it away. */
  enter(id: string) {
    const entries = this.#doc.getMap('proposals')
    if (entries.has(id)) return
    this.#doc.transact(() => this.as(id, () => entries.set(id, new Y.Map())), 'proposing')
  }

  /**
   * The operations with proposals of this tab on all that they put in: what somebody else proposed, moved, is proposed by
   * whoever moves it. `isOther`: the editor shows it otherwise and has to read it anew.
   */
  claim(lists: readonly (readonly FlatOp[])[]): {
    readonly lists: readonly (readonly FlatOp[])[]
    readonly isOther: boolean
  } {
    const claimed = new Map<string, string>()
    let isOther = false
    const claimOne = (piece: Piece): Piece => {
      const id = insertionOf(piece)
      if (id === null) return piece
      const own = this.#own.has(id) ? id : (claimed.get(id) ?? this.fresh())
      claimed.set(id, own)
      this.enter(own)
      isOther ||= own !== id
      return own === id ? piece : withInsertion(piece, own)
    }
    const result = lists.map((ops) =>
      ops.map((op) => {
        if (op.type === 'format') isOther ||= Object.keys(op.attrs).some(isInsertion)
        return op.type === 'replace' ? { ...op, insert: op.insert.map(claimOne) } : op
      }),
    )
    return { lists: result, isOther }
  }

  /** Restores by `run`, an undo or redo of these deletions, what was proposed as proposed, in this person's name. */
  restore(deletions: Deletions | undefined, run: () => void) {
    const gone = deletions ? proposedIn(this.#doc, deletions) : { some: [], all: false }
    if (!gone.some.length) return run()
    const id = this.fresh()
    this.enter(id)
    if (gone.all) return this.as(id, run)
    run()
    this.#putBack(id, gone.some)
  }

  /** What came back as if the article had held it is taken out, and proposed. */
  #putBack(id: string, items: readonly Y.Item[]) {
    const text = this.#doc.getText('text')
    this.#doc.transact(() => {
      for (const { redone } of items) {
        const item = redone && Y.getItem(this.#doc.store, redone)
        if (!(item instanceof Y.Item) || item.deleted || isProposing(item.id.client)) continue
        const at = indexOf(text, item)
        const { content } = item
        text.delete(at, item.length)
        const again = content instanceof Y.ContentString ? content.str : null
        this.as(id, () => {
          if (again !== null) text.insert(at, again)
          else if (content instanceof Y.ContentEmbed) text.insertEmbed(at, content.embed)
        })
      }
    }, 'proposing')
  }
}

const isInsertion = (key: string) => proposalOf(key)?.kind === 'insertion'

/** The proposal that a piece would come in by; null when it comes in at once. */
export function insertionOf(piece: Piece): string | null {
  for (const key of Object.keys(piece.attrs)) {
    const proposal = proposalOf(key)
    if (proposal?.kind === 'insertion') return proposal.id
  }
  return null
}

function withInsertion(piece: Piece, id: string): Piece {
  const kept = Object.entries(piece.attrs).filter(([key]) => !isInsertion(key))
  return { ...piece, attrs: { ...Object.fromEntries(kept), [`insert:${id}`]: true } }
}

/** The proposed characters among what was deleted, and whether there was nothing else. */
function proposedIn(doc: Y.Doc, deletions: Deletions) {
  const { now } = proposedItems(doc)
  const some: Y.Item[] = []
  let all = true
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, deletions, (struct) => {
      if (!(struct instanceof Y.Item) || !struct.countable || struct.parentSub !== null) return
      const isProposed = partsOf(struct, now).every(({ proposal }) => proposal !== null)
      if (isProposed) some.push(struct)
      else all = false
    })
  })
  return { some, all }
}

function indexOf(text: Y.Text, item: Y.Item): number {
  let index = 0
  for (let each = text._start; each && each !== item; each = each.right)
    if (!each.deleted && each.countable) index += each.length
  return index
}
