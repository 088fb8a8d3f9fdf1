import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#lib/domain/text/flat-text.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { eventually } from '#lib/testing/eventually.ts'
import type { MemoryLog } from '#lib/testing/memory-log.ts'
import { ada, newRooms, nobody, seed, textOf } from '#lib/testing/test-rooms.ts'
import { ArticleUnavailable } from './ports.ts'
import { Rooms } from './rooms.ts'

describe('[LOG3] an article that is not whole is not served', () => {
  const refused = async (damage: (log: MemoryLog) => void, reason = 'damaged') => {
    const { log, rooms } = newRooms()
    const client = new ClientDoc(5, seed)
    for (const word of ['a', 'b', 'c']) await rooms.receive('x', ada, client.type(1, word))
    damage(log)
    const late = new Rooms(log, nobody)
    const error: unknown = await late.read('x').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ArticleUnavailable)
    expect(error).toMatchObject({ reason })
    await expect(late.receive('x', ada, client.type(1, 'd'))).rejects.toThrow(ArticleUnavailable)
    await expect(late.hold('x', async () => null)).rejects.toThrow(ArticleUnavailable)
    expect(late.size).toBe(0)
    return late
  }
  const snapshot = (log: MemoryLog, seq: number, state: Uint8Array, hash = sha256(state)) => {
    const stateVector = Y.encodeStateVectorFromUpdate(stateAt(log, seq))
    log
      .of('x')
      .snapshots.push({ articleId: 'x', seq, state, stateVector, sha256: hash, contentHash: '' })
  }
  const stateAt = (log: MemoryLog, seq: number) =>
    Y.encodeStateAsUpdate(
      new ClientDoc(
        9,
        ...log
          .of('x')
          .rows.slice(0, seq)
          .map(({ update }) => update),
      ).doc,
    )

  it.each<[string, (log: MemoryLog) => void, string?]>([
    ['a row is missing', (log) => log.of('x').rows.splice(1, 1)],
    ['the first row is missing', (log) => log.of('x').rows.shift()],
    ['the last row is missing', (log) => log.of('x').rows.pop()],
    [
      'a row has the number of another',
      (log) => Object.assign(log.of('x').rows[2] ?? {}, { seq: 2 }),
    ],
    ['all rows are missing', (log) => log.of('x').rows.splice(0)],
    ['a row is cut off', (log) => cutRow(log, 1)],
    ['a row is empty', (log) => replaceRow(log, 2, new Uint8Array())],
    ['a row rests on one that is not there', (log) => replaceRow(log, 1, new Uint8Array([0, 0]))],
    [
      'a snapshot is changed',
      (log) => snapshot(log, 2, stateAt(log, 2), sha256(new Uint8Array([1]))),
    ],
    ['a snapshot is ahead of the log', (log) => snapshot(log, 9, stateAt(log, 4))],
    ['a snapshot lacks a row that it says it has', (log) => snapshot(log, 3, stateAt(log, 1))],
    ['the newest snapshot lacks its last rows', (log) => snapshot(log, 4, stateAt(log, 3))],
    [
      'a row is not what was stored',
      (log) => Object.assign(log.of('x').rows[1] ?? {}, { intact: false }),
    ],
    ['the log goes on where it ends', (log) => (log.of('x').headSeq = 3)],
    [
      'it is of a newer schema',
      (log) => Object.assign(log.of('x'), { schemaVersion: SCHEMA_VERSION + 1 }),
      'schema',
    ],
    [
      'it is of an older schema',
      (log) => Object.assign(log.of('x'), { schemaVersion: SCHEMA_VERSION - 1 }),
      'schema',
    ],
    ['it does not exist', (log) => log.articles.delete('x'), 'missing'],
    [
      'the database does not answer',
      (log) => Object.assign(log, { load: () => Promise.reject(new Error('gone')) }),
      'storage',
    ],
  ])('[LOG3] when %s', async (_, damage, reason) => {
    await refused(damage, reason)
  })

  it('[LOG3] and both versions are named when it is of another schema', async () => {
    const { log, rooms } = newRooms()
    log.of('x').schemaVersion = 7
    await expect(rooms.read('x')).rejects.toThrow(
      `The article has schema version 7; this server reads ${SCHEMA_VERSION}.`,
    )
  })

  it('[LOG3] and it is served again when it is whole again', async () => {
    let taken: ReturnType<MemoryLog['of']>['rows'] = []
    let damaged: MemoryLog | undefined
    const late = await refused((log) => {
      damaged = log
      taken = log.of('x').rows.splice(3, 1)
    })
    damaged?.of('x').rows.push(...taken)
    expect(textOf(await late.read('x'))).toBe('cbaIt leaks|It rained.')
  })
})

function replaceRow(log: MemoryLog, at: number, update: Uint8Array) {
  const row = log.of('x').rows[at]
  if (row) row.update = update
}

function cutRow(log: MemoryLog, at: number) {
  replaceRow(log, at, log.of('x').rows[at]?.update.slice(0, -3) ?? seed)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('[LOG8] a snapshot with the rows after it equals the whole log', async () => {
  const { log, rooms } = newRooms()
  const client = new ClientDoc(5, seed)
  for (let n = 0; n < 520; n++) {
    const update =
      n % 7 === 6
        ? client.delete(1, 3)
        : n % 11 === 10
          ? client.change((doc) =>
              doc.getText('text').format(1, 4, { bold: n % 2 ? true : null, 'annotation:a': true }),
            )
          : client.type(1 + (n % 5), `${n}.`)
    await rooms.receive('x', ada, update)
  }
  await rooms.settled()
  expect(log.of('x').snapshots.map(({ seq }) => seq)).toEqual([500])
  const late = new Rooms(log, nobody)
  const state = await late.read('x')
  log.of('x').snapshots = []
  const replayed = await new Rooms(log, nobody).read('x')
  expect(state.content).toEqual(replayed.content)
  expect((await rooms.read('x')).content).toEqual(replayed.content)
  expect(state.seq).toBe(521)
})

it('[LOG8] a snapshot that cannot be stored hinders nobody', async () => {
  const { log, rooms, meter } = newRooms()
  log.saveSnapshot = () => Promise.reject(new Error('no'))
  const client = new ClientDoc(5, seed)
  for (let n = 0; n < 500; n++) await rooms.receive('x', ada, client.type(1, 'a'))
  await eventually(() => expect(meter.refused.mock.calls).toEqual([['snapshotFailed']]))
  expect(log.of('x').headSeq).toBe(501)
})
