import { personColour } from '#lib/domain/shared/person-colour.ts'
import { LIMITS, type Limits } from './limits.ts'
import { TokenBucket } from './token-bucket.ts'

/** Who is connected, and the identity that the server stamps on what they show of themselves [LIV2]. */

export interface Member {
  readonly personId: string
  readonly name: string
}

const MAX_STATE_BYTES = 4096

type State = Record<string, unknown>

interface Here {
  readonly member: Member
  readonly rate: TokenBucket
  /** Its own client, from the first state that it sends. */
  client: number | null
  /** What came too fast: the newest, to be shown when its time has come. */
  held: State | null
}

export class PresenceRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PresenceRefused'
  }
}

/** The people in one article. Each keeps a colour while one of their tabs is open. */
export class Presence {
  readonly #limits: Limits
  readonly #tabs = new Map<object, Here>()
  readonly #colours = new Map<string, number>()
  readonly #clients = new Map<number, object>()

  constructor(limits: Limits = LIMITS) {
    this.#limits = limits
  }

  join(tab: object, member: Member) {
    const rate = new TokenBucket(this.#limits.socketPresence, Date.now())
    this.#tabs.set(tab, { member, rate, client: null, held: null })
    const { personId } = member
    if (!this.#colours.has(personId))
      this.#colours.set(personId, personColour(personId, this.#colours.values()))
  }

  leave(tab: object) {
    const here = this.#tabs.get(tab)
    this.#tabs.delete(tab)
    for (const [client, owner] of this.#clients) if (owner === tab) this.#clients.delete(client)
    if (here && !this.#members().some(({ personId }) => personId === here.member.personId)) {
      this.#colours.delete(here.member.personId)
    }
  }

  get empty(): boolean {
    return this.#tabs.size === 0
  }

  people(): readonly { readonly id: string; readonly name: string }[] {
    return [
      ...new Map(
        this.#members().map(({ personId, name }) => [personId, { id: personId, name }]),
      ).values(),
    ]
  }

  /**
   * Corrects the states that a tab sends: its own client only, under its own name, and no faster than others need to see
   * it. What is held back comes out of `held` later; milliseconds until then, 0 when nothing is newly held.
   */
  stamp(tab: object, states: Map<number, State>, now = Date.now()): number {
    const here = this.#tabs.get(tab)
    if (!here) throw new PresenceRefused('Presence of somebody who is not here')
    let wait = 0
    for (const [client, state] of states) {
      // The scratch copy that the message was read into brings an empty state of its own.
      if (!Object.keys(state).length || !this.#speaksFor(tab, here, client)) {
        states.delete(client)
        continue
      }
      if (JSON.stringify(state).length > MAX_STATE_BYTES)
        throw new PresenceRefused('Presence is too large')
      const { personId: id, name } = here.member
      state.user = { id, name, colour: this.#colours.get(id) ?? personColour(id) }
      const delay = here.rate.wait(now)
      if (delay > 0) {
        states.delete(client)
        if (!here.held) wait = delay
        here.held = state
      } else {
        here.rate.take(1)
        here.held = null
      }
    }
    return wait
  }

  /** What a tab has shown last, if it was held back; once. */
  held(tab: object): { readonly client: number; readonly state: State } | null {
    const here = this.#tabs.get(tab)
    if (!here?.held || here.client === null) return null
    const { client, held: state } = here
    here.held = null
    here.rate.take(1)
    return { client, state }
  }

  #speaksFor(tab: object, here: Here, client: number): boolean {
    const owner = this.#clients.get(client)
    if (owner !== tab && (owner !== undefined || here.client !== null)) return false
    here.client = client
    this.#clients.set(client, tab)
    return true
  }

  #members(): readonly Member[] {
    return [...this.#tabs.values()].map(({ member }) => member)
  }
}
