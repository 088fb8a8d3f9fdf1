/** Who is connected, and the identity that the server stamps on what they show of themselves [LIV2]. */

export interface Member {
  readonly personId: string
  readonly name: string
}

/** Number of presence colours. */
const COLOURS = 8
const MAX_STATE_BYTES = 4096

export class PresenceRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PresenceRefused'
  }
}

/** The people in one article. Each keeps a colour while one of their tabs is open. */
export class Presence {
  readonly #tabs = new Map<object, Member>()
  readonly #colours = new Map<string, number>()
  readonly #clients = new Map<number, object>()

  join(tab: object, member: Member) {
    this.#tabs.set(tab, member)
    if (this.#colours.has(member.personId)) return
    const taken = new Set(this.#colours.values())
    let colour = 1
    while (colour < COLOURS && taken.has(colour)) colour++
    this.#colours.set(member.personId, colour)
  }

  leave(tab: object) {
    const member = this.#tabs.get(tab)
    this.#tabs.delete(tab)
    for (const [client, owner] of this.#clients) if (owner === tab) this.#clients.delete(client)
    if (member && ![...this.#tabs.values()].some(({ personId }) => personId === member.personId)) {
      this.#colours.delete(member.personId)
    }
  }

  get empty(): boolean {
    return this.#tabs.size === 0
  }

  people(): readonly { readonly id: string; readonly name: string }[] {
    return [
      ...new Map(
        [...this.#tabs.values()].map(({ personId, name }) => [personId, { id: personId, name }]),
      ).values(),
    ]
  }

  /** Corrects the states that a tab sends: its own client only, under its own name. */
  stamp(tab: object, states: Map<number, Record<string, unknown>>) {
    const member = this.#tabs.get(tab)
    if (!member) throw new PresenceRefused('Presence of somebody who is not here')
    for (const [client, state] of states) {
      // The scratch copy that the message was read into brings an empty state of its own.
      if (!Object.keys(state).length) {
        states.delete(client)
        continue
      }
      const owner = this.#clients.get(client)
      const mine = owner === tab || (owner === undefined && this.#clientOf(tab) === undefined)
      if (!mine) {
        states.delete(client)
        continue
      }
      if (JSON.stringify(state).length > MAX_STATE_BYTES)
        throw new PresenceRefused('Presence is too large')
      this.#clients.set(client, tab)
      const { personId: id, name } = member
      state.user = { id, name, colour: this.#colours.get(id) ?? 1 }
    }
  }

  #clientOf(tab: object): number | undefined {
    for (const [client, owner] of this.#clients) if (owner === tab) return client
    return undefined
  }
}
