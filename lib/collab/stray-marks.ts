import * as Y from 'yjs'
import { isSet, proposalOf } from '#lib/domain/text/flat-text.ts'
import type { Back } from './brought-back.ts'

/**
 * Words that are marked as proposed to go, or to look otherwise, only because somebody typed in front of them, among words that
 * were, while another let the proposal go. Yjs ends a formatting in front of what is typed and begins it anew behind; that what
 * it began with is gone it does not know, nor where it was to end [SUG3].
 */
export function strayMarks(text: Y.Text): readonly Back[] {
  const walk = new Walk()
  const { doc } = text
  for (let item = text._start; item && doc; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) walk.mark(doc, item, item.content)
    else if (item.countable) walk.pass(item.length)
  }
  return walk.found
}

/** Whether a change sets or lifts marks of proposals: only such a change makes any stray. Asked while it is handled. */
export function marksIn(change: Y.Transaction): boolean {
  for (const [client, end] of change.afterState) {
    const from = change.beforeState.get(client) ?? 0
    const structs = change.doc.store.clients.get(client)
    if (structs && end > from && structs.slice(Y.findIndexSS(structs, from)).some(isMark))
      return true
  }
  let isLifted = false
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    isLifted ||= isMark(struct)
  })
  return isLifted
}

const isMark = (struct: Y.AbstractStruct | Y.GC) =>
  struct instanceof Y.Item &&
  struct.content instanceof Y.ContentFormat &&
  proposalOf(struct.content.key) !== null

class Walk {
  readonly found: Back[] = []
  #at = 0
  /** What Yjs says of the characters here. */
  readonly #said = new Set<string>()
  /** What somebody meant. */
  readonly #meant = new Set<string>()
  /** What somebody meant in front of an end, by that end. */
  readonly #inFrontOf = new Map<Y.Item, boolean>()

  mark(doc: Y.Doc, item: Y.Item, { key, value }: Y.ContentFormat) {
    if (proposalOf(key) === null) return
    if (!isSet(value)) {
      this.#inFrontOf.set(item, this.#meant.has(key))
      this.#said.delete(key)
      this.#meant.delete(key)
      return
    }
    this.#said.add(key)
    const end = endInFront(doc, item, key)
    if (end && this.#inFrontOf.get(end) === false) this.#meant.delete(key)
    else this.#meant.add(key)
  }

  pass(length: number) {
    for (const key of this.#said) {
      if (this.#meant.has(key)) continue
      const last = this.found.findLast((each) => each.key === key)
      const to = this.#at + length
      if (last?.to === this.#at) this.found[this.found.indexOf(last)] = { ...last, to }
      else this.found.push({ from: this.#at, to, key })
    }
    this.#at += length
  }
}

/**
 * The end of a formatting that was written with what was typed, and with this beginning behind it, at one stroke: each follows
 * upon the one before in the text as in time. Null for a beginning that somebody meant.
 */
function endInFront(doc: Y.Doc, begin: Y.Item, key: string): Y.Item | null {
  const { client } = begin.id
  let isTyped = false
  for (let item = begin; follows(item); ) {
    const before = Y.getItem(doc.store, Y.createID(client, item.id.clock - 1)) as Y.AbstractStruct
    if (!(before instanceof Y.Item) || before.parentSub !== null) return null
    const { content } = before
    if (!(content instanceof Y.ContentFormat)) isTyped = true
    else if (content.key === key) return isTyped && !isSet(content.value) ? before : null
    item = before
  }
  return null
}

const follows = ({ id, origin }: Y.Item) =>
  origin !== null && origin.client === id.client && origin.clock === id.clock - 1
