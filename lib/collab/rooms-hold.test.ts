import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { gate } from '#lib/testing/memory-log.ts'
import { ada, newRooms, seed, textOf } from '#lib/testing/test-rooms.ts'

describe('[LOG7] while an article is held', () => {
  const annotate = (annotationId: string) =>
    ({
      type: 'annotate',
      annotationId,
      span: { blockIndex: 1, from: 0, to: 10 },
      record: { kind: 'fact' },
      replace: true,
    }) as const

  it('[LOG7] others wait, those of other articles do not, and what the holder writes is first', async () => {
    const { log, rooms } = newRooms('x', 'y')
    const door = gate()
    const held = rooms.hold('x', async (article) => {
      await door.opened
      const { seq } = await article.write('rev', [annotate('a')])
      return seq
    })
    const writes = rooms.receive('x', ada, new ClientDoc(5, seed).type(1, 'a'))
    await rooms.receive('y', ada, new ClientDoc(5, seed).type(1, 'a'))
    await rooms.receive('y', ada, new ClientDoc(6, seed).type(1, 'b'))
    expect(log.of('x').rows).toHaveLength(1)
    door.open()
    expect(await held).toBe(2)
    await writes
    expect(log.of('x').rows.map(({ personId }) => personId)).toEqual(['ada', 'rev', 'ada'])
  })

  it('[LOG7] a batch that was on its way is in the state that the holder sees', async () => {
    const { log, rooms } = newRooms()
    const door = gate()
    log.beforeAppend = () => door.opened
    const writing = rooms.receive('x', ada, new ClientDoc(5, seed).type(1, 'a'))
    await eventually(() => expect(log.batches).toHaveLength(1))
    const held = rooms.hold('x', async ({ state }) => textOf(state))
    door.open()
    expect(await held).toBe('aIt leaks|It rained.')
    await writing
  })

  it('[LOG7] the next holder waits for the first, also when that one fails', async () => {
    const { rooms } = newRooms()
    const order: string[] = []
    const tasks = ['one', 'two', 'three'].map((name) =>
      rooms.hold('x', async () => {
        order.push(`${name} in`)
        await new Promise((resolve) => setImmediate(resolve))
        order.push(`${name} out`)
        if (name === 'one') throw new Error('no')
      }),
    )
    expect((await Promise.allSettled(tasks)).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
    expect(order.map((step) => step.split(' ')[1]).join()).toBe('in,out,in,out,in,out')
  })

  it('[LOG7] an end of the process waits for it, and for who waits behind it', async () => {
    const { log, rooms } = newRooms()
    const door = gate()
    const held = rooms.hold('x', () => door.opened)
    const writing = rooms.receive('x', ada, new ClientDoc(5, seed).type(1, 'a'))
    await eventually(() => expect(rooms.queue.length).toBe(1))
    const flushed = rooms.queue.flushed()
    door.open()
    await flushed
    expect(log.of('x').headSeq).toBe(2)
    await Promise.all([held, writing])
  })

  it('[LOG7] the server’s own change goes the same way: the log first, then to those who look on', async () => {
    const { log, rooms, events } = newRooms()
    const live = new ClientDoc(3, seed).doc
    const room = await rooms.open('x')
    room.live = live
    log.beforeAppend = async () => {
      throw new Error('no')
    }
    await expect(
      rooms.hold('x', (article) => article.write('rev', [annotate('a')])),
    ).rejects.toThrow('no')
    expect([live.getMap('annotations').size, room.state.content.annotations.size]).toEqual([0, 0])
    expect(events.discarded).toHaveBeenCalledOnce()
    log.beforeAppend = async () => {}
    ;(await rooms.open('x')).live = live
    const state = await rooms.hold('x', (article) => article.write('rev', [annotate('a')]))
    expect(state.content.annotations.get('a')?.kind).toBe('fact')
    expect(live.getMap('annotations').size).toBe(1)
    expect(log.of('x').rows.at(-1)?.personId).toBe('rev')
    const gone = await rooms.hold('x', (article) =>
      article.write('rev', [{ type: 'unannotate', annotationId: 'a' }]),
    )
    expect(gone.content.annotations.size).toBe(0)
    expect(live.getText('text').toDelta()).toEqual(
      new ClientDoc(4, seed).doc.getText('text').toDelta(),
    )
  })
})

it('a room that nobody is in and nobody asks for is freed', async () => {
  const { rooms } = newRooms('x', 'y')
  ;(await rooms.open('x')).live = new Y.Doc()
  const { lastUsed } = await rooms.open('y')
  await rooms.sweep(lastUsed + 60_000)
  expect(rooms.size).toBe(2)
  await rooms.sweep(lastUsed + 3_600_000)
  expect(rooms.size).toBe(1)
  await rooms.release('x')
  await rooms.sweep(lastUsed + 3_600_000)
  expect(rooms.size).toBe(0)
})

it('[AUT1] nobody is cleared of what they wrote by a row that is damaged or gone', async () => {
  const { log, rooms } = newRooms()
  const client = new ClientDoc(5, seed)
  for (const word of ['a', 'b', 'c']) await rooms.receive('x', ada, client.type(1, word))
  const authors = () => rooms.hold('x', (article) => article.authors([]))
  Object.assign(log.of('x').rows[2] ?? {}, { intact: false })
  await expect(authors()).rejects.toMatchObject({ reason: 'damaged' })
  Object.assign(log.of('x').rows[2] ?? {}, { intact: true })
  expect((await authors())[0]).toEqual(new Set(['ada']))
})

it('[AUT1] others have their turn while the authors of a long log are found', async () => {
  const { rooms } = newRooms()
  const client = new ClientDoc(5, seed)
  for (let n = 0; n < 450; n++) await rooms.receive('x', ada, client.type(1, 'a'))
  let turns = 0
  let found = false
  const wait = () =>
    setImmediate(() => {
      turns += 1
      if (!found) wait()
    })
  wait()
  const authors = await rooms.hold('x', (article) => article.authors([]))
  found = true
  expect(authors[0]).toEqual(new Set(['ada']))
  expect(turns).toBeGreaterThan(3)
})
