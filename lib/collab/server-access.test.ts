import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { personColour } from '#lib/domain/shared/person-colour.ts'
import { seedOf } from '#lib/testing/client-doc.ts'
import {
  type CollabFixture,
  openTab,
  saved,
  startCollab,
  type Tab,
  until,
} from '#lib/testing/collab-fixture.ts'
import { MemoryLog } from '#lib/testing/memory-log.ts'
import { CLOSE } from './close-codes.ts'
import { foldDocument } from './fold-document.ts'

const seed = seedOf('It rained.')
let log: MemoryLog
let fixture: CollabFixture

beforeEach(async () => {
  // What it refuses, the server tells on the console too.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  log = new MemoryLog()
  log.create('x', seed)
  log.create('y', seed)
  fixture = await startCollab(log, ['https://news.example.org'])
})

afterEach(async () => {
  vi.restoreAllMocks()
  await fixture.stop()
})

const textOf = (doc: Y.Doc) => doc.getText('text').toString()

/** Connected, with the text there. */
async function join(...args: Parameters<CollabFixture['join']>): Promise<Tab> {
  const tab = fixture.join(...args)
  await until(() => expect(textOf(tab.doc)).not.toBe(''))
  return tab
}

describe('who may come in', () => {
  it('[LIV1] only with a ticket, for this article, once', async () => {
    const failed = vi.fn()
    const attempt = (article: string, ticket: string) => {
      const tab = openTab(fixture.address(article), article, ticket, foldDocument())
      tab.provider.on('authenticationFailed', failed)
      return tab
    }
    const used = fixture.ticket({})
    const good = attempt('x', used)
    await until(() => expect(textOf(good.doc)).toBe('It rained.'))
    const bad = [
      attempt('x', used),
      attempt('x', 'made up'),
      attempt('y', fixture.ticket({ articleId: 'x' })),
      attempt('x', ''),
    ]
    await until(() => expect(failed).toHaveBeenCalledTimes(4))
    expect(bad.map(({ doc }) => textOf(doc))).toEqual(['', '', '', ''])
    const detour = openTab(fixture.address('y'), 'x', fixture.ticket({}), foldDocument())
    detour.provider.on('authenticationFailed', failed)
    await until(() => expect(failed).toHaveBeenCalledTimes(5))
    for (const tab of [good, detour, ...bad]) tab.leave()
  })

  it('[LIV7] not by a ticket whose person has lost the right since', async () => {
    const failed = vi.fn()
    const ticket = fixture.ticket({ personId: 'ada' })
    fixture.lost.add('ada')
    const tab = openTab(fixture.address('x'), 'x', ticket, foldDocument())
    tab.provider.on('authenticationFailed', failed)
    await until(() => expect(failed).toHaveBeenCalledTimes(1))
    expect(textOf(tab.doc)).toBe('')
    tab.leave()
  })

  it('[LIV1] not from a page of another site', async () => {
    const answer = (origin?: string) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(fixture.address('x'), origin === undefined ? {} : { origin })
        socket.on('open', () => {
          socket.terminate()
          resolve(101)
        })
        socket.on('unexpected-response', (_request, response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        socket.on('error', () => {})
      })
    const own = new URL(fixture.address('x')).host
    expect(
      await Promise.all([answer(), answer(`http://${own}`), answer('https://news.example.org')]),
    ).toEqual([101, 101, 101])
    const foreign = [
      'https://evil.example',
      'https://news.example.org.evil.example',
      'http://news.example.org',
      'null',
      `http://${own}0`,
    ]
    expect(await Promise.all(foreign.map(answer))).toEqual(foreign.map(() => 403))
  })

  it('[LOG3] nobody, while the article cannot be read whole', async () => {
    log.of('x').rows.push({ seq: 7, personId: 'ada', at: new Date(), update: seed })
    const failed = vi.fn()
    const tab = fixture.join({})
    tab.provider.on('authenticationFailed', failed)
    await until(() => expect(failed).toHaveBeenCalled())
    expect(textOf(tab.doc)).toBe('')
  })

  it('[LIV4] those whose rights changed are sent out, and their tickets with them', async () => {
    const tabs = [
      await join({ personId: 'ada', sessionId: 's1' }),
      await join({ personId: 'ada', sessionId: 's2' }),
      await join({ personId: 'ben' }),
      await join({ personId: 'ben', articleId: 'y' }),
    ]
    const out = () => tabs.map(({ closed }) => closed[0] ?? 0)
    const [code] = CLOSE.rightsChanged
    const ticket = fixture.ticket({ personId: 'ada', sessionId: 's1' })
    fixture.server.collab.revoke({ sessionId: 's1' })
    await until(() => expect(out()).toEqual([code, 0, 0, 0]))
    const late = openTab(fixture.address('x'), 'x', ticket, foldDocument())
    const failed = vi.fn()
    late.provider.on('authenticationFailed', failed)
    await until(() => expect(failed).toHaveBeenCalled())
    late.leave()
    fixture.server.collab.revoke({ personId: 'ada' })
    await until(() => expect(out()).toEqual([code, code, 0, 0]))
    fixture.server.collab.revoke({ articleId: 'y' })
    await until(() => expect(out()).toEqual([code, code, 0, code]))
  })
})

