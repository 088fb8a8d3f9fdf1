import { expect, it } from 'vitest'
import { personColour } from '#lib/domain/shared/person-colour.ts'
import { Presence, PresenceRefused } from './presence.ts'
import { Tickets } from './tickets.ts'

const ada = { personId: 'p1', name: 'Ada' }
const ben = { personId: 'p2', name: 'Ben' }

function stamped(presence: Presence, tab: object, states: Record<number, Record<string, unknown>>) {
  const map = new Map(Object.entries(states).map(([client, state]) => [Number(client), state]))
  presence.stamp(tab, map)
  return Object.fromEntries(map)
}

it('[LIV2] who is shown is who is signed in, whatever the tab says of itself', () => {
  const presence = new Presence()
  const tab = {}
  presence.join(tab, ada)
  const state = { user: { id: 'p2', name: 'Ben', colour: 7 }, caret: 3 }
  expect(stamped(presence, tab, { 5: state })).toEqual({
    5: { user: { id: 'p1', name: 'Ada', colour: personColour('p1') }, caret: 3 },
  })
})

it('[LIV2] a tab speaks for one client, and for none of another tab', () => {
  const presence = new Presence()
  const [one, two] = [{}, {}]
  presence.join(one, ada)
  presence.join(two, ben)
  expect(Object.keys(stamped(presence, one, { 5: { caret: 1 }, 6: { caret: 1 } }))).toEqual(['5'])
  expect(Object.keys(stamped(presence, two, { 5: { caret: 1 }, 7: { caret: 1 } }))).toEqual(['7'])
  expect(Object.keys(stamped(presence, one, { 8: { caret: 1 } }))).toEqual([])
  presence.leave(one)
  expect(Object.keys(stamped(presence, two, { 5: { caret: 1 }, 7: { caret: 1 } }))).toEqual(['7'])
})

const everybody = Array.from({ length: 9 }, (_, k) => `p${k}`)

function coloursWhenJoined(ids: readonly string[]) {
  const presence = new Presence()
  const tabs = ids.map((personId) => ({ tab: {}, personId }))
  for (const { tab, personId } of tabs) presence.join(tab, { personId, name: personId })
  const colourOf = (tab: object, client: number) => {
    const { [client]: state } = stamped(presence, tab, { [client]: { caret: 1 } })
    return (state as { user: { colour: number } }).user.colour
  }
  return { presence, tabs, colourOf, colours: tabs.map(({ tab }, k) => colourOf(tab, k + 1)) }
}

it('[LIV2] colours differ while there are enough, and stay while one tab is open', () => {
  const { presence, tabs, colourOf, colours } = coloursWhenJoined(everybody)
  expect(new Set(colours.slice(0, 8)).size).toBe(8)
  const again = {}
  presence.join(again, { personId: 'p1', name: 'Ada' })
  presence.leave(tabs[1]?.tab ?? {})
  expect(colourOf(again, 99)).toBe(colours[1])
  expect(presence.people()).toHaveLength(9)
})

it('[LIV2] a person who is told apart by it has the colour that is theirs everywhere', () => {
  for (const id of everybody) expect(coloursWhenJoined([id]).colours).toEqual([personColour(id)])
  expect(new Set(everybody.map((id) => personColour(id))).size).toBeGreaterThan(4)
})

it('[LIV2] who is not here, or says too much, is refused', () => {
  const presence = new Presence()
  expect(() => presence.stamp({}, new Map())).toThrow(PresenceRefused)
  const tab = {}
  presence.join(tab, ada)
  expect(() => presence.stamp(tab, new Map([[5, { caret: 'x'.repeat(5000) }]]))).toThrow(
    PresenceRefused,
  )
  presence.leave(tab)
  expect([presence.empty, presence.people()]).toEqual([true, []])
})

it('[LIV1] a ticket lets in once, in its minute, and not when rights have changed', () => {
  const tickets = new Tickets()
  const request = {
    articleId: 'x',
    personId: 'p1',
    personName: 'Ada',
    sessionId: 's',
    readOnly: false,
  }
  const ticket = tickets.issue(request, 0)
  expect(ticket.length).toBeGreaterThan(30)
  expect(tickets.redeem(ticket, 59_999)).toEqual(request)
  expect(tickets.redeem(ticket, 59_999)).toBeNull()
  expect(tickets.redeem(tickets.issue(request, 0), 60_000)).toBeNull()
  expect(tickets.redeem('made up', 0)).toBeNull()
  const [mine, other] = [
    tickets.issue(request, 0),
    tickets.issue({ ...request, personId: 'p2' }, 0),
  ]
  tickets.forget(({ personId }) => personId === 'p1')
  expect([tickets.redeem(mine, 1), tickets.redeem(other, 1)?.personId]).toEqual([null, 'p2'])
})
