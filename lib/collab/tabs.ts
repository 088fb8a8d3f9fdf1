import type { CloseReason } from './close-codes.ts'
import type { Limits } from './limits.ts'
import type { TicketRequest } from './ports.ts'
import type { Tab } from './tab.ts'

/** All open websockets, and how many of them there may be. */
export class Tabs {
  readonly #limits: Limits
  readonly #tabs = new Set<Tab>()
  readonly #perPerson = new Map<string, number>()
  readonly #perArticle = new Map<string, number>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#tabs.size
  }

  [Symbol.iterator](): IterableIterator<Tab> {
    return this.#tabs.values()
  }

  add(tab: Tab): void {
    this.#tabs.add(tab)
  }

  /** Counts it for its person and article. */
  letIn({ personId, articleId }: TicketRequest): void {
    count(this.#perPerson, personId, 1)
    count(this.#perArticle, articleId, 1)
  }

  delete(tab: Tab): void {
    if (!this.#tabs.delete(tab) || !tab.request) return
    count(this.#perPerson, tab.request.personId, -1)
    count(this.#perArticle, tab.request.articleId, -1)
  }

  hasPerson(personId: string): boolean {
    return this.#perPerson.has(personId)
  }

  /** Why one more cannot come in; null: it can. `request` null: it has not shown its ticket yet. */
  crowded(request: TicketRequest | null): CloseReason | null {
    const { sockets, socketsPerPerson, socketsPerArticle } = this.#limits
    if (!request) return this.#tabs.size >= sockets ? 'serverCrowded' : null
    if ((this.#perPerson.get(request.personId) ?? 0) >= socketsPerPerson) return 'tooManyTabs'
    return (this.#perArticle.get(request.articleId) ?? 0) >= socketsPerArticle
      ? 'articleCrowded'
      : null
  }

  close(matches: (request: TicketRequest) => boolean, reason: CloseReason): void {
    for (const tab of this.#tabs) if (tab.request && matches(tab.request)) tab.close(reason)
  }
}

function count(counts: Map<string, number>, key: string, step: 1 | -1) {
  const sum = (counts.get(key) ?? 0) + step
  if (sum > 0) counts.set(key, sum)
  else counts.delete(key)
}