it('[LIV10] a socket ends with the session that opened it, however far away that is', async () => {
  const month = 31 * 86_400_000
  fixture.ends.set('ada', new Date(Date.now() + 500))
  fixture.ends.set('ben', new Date(Date.now() + month))
  const ben = await join({ personId: 'ben' })
  const ada = fixture.join({ personId: 'ada' })
  await until(() => expect(ada.closed[0]).toBe(CLOSE.rightsChanged[0]))
  await saved(ben)
  expect(ben.closed).toEqual([])
})

it('[LIV7] those whose rights another process has changed are sent out when it is told, and nobody else', async () => {
  const [ada, ben] = [await join({ personId: 'ada' }), await join({ personId: 'ben' })]
  fixture.lost.add('ada')
  fixture.lost.add('ben')
  await fixture.server.collab.recheck([{ personId: 'ada', articleId: 'y' }, { personId: 'cy' }])
  await saved(ada)
  await fixture.server.collab.recheck([{ personId: 'cy' }, { personId: 'ada' }])
  await until(() => expect(ada.closed[0]).toBe(CLOSE.rightsChanged[0]))
  await saved(ben)
  expect(ben.closed).toEqual([])
})

describe('presence', () => {
  const others = ({ provider, doc }: Tab) =>
    [...(provider.awareness?.getStates() ?? [])].filter(([client]) => client !== doc.clientID)

  it('[LIV2] shows who is signed in, and nobody for whom a tab does not speak', async () => {
    const [ada, ben] = [await join({ personId: 'ada' }), await join({ personId: 'ben' })]
    ada.provider.setAwarenessField('user', { name: 'The publisher', colour: 'red' })
    await until(() =>
      expect(others(ben)).toEqual([
        [ada.doc.clientID, { user: { id: 'ada', name: 'ada', colour: personColour('ada') } }],
      ]),
    )
    expect(
      fixture.server.collab
        .present('x')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['ada', 'ben'])
    const forged = encoding.createEncoder()
    encoding.writeVarString(forged, 'x')
    encoding.writeVarUint(forged, 1)
    encoding.writeVarUint8Array(
      forged,
      awarenessOf(ada.doc.clientID, 99, { user: { id: 'ada', name: 'not Ada' } }),
    )
    ben.socket.webSocket?.send(encoding.toUint8Array(forged))
    await saved(ben)
    ada.provider.setAwarenessField('caret', 3)
    await until(() =>
      expect(others(ben)).toEqual([
        [
          ada.doc.clientID,
          { caret: 3, user: { id: 'ada', name: 'ada', colour: personColour('ada') } },
        ],
      ]),
    )
    ada.leave()
    await until(() => expect(others(ben)).toEqual([]))
    expect(fixture.server.collab.present('x').map(({ id }) => id)).toEqual(['ben'])
  })
})

function awarenessOf(client: number, clock: number, state: object): Uint8Array {
  const update = encoding.createEncoder()
  for (const number of [1, client, clock]) encoding.writeVarUint(update, number)
  encoding.writeVarString(update, JSON.stringify(state))
  return encoding.toUint8Array(update)
}

it('[LIV6] announcements reach the tabs of their article, or all', async () => {
  const [x, y] = [await join({}), await join({ articleId: 'y' })]
  fixture.server.collab.announce('x', { type: 'decisions', ids: ['q'] })
  fixture.server.collab.announce(null, { type: 'sources', ids: [] })
  await until(() => expect(y.heard).toHaveLength(1))
  await until(() =>
    expect(x.heard.map((payload) => JSON.parse(payload).type)).toEqual(['decisions', 'sources']),
  )
})
