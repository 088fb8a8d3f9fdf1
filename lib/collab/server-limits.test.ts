import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import {
  type CollabFixture,
  force,
  saved,
  startCollab,
  type Tab,
  until,
} from '#lib/testing/collab-fixture.ts'
import { MemoryLog } from '#lib/testing/memory-log.ts'
import { spyMeter } from '#lib/testing/test-rooms.ts'
import { CLOSE, type CloseReason } from './close-codes.ts'
import type { Limits } from './limits.ts'

const seed = seedOf('It rained.')
let log: MemoryLog
let fixture: CollabFixture
let meter: ReturnType<typeof spyMeter>

beforeEach(() => {
  // What it refuses, the server tells on the console too.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  log = new MemoryLog()
  for (const id of ['x', 'y']) log.create(id, seed)
  meter = spyMeter()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await fixture.stop()
})

const start = async (limits: Partial<Limits>) => {
  fixture = await startCollab(log, [], { limits, meter })
}
const textOf = (doc: Y.Doc) => doc.getText('text').toString()

async function join(...args: Parameters<CollabFixture['join']>): Promise<Tab> {
  const tab = fixture.join(...args)
  await until(() => expect(textOf(tab.doc)).not.toBe(''))
  return tab
}

/** Closed with the code of this reason, and counted. */
async function sentOut(tab: { readonly closed: readonly number[] }, reason: CloseReason) {
  await until(() => expect(tab.closed[0]).toBe(CLOSE[reason][0]))
  expect(meter.closed.mock.calls).toContainEqual([reason])
}

describe('rates', () => {
  it('[LIV8] two thousand updates at once come in, slower, and none is lost', async () => {
    await start({ socketMessages: { perSecond: 5_000, atOnce: 200 } })
    const ada = await join({ personId: 'ada' })
    for (let n = 0; n < 2_000; n++) ada.doc.getText('text').insert(1, 'a')
    await until(() => expect(log.of('x').headSeq).toBe(2_001))
    await saved(ada)
    expect(meter.slowed.mock.calls[0]).toEqual(['messages'])
    expect(ada.closed).toEqual([])
    expect(textOf((await join({ personId: 'ben' })).doc)).toBe(`${'a'.repeat(2_000)}It rained.`)
  })

  it('[LIV8] ten thousand changes that were made offline come in with the first exchange', async () => {
    await start({})
    const ada = await join({ personId: 'ada' })
    ada.leave()
    const text = ada.doc.getText('text')
    for (let n = 0; n < 10_000; n++) text.insert((n * 7919) % text.length, 'a')
    await saved(await join({ personId: 'ada' }, ada.doc))
    expect([log.of('x').headSeq, meter.slowed.mock.calls.length]).toEqual([2, 0])
  })

  it('[LIV8] a person has one rate over all tabs, and another person has another', async () => {
    await start({ personMessages: { perSecond: 0.001, atOnce: 20 } })
    const [one, two] = [await join({ personId: 'ada' }), await join({ personId: 'ada' })]
    const ben = await join({ personId: 'ben' })
    for (let n = 0; n < 30; n++) one.doc.getText('text').insert(1, 'a')
    await until(() => expect(meter.slowed).toHaveBeenCalled())
    two.provider.sendStateless('mark:two')
    await saved(ben)
    ben.doc.getText('text').insert(1, 'b')
    await saved(ben)
    expect(two.heard).toEqual([])
    expect(log.of('x').headSeq).toBeLessThan(30)
  })

  it('[LIV8] bytes count, and pastes', async () => {
    await start({ socketPastes: { perSecond: 0.001, atOnce: 2 }, typedBytes: 1_000 })
    const ada = await join({ personId: 'ada' })
    for (let n = 0; n < 3; n++) ada.doc.getText('text').insert(1, 'a'.repeat(2_000))
    // The third waits while the second is still being committed.
    await until(() => expect(meter.slowed).toHaveBeenCalled())
    await until(() => expect(log.of('x').headSeq).toBe(3))
    await saved(await join({ personId: 'ben' }))
    expect(log.of('x').headSeq).toBe(3)
  })
})

