import { describe, expect, it } from 'vitest'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { gate } from '#lib/testing/memory-log.ts'
import { ada, ben, newRooms, reread, seed, textOf } from '#lib/testing/test-rooms.ts'

describe('a change', () => {
  it('[LOG1] is durable when it is acknowledged, and nobody sees it before', async () => {
    const { log, rooms, events } = newRooms()
    const door = gate()
    log.beforeAppend = () => door.opened
    let acknowledged = false
    const receiving = rooms.receive('x', ada, new ClientDoc(5, seed).type(1, 'How ')).then(() => {
      acknowledged = true
    })
    await eventually(() => expect(log.batches).toHaveLength(1))
    expect([acknowledged, textOf(await rooms.read('x'))]).toEqual([false, 'It leaks|It rained.'])
    expect(events.committed).not.toHaveBeenCalled()
    door.open()
    await receiving
    expect(await reread(log)).toBe('How It leaks|It rained.')
    expect(textOf(await rooms.read('x'))).toBe('How It leaks|It rained.')
    expect((await rooms.read('x')).seq).toBe(2)
    expect(events.committed).toHaveBeenCalledOnce()
  })

  it('[LOG1] that the log refuses is refused, its article dropped and read again', async () => {
    const { log, rooms, events } = newRooms()
    const before = await rooms.open('x')
    log.beforeAppend = async () => {
      throw new Error('the disk is full')
    }
    const client = new ClientDoc(5, seed)
    const update = client.type(1, 'How ')
    await expect(rooms.receive('x', ada, update)).rejects.toThrow('the disk is full')
    expect(events.discarded).toHaveBeenCalledExactlyOnceWith('x', expect.any(Error))
    expect(textOf(before.state)).toBe('It leaks|It rained.')
    log.beforeAppend = async () => {}
    expect(await rooms.open('x')).not.toBe(before)
    await rooms.receive('x', ada, update)
    expect(await reread(log)).toBe('How It leaks|It rained.')
  })

  it('[LOG1] whose commit nobody heard of is there after all, once', async () => {
    const { log, rooms } = newRooms()
    log.afterAppend = async () => {
      throw new Error('the connection broke')
    }
    const update = new ClientDoc(5, seed).type(1, 'How ')
    await expect(rooms.receive('x', ada, update)).rejects.toThrow('the connection broke')
    log.afterAppend = async () => {}
    expect(textOf(await rooms.read('x'))).toBe('How It leaks|It rained.')
    await rooms.receive('x', ada, update)
    expect(log.of('x').headSeq).toBe(2)
  })

  it('[LOG1] that waits behind one that failed is refused too: it was checked against what is dropped', async () => {
    const { log, rooms } = newRooms()
    const door = gate()
    log.beforeAppend = async () => {
      log.beforeAppend = async () => {}
      await door.opened
      throw new Error('no')
    }
    const first = rooms.receive('x', ada, new ClientDoc(5, seed).type(1, 'a'))
    await eventually(() => expect(log.batches).toHaveLength(1))
    const second = rooms.receive('x', ben, new ClientDoc(6, seed).type(1, 'b'))
    await eventually(() => expect(rooms.queue.length).toBe(1))
    door.open()
    expect((await Promise.allSettled([first, second])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ])
    expect(log.of('x').rows).toHaveLength(1)
  })

  it('[LOG1] of one article that fails does not keep its neighbours from theirs', async () => {
    const { log, rooms, events } = newRooms('x', 'y', 'z')
    for (const id of ['x', 'y', 'z']) await rooms.read(id)
    log.beforeAppend = async (rows) => {
      if (rows.some(({ articleId }) => articleId === 'y')) throw new Error('no')
    }
    const outcomes = await Promise.allSettled(
      ['x', 'y', 'z'].map((id) => rooms.receive(id, ada, new ClientDoc(5, seed).type(1, 'a'))),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(events.discarded.mock.calls.map(([id]) => id)).toEqual(['y'])
    expect([await reread(log, 'x'), await reread(log, 'y')]).toEqual([
      'aIt leaks|It rained.',
      'It leaks|It rained.',
    ])
  })

  it('[LOG2] that says nothing new is acknowledged and not appended', async () => {
    const { log, rooms } = newRooms()
    await rooms.receive('x', ada, seed)
    await rooms.receive('x', ada, new Uint8Array([0, 0]))
    expect(log.batches).toEqual([])
  })

  it('[LOG2] that is refused is counted, by its reason, and changes nothing', async () => {
    const { log, rooms, events, meter } = newRooms()
    const client = new ClientDoc(5, seed)
    client.type(1, 'a')
    await expect(rooms.receive('x', ada, client.type(1, 'b'))).rejects.toMatchObject({
      refusal: 'gap',
    })
    await expect(rooms.receive('x', ada, new Uint8Array([9]))).rejects.toMatchObject({
      refusal: 'malformed',
    })
    expect(meter.refused.mock.calls).toEqual([['gap'], ['malformed']])
    expect([log.batches.length, events.discarded.mock.calls.length]).toEqual([0, 0])
  })

  it('[LOG2] is articleFull when the article would grow beyond what a browser holds', async () => {
    const { log, rooms } = newRooms()
    const client = new ClientDoc(5, seed)
    const long = 'a'.repeat(2_000_000)
    for (let k = 0; k < 4; k++) await rooms.receive('x', ada, client.type(1, long))
    await expect(rooms.receive('x', ada, client.type(1, long))).rejects.toMatchObject({
      refusal: 'articleFull',
    })
    expect(log.of('x').headSeq).toBe(5)
    // What is deleted makes room again.
    const other = new ClientDoc(6, ...log.of('x').rows.map(({ update }) => update))
    await rooms.receive('x', ada, other.delete(1, 4_000_000))
    await rooms.receive('x', ada, other.type(1, long))
    expect(log.of('x').headSeq).toBe(7)
  })

  it('[LOG2] of two who claim one client id at once, only one gets it', async () => {
    const { log, rooms } = newRooms()
    await rooms.read('x')
    const outcomes = await Promise.allSettled([
      rooms.receive('x', ada, new ClientDoc(5, seed).type(1, 'a')),
      rooms.receive('x', ben, new ClientDoc(5, seed).type(1, 'bb')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect([...log.of('x').clients]).toEqual([[5, 'ada']])
  })
})

it('[LOG4] rows of many who write at once are numbered without a gap, and several go in one commit', async () => {
  const { log, rooms } = newRooms('x', 'y')
  const clients = Array.from({ length: 6 }, (_, k) => ({
    client: new ClientDoc(10 + k, seed),
    id: k % 2 ? 'x' : 'y',
  }))
  await Promise.all(
    clients.map(async ({ client, id }, k) => {
      for (let n = 0; n < 20; n++)
        await rooms.receive(id, { personId: `p${k}`, sessionId: null }, client.type(1, 'a'))
    }),
  )
  for (const id of ['x', 'y']) {
    expect(log.of(id).rows.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 61 }, (_, k) => k + 1),
    )
    expect(await reread(log, id)).toBe(`${'a'.repeat(60)}It leaks|It rained.`)
  }
  expect(rooms.queue.rows).toBe(120)
  expect(rooms.queue.commits).toBeLessThan(120)
})

it('[LOG4] a row that somebody else wrote meanwhile makes the process read the article again', async () => {
  const { log, rooms, events } = newRooms()
  await rooms.read('x')
  const bens = new ClientDoc(6, seed).type(1, 'b')
  log.of('x').rows.push({ seq: 2, personId: 'ben', at: new Date(), update: bens })
  log.of('x').headSeq = 2
  await expect(rooms.receive('x', ada, new ClientDoc(5, seed).type(1, 'a'))).rejects.toThrow(
    'Fenced',
  )
  expect(events.discarded).toHaveBeenCalledOnce()
  expect(textOf(await rooms.read('x'))).toBe('bIt leaks|It rained.')
})
