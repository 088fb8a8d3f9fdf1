import { expect, test } from '@playwright/test'
import { until } from '#lib/testing/chaos/writer.ts'
import { ACTION_TRIALS } from '#lib/testing/hostile/action-trials.ts'
import { Caller } from '#lib/testing/hostile/caller.ts'
import { cunningIn } from '#lib/testing/hostile/cunning.ts'
import { type Ghost, ghostsOf } from '#lib/testing/hostile/ghosts.ts'
import { differences, holdingsOf } from '#lib/testing/hostile/holdings.ts'
import { actionOf, type House, openHouse, withToken } from '#lib/testing/hostile/house.ts'
import {
  placed,
  ROUTE_TRIALS,
  WITHOUT_ACCOUNT,
  writingRoutes,
} from '#lib/testing/hostile/route-trials.ts'
import { type Scene, sceneIn } from '#lib/testing/hostile/scene.ts'
import { WireClient } from '#lib/testing/wire.ts'

/** One for those who call actions, one for those who call routes: what the one has ended the other still needs. */
interface Scenes {
  readonly actions: Scene
  readonly routes: Scene
}

let house: House
let scenes: Scenes
let ghosts: readonly Ghost[]

test.beforeAll(async () => {
  house = await openHouse()
  scenes = { actions: await sceneIn(house, 'one'), routes: await sceneIn(house, 'two') }
  ghosts = await ghostsOf(house)
})

test.afterAll(async () => {
  await house?.close()
})

test('[ACC1] every action of the build and every route that writes is tried', () => {
  expect(Object.keys(ACTION_TRIALS).toSorted()).toEqual([...house.actions.keys()].toSorted())
  const tried = [...Object.keys(ROUTE_TRIALS), ...WITHOUT_ACCOUNT]
  expect(tried.toSorted()).toEqual(writingRoutes().toSorted())
})

test('[ACC1] no action gets through for who is not in, and for who lacks the right', async () => {
  const whatChanged = await watch()
  const through: string[] = []
  for (const [name, { args, lacking, harmless }] of Object.entries(ACTION_TRIALS)) {
    const action = actionOf(house.actions, name)
    const page = { ...action, page: action.page.replace('[id]', scenes.actions.published) }
    const people = lacking.map((who) => ({ name: who, caller: house.by[who] }))
    for (const { name: who, caller } of [...outside(name), ...people]) {
      const { text } = await caller.act(page, args(scenes.actions))
      if (text.includes('"ok":true') && !harmless) through.push(`${name} by ${who}: ${text}`)
    }
    through.push(...(await whatChanged(name)))
  }
  expect(through).toEqual([])
})

/** Whoever owes a second factor may leave it at that: it is their own. */
const outside = (name: string) =>
  ghosts.filter(
    ({ hears, caller }) =>
      hears === 'both' && !(name.endsWith('#leaveAwaiting') && caller === house.by.awaiting),
  )

/** Names what each call changed, once. */
async function watch() {
  let before = await holdingsOf(house.database)
  return async (by: string) => {
    const now = await holdingsOf(house.database)
    const changed = differences(before, now)
    before = now
    return changed.map((row) => `${by}: ${row}`)
  }
}

test('[ACC1] [ACC2] no route gets through for who is not in, and for who lacks the right', async () => {
  const whatChanged = await watch()
  const through: string[] = []
  for (const [name, { call, lacking, asks }] of Object.entries(ROUTE_TRIALS)) {
    const [method = '', path = ''] = name.split(' ')
    const [places, body, query] = call(scenes.routes)
    const address = placed(path, places, query)
    for (const { name: who, caller, reads } of ghosts) {
      if (reads && asks) continue
      const { status } = await caller.call(method, address, body)
      if (status !== 401 && status !== 403) through.push(`${name} ${who}: ${status}`)
    }
    for (const who of lacking) {
      const { status } = await house.by[who].call(method, address, body)
      if (status !== 403 && status !== 404) through.push(`${name} by ${who}: ${status}`)
    }
    through.push(...(await whatChanged(name)))
  }
  expect(through).toEqual([])
})

