import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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
const loose: unknown[] = []
const note = (error: unknown) => loose.push(error)

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  log = new MemoryLog()
  log.create('x', seed)
  fixture = await startCollab(log)
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await fixture.stop()
  process.off('unhandledRejection', note)
  process.off('uncaughtException', note)
  expect(loose.splice(0)).toEqual([])
})

async function join(...args: Parameters<CollabFixture['join']>): Promise<Tab> {
  const tab = fixture.join(...args)
  await until(() => expect(tab.doc.getText('text').length).toBeGreaterThan(0))
  return tab
}

describe('[OPS5] nothing that fails ends the process', () => {
  const broken = () => Promise.reject(new Error('the database is gone'))
  const thrown = () => {
    throw new Error('the database is gone')
  }

  it.each([
    ['load', broken],
    ['load', thrown],
    ['append', broken],
    ['append', thrown],
    ['rowsAfter', broken],
    ['saveSnapshot', broken],
    ['loadAt', thrown],
    ['headOf', broken],
  ] as const)('[OPS5] %s %o, while people come, write and leave', async (name, failing) => {
    const ada = await join({ personId: 'ada' })
    const working = log[name].bind(log)
    Object.assign(log, { [name]: failing })
    const ben = fixture.join({ personId: 'ben' })
    await until(() => expect(ben.socket.webSocket?.readyState).toBe(1))
    const client = new ClientDoc(5, seed)
    force(ada, client.type(1, 'a'.repeat(300_000)))
    ada.provider.setAwarenessField('caret', 1)
    await fixture.server.collab.hold('x', (held) => held.authors([])).catch(() => null)
    await fixture.server.collab.readAt('x', 1).catch(() => null)
    ada.leave()
    ben.leave()
    await until(() => expect(fixture.server.counts()).toEqual({ sockets: 0, documents: 0 }))
    await fixture.server.rooms.settled()
    Object.assign(log, { [name]: working })
    await saved(await join({ personId: 'cy' }))
  })

  it('[OPS5] rights that cannot be asked for let nobody in', async () => {
    fixture.lost.has = thrown
    const failed = vi.fn()
    const tab = fixture.join({})
    tab.provider.on('authenticationFailed', failed)
    await until(() => expect(failed).toHaveBeenCalled())
  })
})

it('[OPS4] who writes while the server ends is told to come back, and what was in hand is committed', async () => {
  const ada = await join({ personId: 'ada' })
  const door = gate()
  log.beforeAppend = () => door.opened
  ada.doc.getText('text').insert(1, 'How ')
  await until(() => expect(log.batches).toHaveLength(1))
  let ended = false
  const ending = fixture.server.close().then(() => {
    ended = true
  })
  await until(() => expect(ada.closed).toEqual([CLOSE.restarting[0]]))
  expect([ended, log.of('x').headSeq]).toEqual([false, 1])
  door.open()
  await ending
  expect(log.of('x').headSeq).toBe(2)
})