describe('sizes', () => {
  it('[LIV8] what is too large to come at once comes with the next exchange', async () => {
    await start({ updateBytes: 1_000, documentBytes: 100_000 })
    const ada = await join({ personId: 'ada' })
    ada.doc.getText('text').insert(1, 'a'.repeat(5_000))
    await sentOut(ada, 'tooLarge')
    const again = await join({ personId: 'ada' }, ada.doc)
    await saved(again)
    expect(log.of('x').headSeq).toBe(2)
    // The exchange is over: what follows is held to the size of a change again.
    force(
      again,
      new ClientDoc(9, ...log.of('x').rows.map(({ update }) => update)).type(1, 'b'.repeat(5_000)),
    )
    await sentOut(again, 'tooLarge')
    expect(log.of('x').headSeq).toBe(2)
  })

  it('[LIV8] an article that is full takes no more', async () => {
    await start({ documentBytes: 10_000 })
    const ada = await join({ personId: 'ada' })
    ada.doc.getText('text').insert(1, 'a'.repeat(10_000))
    await sentOut(ada, 'articleFull')
    expect(meter.refused.mock.calls).toEqual([['articleFull']])
  })

  it('[LIV8] a message that is larger than any article is not even read', async () => {
    await start({ documentBytes: 10_000 })
    const ada = await join({ personId: 'ada' })
    ada.doc.getText('text').insert(1, 'a'.repeat(100_000))
    await sentOut(ada, 'tooBig')
    expect(meter.refused).not.toHaveBeenCalled()
  })

  it('[LIV8] a reader that does not read is dropped, and others go on', async () => {
    await start({ bufferedBytes: 200_000 })
    const [ada, slow] = [await join({ personId: 'ada' }), await join({ personId: 'ben' })]
    const { webSocket } = slow.socket
    ;(webSocket as unknown as WebSocket).pause()
    // More than the network keeps between the two.
    for (let n = 0; n < 12 && meter.closed.mock.calls.length === 0; n++) {
      ada.doc.getText('text').insert(1, 'a'.repeat(600_000))
      await saved(ada)
    }
    expect(meter.closed.mock.calls).toEqual([['slowReader']])
    expect(ada.closed).toEqual([])
  })

  it('[LIV8] presence that is too large', async () => {
    await start({})
    const ada = await join({ personId: 'ada' })
    ada.provider.setAwarenessField('caret', 'x'.repeat(5_000))
    await sentOut(ada, 'presence')
  })
})

describe('room', () => {
  it.each<readonly [CloseReason, Partial<Limits>, Parameters<CollabFixture['join']>[0]]>([
    ['serverCrowded', { sockets: 1 }, { personId: 'ben', articleId: 'y' }],
    ['serverCrowded', { articles: 1 }, { personId: 'ben', articleId: 'y' }],
    ['articleCrowded', { socketsPerArticle: 1 }, { personId: 'ben' }],
    ['tooManyTabs', { socketsPerPerson: 1 }, { personId: 'ada', articleId: 'y' }],
  ])('[LIV8] %s with %o, until somebody leaves', async (reason, limits, request) => {
    await start(limits)
    const ada = await join({ personId: 'ada' })
    await sentOut(fixture.join(request), reason)
    ada.leave()
    await until(() => expect(fixture.server.counts()).toEqual({ sockets: 0, documents: 0 }))
    await join(request)
  })

  it('[LIV8] there is none for long without a ticket, and what is sent meanwhile waits', async () => {
    await start({ ticketMs: 100 })
    const socket = new WebSocket(fixture.address('x'))
    const closed: number[] = []
    socket.on('close', (code) => closed.push(code))
    await new Promise((resolve) => socket.once('open', resolve))
    const message = encoding.createEncoder()
    encoding.writeVarString(message, 'x')
    encoding.writeVarUint(message, 1)
    for (let n = 0; n < 500; n++) socket.send(encoding.toUint8Array(message))
    await sentOut({ closed }, 'noTicket')
  })
})

describe('presence', () => {
  it('[LIV9] of a tab that tells too much is shown by its newest', async () => {
    await start({ socketPresence: { perSecond: 10, atOnce: 2 } })
    const [ada, ben] = [await join({ personId: 'ada' }), await join({ personId: 'ben' })]
    const seen: unknown[] = []
    ben.provider.awareness?.on('change', () =>
      seen.push(ben.provider.awareness?.getStates().get(ada.doc.clientID)?.caret),
    )
    for (let n = 1; n <= 100; n++) ada.provider.setAwarenessField('caret', n)
    await until(() => expect(seen.at(-1)).toBe(100))
    expect(seen.length).toBeLessThan(20)
    ada.provider.setAwarenessField('caret', 101)
    await until(() => expect(seen.at(-1)).toBe(101))
  })
})
