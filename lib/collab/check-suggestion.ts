import * as Y from 'yjs'
import { clientOf, isProposing } from '#lib/domain/text/acceptance.ts'
import {
  type Attributes,
  type DeltaOp,
  isProposed,
  proposalOf,
  proposerOf,
} from '#lib/domain/text/flat-text.ts'
import type { FlatRun } from '#lib/domain/text/read-flat.ts'
import { deltaOfChange } from '#lib/editor/read-delta.ts'
import {
  type Back,
  bringsBack,
  broughtBack,
  isOfOthers,
  runsIn,
  type Whose,
} from './brought-back.ts'
import { DocumentReader } from './document-reader.ts'
import { foldDocument } from './fold-document.ts'
import { marksIn, strayMarks } from './stray-marks.ts'
import { UpdateRefused } from './update-refused.ts'

/**
 * A copy of an article on which the changes of people who may only suggest are tried out [SUG4]. It is ahead of the committed
 * state by what waits to be committed, in the order in which it will be.
 */
export class SuggestionCheck {
  readonly #doc = foldDocument()
  readonly #reader: DocumentReader

  constructor(state: Uint8Array, waiting: readonly Uint8Array[]) {
    Y.applyUpdate(this.#doc, state)
    for (const update of waiting) Y.applyUpdate(this.#doc, update)
    this.#reader = new DocumentReader(this.#doc)
  }

  /** A change by somebody who may write, or that was let through; what has to follow it at once, if anything [SUG3]. */
  follow(update: Uint8Array): Uint8Array | null {
    let mayStray = false
    this.#apply(update, (change) => {
      mayStray ||= marksIn(change)
    })
    return mayStray ? this.#takeBack(strayMarks(this.#doc.getText('text'))) : null
  }

  #apply(update: Uint8Array, note: (change: Y.Transaction) => void) {
    this.#doc.on('afterTransaction', note)
    Y.applyUpdate(this.#doc, update)
    this.#doc.off('afterTransaction', note)
  }

  /**
   * Lets a change through that leaves everything but this person's proposals as it is. Throws `UpdateRefused`: then the
   * copy has what it may not have, and is to be thrown away. Whoever types among words that another suggested to take out, while
   * that was settled, brings a part of it back without wanting to: the update that is returned has to follow at once [SUG4].
   */
  check(personId: string, update: Uint8Array): Uint8Array | null {
    const runs = this.#reader.flat.flatMap((block) => block.runs)
    const before = Y.decodeStateVector(Y.encodeStateVector(this.#doc))
    const whose = {
      isOwn: (id: string) => proposerOf(id) === personId,
      isKnown: (id: string) => before.has(clientOf(id)),
    }
    this.#reader.takeKept()
    const changes: Y.Transaction[] = []
    this.#apply(update, (change) => changes.push(change))
    const text = this.#doc.getText('text')
    for (const change of changes) {
      const delta = deltaOfChange(text, change)
      if (!isProposal(delta, runs, whose) || !this.#mapsAreFine(change, delta, runs, whose))
        throw new UpdateRefused('notProposed', 'The change is more than a proposal')
    }
    const now = this.#reader.flat.flatMap((block) => block.runs)
    const back = broughtBack(runs, now, this.#reader.takeKept() ?? [], whose)
    return this.#takeBack([...back, ...strayMarks(text)])
  }

  /** In the name of whoever brought it, by a client of its own. */
  #takeBack(back: readonly Back[]): Uint8Array | null {
    if (!back.length) return null
    const updates: Uint8Array[] = []
    const note = (update: Uint8Array) => updates.push(update)
    this.#doc.clientID = new Y.Doc().clientID
    this.#doc.on('update', note)
    this.#doc.transact(() => {
      for (const { from, to, key } of back)
        this.#doc.getText('text').format(from, to - from, { [key]: null })
    })
    this.#doc.off('update', note)
    return Y.mergeUpdates(updates)
  }

  /** Entries come with what is proposed, and nothing else in any map changes. */
  #mapsAreFine(
    { changed }: Y.Transaction,
    delta: readonly DeltaOp[],
    runs: readonly FlatRun[],
    whose: Whose,
  ): boolean {
    const [text, blocks, proposals] = [
      this.#doc.getText('text') as object,
      this.#doc.getMap('blocks'),
      this.#doc.getMap('proposals'),
    ]
    const openings = () => openingsIn(delta, runs)
    for (const [type, keys] of changed) {
      const root = type as object
      if (root === text) continue
      if (root === proposals) {
        if (
          ![...keys].every((id) => id !== null && whose.isOwn(id) && isNewEntry(proposals.get(id)))
        )
          return false
      } else if (root === blocks || type.parent === blocks) {
        const ids = root === blocks ? [...keys] : [keyOf(type)]
        if (
          !ids.every((id) => id !== null && openings().proposed.has(id) && !openings().held.has(id))
        )
          return false
      } else return false
    }
    return true
  }
}

