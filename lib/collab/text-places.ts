import * as Y from 'yjs'

/** Among the characters of the text, in one of the maps that articles have, or further inside. */
type Place = 'text' | 'map' | 'inside'

/**
 * Tells where items of an update stand. An item that follows or precedes another
 * does not say where it stands: that one does, in the document or in the same update.
 */
export class TextPlaces {
  readonly #doc: Y.Doc
  readonly #fresh = new Map<number, Y.Item[]>()
  readonly #found = new Map<Y.Item, Place>()

  /** `fresh`: in the order of the update, which is by clock for each client. */
  constructor(doc: Y.Doc, fresh: readonly Y.Item[]) {
    this.#doc = doc
    for (const item of fresh) {
      const items = this.#fresh.get(item.id.client)
      if (items) items.push(item)
      else this.#fresh.set(item.id.client, [item])
    }
  }

  of(item: Y.Item): Place {
    const path = new Set<Y.Item>()
    let answer: Place | Y.Item = item
    while (answer instanceof Y.Item && !path.has(answer)) {
      path.add(answer)
      answer = this.#found.get(answer) ?? this.#step(answer)
    }
    // In a circle stands nothing: the update is refused for that elsewhere.
    const place = answer instanceof Y.Item ? 'inside' : answer
    for (const each of path) this.#found.set(each, place)
    return place
  }

  /** Where it stands, or the item that knows. */
  #step({ parent, origin, rightOrigin }: Y.Item): Place | Y.Item {
    if (typeof parent === 'string') return parent === 'text' ? 'text' : 'map'
    const id = origin ?? rightOrigin
    if (parent !== null || !id) return 'inside'
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const stored: unknown = Y.getItem(this.#doc.store, id)
      if (!(stored instanceof Y.Item)) return 'inside'
      if (stored.parentSub === null) return 'text'
      return stored.parent instanceof Y.AbstractType && stored.parent._item === null
        ? 'map'
        : 'inside'
    }
    return this.#freshItem(id) ?? 'inside'
  }

  #freshItem({ client, clock }: Y.ID): Y.Item | null {
    const items = this.#fresh.get(client) ?? []
    let low = 0
    let high = items.length
    while (low < high) {
      const middle = (low + high) >> 1
      const item = items[middle]
      if (item && item.id.clock + item.length <= clock) low = middle + 1
      else high = middle
    }
    return items[low] ?? null
  }
}
