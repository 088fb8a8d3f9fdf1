import * as encoding from 'lib0/encoding'
import { type Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import type { Limits } from './limits.ts'
import type { Meter } from './meter.ts'
import { Presence, PresenceRefused } from './presence.ts'
import type { Tab } from './tab.ts'

/** Who is in which article, and what they show of themselves. */
export class LivePresence {
  readonly #limits: Limits
  readonly #meter: Meter
  readonly #articles = new Map<string, Presence>()

  constructor(limits: Limits, meter: Meter) {
    this.#limits = limits
    this.#meter = meter
  }

  join(articleId: string, tab: Tab) {
    // It may have left while its article was being read.
    if (!tab.request || !tab.open) return
    const presence = this.#articles.get(articleId) ?? new Presence(this.#limits)
    this.#articles.set(articleId, presence)
    presence.join(tab, { personId: tab.request.personId, name: tab.request.personName })
  }

  leave(tab: Tab) {
    if (!tab.request) return
    const { articleId } = tab.request
    const presence = this.#articles.get(articleId)
    presence?.leave(tab)
    if (presence?.empty) this.#articles.delete(articleId)
  }

  people(articleId: string) {
    return this.#articles.get(articleId)?.people() ?? []
  }

  /** Corrects what a tab sends of its person. What comes too fast is shown later, the newest of it. */
  stamp(articleId: string, awareness: Awareness, tab: Tab, states: Map<number, unknown>) {
    const presence = this.#articles.get(articleId)
    try {
      const wait = presence?.stamp(tab, states as Map<number, Record<string, unknown>>) ?? 0
      if (!wait) return
      this.#meter.slowed('presence')
      const show = () => {
        const held = presence?.held(tab)
        if (held && tab.open) showState(awareness, held.client, held.state)
      }
      setTimeout(show, wait).unref()
    } catch (error) {
      if (error instanceof PresenceRefused) tab.close('presence')
      throw error
    }
  }
}

/** As if the client had sent it: one step on, and never further than the client is itself. */
function showState(awareness: Awareness, client: number, state: Record<string, unknown>) {
  const clock = (awareness.meta.get(client)?.clock ?? 0) + 1
  const update = encoding.createEncoder()
  for (const number of [1, client, clock]) encoding.writeVarUint(update, number)
  encoding.writeVarString(update, JSON.stringify(state))
  applyAwarenessUpdate(awareness, encoding.toUint8Array(update), { source: 'local' })
}