const isNewEntry = (entry: unknown) => entry instanceof Y.Map && entry.size === 0
const keyOf = ({ _item }: { readonly _item: Y.Item | null }) => _item?.parentSub ?? null

/** Blocks that the article holds, and those that are only proposed, before and by a change. */
function openingsIn(delta: readonly DeltaOp[], runs: readonly FlatRun[]) {
  const found = { held: new Set<string>(), proposed: new Set<string>() }
  const note = (insert: unknown, attributes: Attributes) => {
    if (typeof insert !== 'object' || insert === null) return
    const { block, figure } = insert as { block?: unknown; figure?: unknown }
    const id = block ?? figure
    if (typeof id === 'string') found[isProposed(attributes) ? 'proposed' : 'held'].add(id)
  }
  for (const { insert, attributes } of runs) note(insert, attributes)
  for (const { insert, attributes } of delta) note(insert, attributes ?? {})
  return found
}

/** True when a change of the text touches nothing but what its person proposes. */
function isProposal(delta: readonly DeltaOp[], runs: readonly FlatRun[], whose: Whose): boolean {
  let at = 0
  let isBehindOwn = false
  return delta.every((op) => {
    if (op.insert !== undefined) {
      isBehindOwn = true
      return mayInsert(op, runsIn(runs, at - 1, at + 1), whose)
    }
    const from = at
    at += op.retain ?? op.delete ?? 0
    isBehindOwn &&= bringsBack(op, whose)
    if (isBehindOwn) return true
    const touched = op.delete || op.attributes ? runsIn(runs, from, at) : []
    return touched.every(({ attributes }) => {
      const isOwnRun = isOwnInsertion(attributes, whose)
      return op.delete ? isOwnRun : mayFormat(op.attributes ?? {}, isOwnRun, whose)
    })
  })
}

/** Words and openings; figures are put in by those who may write. */
function mayInsert(
  { insert, attributes = {} }: DeltaOp,
  beside: readonly FlatRun[],
  whose: Whose,
): boolean {
  const isWords = typeof insert === 'string' || 'block' in (insert as object)
  return isWords && isOwnInsertion(attributes, whose) && namedMarks(attributes, beside, whose)
}

function isOwnInsertion(attributes: Attributes, whose: Whose): boolean {
  const ids = Object.keys(attributes).flatMap((key) => {
    const proposal = proposalOf(key)
    return proposal?.kind === 'insertion' ? [proposal.id] : []
  })
  return ids.length > 0 && ids.every((id) => whose.isOwn(id) && isProposing(clientOf(id)))
}

/** What others propose of the words on either side, two who suggest at once find on what they put in: it is formatting. */
function namedMarks(attributes: Attributes, beside: readonly FlatRun[], whose: Whose): boolean {
  return Object.entries(attributes).every(([key, value]) => {
    const proposal = proposalOf(key)
    if (!proposal || whose.isOwn(proposal.id)) return true
    return isOfOthers(key, whose) || beside.some((run) => run.attributes[key] === value)
  })
}

/** One's own proposed words look as one likes; on others one proposes. */
function mayFormat(attributes: Attributes, isOwnRun: boolean, whose: Whose): boolean {
  return Object.keys(attributes).every((key) => {
    const proposal = proposalOf(key)
    if (proposal) return proposal.kind !== 'insertion' && whose.isOwn(proposal.id)
    return isOwnRun
  })
}
