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
import { gate, MemoryLog } from '#lib/testing/memory-log.ts'
import { CLOSE } from './close-codes.ts'

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
const type = ({ doc }: Tab, words: string) => doc.getText('text').insert(1, words)

/** Connected, with the text there. */
async function join(...args: Parameters<CollabFixture['join']>): Promise<Tab> {
  const tab = fixture.join(...args)
  await until(() => expect(textOf(tab.doc)).not.toBe(''))
  return tab
}

describe('what is typed', () => {
  it('[LIV3] arrives at the others, and is durable when the mark behind it comes back', async () => {
    const [ada, ben] = [await join({ personId: 'ada' }), await join({ personId: 'ben' })]
    type(ada, 'How ')
    await saved(ada)
    expect(log.of('x').rows.map(({ personId }) => personId)).toEqual(['ada', 'ada'])
    await until(() => expect(textOf(ben.doc)).toBe('How It rained.'))
    type(ben, 'Well: ')
    await until(() => expect(textOf(ada.doc)).toBe('Well: How It rained.'))
    expect([...log.of('x').clients.values()]).toEqual(['ada', 'ben'])
  })

  it('[LIV3] is seen by nobody and acknowledged to nobody before it is committed', async () => {
    const [ada, ben] = [await join({ personId: 'ada' }), await join({ personId: 'ben' })]
    const door = gate()
    log.beforeAppend = () => door.opened
    type(ada, 'How ')
    ada.provider.sendStateless('mark:1')
    ben.provider.sendStateless('mark:2')
    // Ben's mark has been there and back: what Ada typed would have arrived with it.
    await until(() => expect([ben.heard, log.batches.length]).toEqual([['mark:2'], 1]))
    expect([textOf(ben.doc), ada.heard]).toEqual(['It rained.', []])
    const late = await join({ personId: 'cy' })
    expect(textOf(late.doc)).toBe('It rained.')
    door.open()
    await until(() =>
      expect([textOf(ben.doc), textOf(late.doc), ada.heard]).toEqual([
        'How It rained.',
        'How It rained.',
        ['mark:1'],
      ]),
    )
  })

  it('[LIV3] that cannot be committed closes the tab, and arrives when it comes back', async () => {
    const [ada, ben] = [await join({ personId: 'ada' }), await join({ personId: 'ben' })]
    log.beforeAppend = () => Promise.reject(new Error('the disk is full'))
    type(ada, 'How ')
    await until(() =>
      expect([ada.closed, ben.closed]).toEqual([[CLOSE.notSaved[0]], [CLOSE.notSaved[0]]]),
    )
    expect(textOf(ben.doc)).toBe('It rained.')
    expect(fixture.reports.some((report) => report.includes('not saved'))).toBe(true)
    log.beforeAppend = async () => {}
    const again = await join({ personId: 'ada' }, ada.doc)
    await saved(again)
    expect(log.of('x').headSeq).toBe(2)
    const bens = await join({ personId: 'ben' }, ben.doc)
    await until(() => expect(textOf(bens.doc)).toBe('How It rained.'))
  })

  it('[LIV3] reaches also those who come back while a slow one has not left yet', async () => {
    const ada = await join({ personId: 'ada' })
    const slow = await rawTab({ personId: 'ben' })
    log.beforeAppend = () => Promise.reject(new Error('no'))
    type(ada, 'How ')
    await until(() => expect(ada.closed).toHaveLength(1))
    log.beforeAppend = async () => {}
    const again = await join({ personId: 'ada' }, ada.doc)
    const edit = {
      type: 'annotate',
      annotationId: 'a',
      span: null,
      record: { kind: 'fact' },
      replace: true,
    } as const
    await fixture.server.collab.hold('x', (article) => article.write('rev', [edit]))
    await until(() => expect(again.doc.getMap('annotations').size).toBe(1))
    slow.terminate()
  })

  it('[LIV3] by the server itself reaches open tabs, after the log', async () => {
    const ada = await join({ personId: 'ada' })
    const edit = {
      type: 'annotate',
      annotationId: 'a',
      span: { blockIndex: 0, from: 0, to: 2 },
      record: { kind: 'fact' },
      replace: true,
    } as const
    await fixture.server.collab.hold('x', (article) => article.write('rev', [edit]))
    expect(log.of('x').rows.at(-1)?.personId).toBe('rev')
    await until(() =>
      expect(ada.doc.getText('text').toDelta()[1]).toEqual({
        insert: 'It',
        attributes: { 'annotation:a': true },
      }),
    )
  })

  it('[LIV3] offline arrives when the tab is back', async () => {
    const ada = await join({ personId: 'ada' })
    ada.leave()
    type(ada, 'Offline: ')
    await saved(await join({ personId: 'ada' }, ada.doc))
    expect(textOf((await join({ personId: 'ben' })).doc)).toBe('Offline: It rained.')
  })
})

/** A tab whose websocket does not answer a request to close. */
async function rawTab(request: Parameters<CollabFixture['ticket']>[0]): Promise<WebSocket> {
  const socket = new WebSocket(fixture.address('x'))
  const message = encoding.createEncoder()
  encoding.writeVarString(message, 'x')
  encoding.writeVarUint(message, 2)
  encoding.writeVarUint(message, 0)
  encoding.writeVarString(message, fixture.ticket(request))
  encoding.writeVarString(message, '4.7.0')
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(encoding.toUint8Array(message))
  await until(() =>
    expect(fixture.server.collab.present('x').map(({ id }) => id)).toContain(request.personId),
  )
  socket.pause()
  return socket
}

describe('what is refused', () => {
  it('[LIV5] everything that somebody writes who may only read', async () => {
    const [reader, ben] = [
      await join({ personId: 'cy', readOnly: true }),
      await join({ personId: 'ben' }),
    ]
    type(reader, 'No ')
    force(reader, new ClientDoc(9, seed).type(1, 'No '))
    await saved(reader)
    await saved(ben)
    expect([log.batches.length, textOf(ben.doc)]).toEqual([0, 'It rained.'])
    type(ben, 'Yes ')
    await until(() => expect(textOf(reader.doc)).toContain('Yes '))
  })

  it.each([
    ['malformed', () => new Uint8Array([1, 2, 3])],
    [
      'gap',
      () => {
        const client = new ClientDoc(9, seed)
        client.type(1, 'a')
        return client.type(1, 'b')
      },
    ],
    ['foreignClient', () => new ClientDoc(77, seed).type(1, 'a')],
    [
      'foreignRoot',
      () => new ClientDoc(9, seed).change((doc) => doc.getMap('approvals').set('a', 1)),
    ],
    ['tooLarge', () => new ClientDoc(9, seed).type(1, 'a'.repeat(2 * 1024 * 1024))],
  ] as const)(
    '[LIV5] an update that is %s: it closes the tab with its code, and reaches nobody',
    async (refusal, make) => {
      log.of('x').clients.set(77, 'somebody')
      const [eve, ben] = [await join({ personId: 'eve' }), await join({ personId: 'ben' })]
      force(eve, make())
      await until(() => expect(eve.closed).toEqual([CLOSE[refusal][0]]))
      await saved(ben)
      expect([textOf(ben.doc), ben.doc.share.has('approvals'), log.batches.length]).toEqual([
        'It rained.',
        false,
        0,
      ])
      expect(ben.closed).toEqual([])
    },
  )
})