test('[ACC2] what one may not see is not there, whatever one asks', async () => {
  const whatChanged = await watch()
  const through: string[] = []
  for (const [name, { call }] of Object.entries(ROUTE_TRIALS)) {
    const [method = '', path = ''] = name.split(' ')
    if (!path.startsWith('/api/v1/articles/[id]')) continue
    const [[, ...places], body, query] = call(scenes.routes)
    const address = placed(path, [scenes.routes.restricted, ...places], query)
    for (const who of ['chief', 'publisher', 'reviewer', 'writer', 'admin'] as const) {
      const { status } = await house.by[who].call(method, address, body)
      // Taking down is a right in the house, on what everybody reads: it is refused as such.
      if (status !== 404 && !(status === 403 && name.endsWith('/takedown')))
        through.push(`${name} by ${who}: ${status}`)
    }
  }
  through.push(...(await whatChanged('all')))
  expect(through).toEqual([])
})

test('[REV1] [QUE10] [VER2] [VER9] [GAT6] [SCH1] who has a right and goes too far gets no further', async () => {
  const whatChanged = await watch()
  const through: string[] = []
  for (const { name, by, method, path, body: sent, refused } of cunningIn(scenes.routes)) {
    const caller = by ? house.by[by] : new Caller(house.server.url)
    const { status, body } = await caller.call(method, path, sent)
    if (!refused.includes(status)) through.push(`${name}: ${status} ${JSON.stringify(body)}`)
    through.push(...(await whatChanged(name)))
  }
  expect(through).toEqual([])
})

test('[LIV4] [LIV10] a ticket opens one article once, for whoever it was made', async () => {
  const { article, restricted } = scenes.routes
  const whatChanged = await watch()
  const ticketOf = async (caller: Caller) =>
    (await caller.must('POST', `/api/v1/articles/${article}/ticket`)).ticket as string
  const used = await ticketOf(house.by.writer)
  const first = await knock(article, used)
  expect(first.isIn, 'a ticket that is good').toBe(true)
  first.client.leave()
  const { caller, id } = await withToken(house, 'writer')
  const late = await ticketOf(caller)
  await caller.must('DELETE', `/api/v1/tokens/${id}`)
  const tries = {
    'used already': [article, used],
    'of a token that was revoked since': [article, late],
    'for another article': [restricted, await ticketOf(house.by.writer)],
    'that nobody gave': [article, 'x'.repeat(43)],
    'which is a token for calls': [article, caller.headers.authorization?.slice(7) ?? ''],
    'which is a cookie': [article, house.by.admin.headers.cookie ?? ''],
  } as const
  const through: string[] = []
  for (const [name, [where, ticket]] of Object.entries(tries)) {
    const { isIn, client } = await knock(where, ticket)
    if (isIn) through.push(name)
    client.leave()
  }
  expect(through).toEqual([])
  const own = ['api_token', 'audit']
  const changed = (await whatChanged('a ticket')).filter(
    (row) => !own.some((table) => row.includes(`: + ${table} `)),
  )
  expect(changed).toEqual([])
})

/** Whether one is let in with this ticket. */
async function knock(article: string, ticket: string) {
  const url = `${house.server.url.replace('http', 'ws')}/collab/${article}`
  const client = new WireClient({ url, name: article, token: ticket, follow: true })
  await until(() => client.synced || client.denied || client.closed > 0, 'the door answers')
  return { client, isIn: client.synced }
}

test('[ACC1] what was refused gets through for those who may: it was the right that was lacking', async () => {
  const refused: string[] = []
  for (const [name, { call, by, answers }] of Object.entries(ROUTE_TRIALS)) {
    const [method = '', path = ''] = name.split(' ')
    const [places, body, query] = call(scenes.routes)
    const answer = await house.by[by].call(method, placed(path, places, query), body)
    const isRight = answers ? answer.status === answers : answer.status < 300
    if (!isRight) refused.push(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  for (const [name, { args, rightly, by }] of Object.entries(ACTION_TRIALS)) {
    if (by === null) continue
    const action = actionOf(house.actions, name)
    const page = { ...action, page: action.page.replace('[id]', scenes.actions.published) }
    const before = await holdingsOf(house.database)
    await house.by[by].act(page, (rightly ?? args)(scenes.actions))
    const changed = differences(before, await holdingsOf(house.database))
    if (!changed.length) refused.push(`${name} changed nothing`)
  }
  expect(refused).toEqual([])
})
