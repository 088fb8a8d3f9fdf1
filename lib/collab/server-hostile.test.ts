import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { type CollabFixture, force, startCollab, until } from '#lib/testing/collab-fixture.ts'
import { MemoryLog } from '#lib/testing/memory-log.ts'

const seed = seedOf('It rained.')
let log: MemoryLog
let fixture: CollabFixture

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  log = new MemoryLog()
  log.create('x', seed)
  fixture = await startCollab(log)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await fixture.stop()
})

const textOf = (doc: Y.Doc) => doc.getText('text').toString()

/** Asks for a websocket in so many words; what the server answers first. */
function knock(host: string, path = '/collab/x'): Promise<string> {
  const { port } = new URL(fixture.address('x'))
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`${lines.join('\r\n')}\r\n\r\n`),
    )
    socket.on('error', reject)
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString('latin1').slice(0, 12))
    })
  })
}

it('[LIV1] a host or a path that is no address ends nothing but its own request', async () => {
  for (const host of ['%%%', '[', 'user:word@host', 'a b', '']) {
    expect(await knock(host)).toBe('HTTP/1.1 101')
  }
  for (const path of ['/collab/%', '/collab/%00', '/collab//', '/collab/?[']) {
    expect(await knock('localhost', path)).toBe('HTTP/1.1 101')
  }
  const tab = fixture.join({})
  await until(() => expect(textOf(tab.doc)).toBe('It rained.'))
})

it('[LIV4] who is sent out writes nothing more, also when they do not leave', async () => {
  const tab = fixture.join({ personId: 'eve' })
  await until(() => expect(textOf(tab.doc)).toBe('It rained.'))
  const eve = new ClientDoc(66, seed)
  force(tab, eve.type(1, 'first '))
  await until(() => expect(log.of('x').rows).toHaveLength(2))
  const { webSocket } = tab.socket
  // The closing frame goes unanswered: to this tab the socket is as open as before.
  const raw = (webSocket as unknown as { _socket: { removeAllListeners(name: string): void } })
    ._socket
  raw.removeAllListeners('data')
  fixture.server.collab.revoke({ personId: 'eve' })
  force(tab, eve.type(1, 'second '))
  // Once it is cut off, nothing that it sent can still be on its way.
  await until(() => expect(fixture.server.counts().sockets).toBe(0))
  expect(log.of('x').rows).toHaveLength(2)
})
