import type { ArticleModel } from '#components/workspace/model.ts'
import { recordOf, type Source } from '#lib/domain/sourcing/source.ts'

/** How many sources have a number, and with it a key. */
const SHELF_KEYS = 9

type Known = Pick<ArticleModel, 'statuses' | 'findSource'>

/** The sources that the article cites, and how often, in the order in which the text comes to them. */
export function usesOf({ statuses, findSource }: Known): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const { annotations } of statuses) {
    for (const { citations } of annotations) {
      for (const { sourceId } of citations) {
        const source = findSource(sourceId)
        if (!source || source.retiredAt !== null) continue
        const id = recordOf(source)
        uses.set(id, (uses.get(id) ?? 0) + 1)
      }
    }
  }
  return uses
}

/**
 * The numbers of the shelf. Whoever has a number in their fingers finds the same source under it: what is there stays, what is
 * used anew gets a free number, then that of a source which the article does not use, then that of the one used longest ago.
 */
export class ShelfNumbers {
  #slots: readonly string[]
  /** Used by this person, the last one at the end. */
  #used: readonly string[] = []

  constructor(slots: readonly string[] = []) {
    this.#slots = slots.slice(0, SHELF_KEYS)
  }

  /** This person used a source: it is on the shelf from now on. */
  touch(id: string) {
    this.#used = [...this.#used.filter((known) => known !== id), id]
  }

  /**
   * The ids by number. `uses`: what the article cites; `registry`: what else is at hand, the newest first; `isAlive`: whether a
   * source can be cited.
   */
  settle(
    uses: ReadonlyMap<string, number>,
    registry: readonly string[],
    isAlive: (id: string) => boolean,
  ): readonly string[] {
    const slots = this.#slots.filter(isAlive)
    const most = [...uses].toSorted(([, a], [, b]) => b - a).slice(0, SHELF_KEYS)
    // In the order of the text, as far as the numbers go.
    const cited = [...uses.keys()].filter((id) => most.some(([known]) => known === id))
    for (const id of [...cited, ...this.#used.filter(isAlive)]) this.#place(slots, id, uses)
    for (const id of registry) {
      if (slots.length >= SHELF_KEYS) break
      if (!slots.includes(id) && isAlive(id)) slots.push(id)
    }
    this.#slots = slots
    return slots
  }

  #place(slots: string[], id: string, uses: ReadonlyMap<string, number>) {
    if (slots.includes(id)) return
    if (slots.length < SHELF_KEYS) return void slots.push(id)
    const isIdle = (known: string) => !uses.has(known) && !this.#used.includes(known)
    const idle = slots.findLastIndex(isIdle)
    if (idle >= 0) slots[idle] = id
    // What others use moves nobody's numbers.
    else if (this.#used.at(-1) === id) slots[this.#oldest(slots)] = id
  }

  #oldest(slots: readonly string[]): number {
    const ages = slots.map((id) => this.#used.indexOf(id))
    return ages.indexOf(Math.min(...ages))
  }
}

/** The sources under these ids, in order. */
export function sourcesOf(ids: readonly string[], findSource: Known['findSource']) {
  return ids.flatMap((id): readonly Source[] => {
    const source = findSource(id)
    return source ? [source] : []
  })
}
