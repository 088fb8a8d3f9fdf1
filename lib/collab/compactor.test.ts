import { afterAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { gate, MemoryLog } from '#lib/testing/memory-log.ts'
import { ada, newRooms, nobody, reread, seed } from '#lib/testing/test-rooms.ts'
import { Compactor } from './compactor.ts'
import { foldLog, LogDamaged } from './fold-log.ts'
import { FoldingThread } from './folding-thread.ts'
import type { StoredLog } from './log-store.ts'
import { contentHash, makeSnapshot } from './make-snapshot.ts'
import { Rooms } from './rooms.ts'

/** An article of some rows, and what memory knows at the last. */
async function article(rows: number) {
  const { log, rooms } = newRooms()
  const client = new ClientDoc(5, seed)
  for (let n = 0; n < rows; n++) await rooms.receive('x', ada, client.type(1, `${n}.`))
  const { doc, headSeq: seq } = await rooms.open('x')
  return { log, task: { articleId: 'x', seq, stateVector: Y.encodeStateVector(doc) } }
}

const fold = async (log: StoredLog) => makeSnapshot(log)
const hashOf = (log: StoredLog) => contentHash(foldLog(log))

describe('a snapshot', () => {
  it('[LOG8] is stored when it reads back as what memory knows; the rows stay', async () => {
    const { log, task } = await article(20)
    const whole = await reread(log)
    expect(await new Compactor(log, fold).compact(task)).toBe(true)
    expect(log.of('x').snapshots).toMatchObject([{ seq: 21, stateVector: task.stateVector }])
    expect([log.of('x').rows.length, await reread(log)]).toEqual([21, whole])
  })

  it('[LOG8] is not stored when it is not what memory knows, or not what it says of itself', async () => {
    const { log, task } = await article(5)
    const stale = Y.encodeStateVector(new ClientDoc(9, seed).doc)
    await expect(new Compactor(log, fold).compact({ ...task, stateVector: stale })).rejects.toThrow(
      'is not what memory knows',
    )
    const changed = async (given: StoredLog) => ({ ...makeSnapshot(given), state: seed })
    await expect(new Compactor(log, changed).compact(task)).rejects.toThrow()
    const short = async (given: StoredLog) =>
      makeSnapshot({ ...given, headSeq: 3, tail: given.tail.slice(0, 3) })
    await expect(new Compactor(log, short).compact(task)).rejects.toThrow()
    await expect(new Compactor(log, fold).compact({ ...task, seq: 99 })).rejects.toThrow(
      'no row 99',
    )
    expect(log.of('x').snapshots).toEqual([])
  })

  it('[LOG8] is not made from a log that is damaged', async () => {
    const { log, task } = await article(5)
    log.of('x').rows.splice(2, 1)
    await expect(new Compactor(log, fold).compact(task)).rejects.toThrow(LogDamaged)
    expect(log.of('x').snapshots).toEqual([])
  })

  it('[LOG8] whatever step it ends at, the article is the same, and the next one is made', async () => {
    const steps = ['loadAt', 'fold', 'saveSnapshot before', 'saveSnapshot after'] as const
    for (const step of steps) {
      const { log, task } = await article(12)
      const whole = hashOf(await must(log.loadAt('x', task.seq)))
      const ends = (at: string) => {
        if (at === step) throw new Error('ended')
      }
      const dying = new Compactor(
        {
          loadAt: async (id, seq) => {
            ends('loadAt')
            return log.loadAt(id, seq)
          },
          saveSnapshot: async (made) => {
            ends('saveSnapshot before')
            await log.saveSnapshot(made)
            ends('saveSnapshot after')
          },
        },
        async (given) => {
          ends('fold')
          return makeSnapshot(given)
        },
      )
      await expect(dying.compact(task)).rejects.toThrow('ended')
      expect(hashOf(await must(log.load('x'))), step).toBe(whole)
      expect(await new Compactor(log, fold).compact(task)).toBe(true)
      expect(hashOf(await must(log.load('x'))), step).toBe(whole)
      await expect(dying.compact(task), 'it is free again').rejects.toThrow('ended')
    }
  })

  it('[LOG8] of one article is made once at a time', async () => {
    const { log, task } = await article(3)
    const door = gate()
    const compactor = new Compactor(log, async (given) => {
      await door.opened
      return makeSnapshot(given)
    })
    const first = compactor.compact(task)
    expect(await compactor.compact(task)).toBe(false)
    door.open()
    expect(await first).toBe(true)
  })
})

describe('when one is made', () => {
  it('[LOG8] after many bytes, and when an article that was changed leaves memory', async () => {
    const { log, rooms } = newRooms()
    const client = new ClientDoc(5, seed)
    for (let n = 0; n < 3; n++) await rooms.receive('x', ada, client.type(1, 'a'.repeat(100_000)))
    await rooms.settled()
    expect(log.of('x').snapshots.map(({ seq }) => seq)).toEqual([4])
    for (let n = 0; n < 50; n++) await rooms.receive('x', ada, client.type(1, 'b'))
    const { lastUsed } = await rooms.open('x')
    await rooms.sweep(lastUsed + 3_600_000)
    await rooms.settled()
    expect([rooms.size, log.of('x').snapshots.map(({ seq }) => seq)]).toEqual([0, [4, 54]])
  })

  it('[LOG8] those who write do not wait for it', async () => {
    const log = new MemoryLog()
    log.create('x', seed)
    const door = gate()
    const slow = vi.fn(async (given: StoredLog) => {
      await door.opened
      return makeSnapshot(given)
    })
    const rooms = new Rooms(log, nobody, { fold: slow })
    const client = new ClientDoc(5, seed)
    for (let n = 0; n < 510; n++) await rooms.receive('x', ada, client.type(1, 'a'))
    expect([log.of('x').headSeq, slow.mock.calls.length]).toEqual([511, 1])
    door.open()
    await rooms.settled()
    expect(log.of('x').snapshots.map(({ seq }) => seq)).toEqual([500])
  })
})

describe('the folding thread', () => {
  const thread = new FoldingThread()
  afterAll(() => thread.close())

  it('[LOG8] folds as this thread does', async () => {
    const { log, task } = await article(40)
    const given = await must(log.loadAt('x', task.seq))
    expect(await thread.snapshot(given)).toEqual(makeSnapshot(given))
    const { blocks } = await thread.content({ ...given, headSeq: 3, tail: given.tail.slice(0, 3) })
    expect(blocks[0]).toMatchObject({ text: '1.0.It leaks' })
  })

  it('[LOG3] names what is damaged', async () => {
    const { log, task } = await article(4)
    const given = await must(log.loadAt('x', task.seq))
    const error: unknown = await thread
      .snapshot({ ...given, tail: given.tail.slice(1) })
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(LogDamaged)
    expect(error).toMatchObject({ doubt: 'rowMissing', seq: 1 })
  })

  it('[LOG8] that dies fails what it was at, and the next task has a new one', async () => {
    const { log, task } = await article(4)
    const given = await must(log.loadAt('x', task.seq))
    // One that has not begun to run yet: it dies before it can answer.
    const dying = new FoldingThread()
    const [failed] = await Promise.allSettled([dying.snapshot(given), dying.close()])
    expect(failed).toMatchObject({ status: 'rejected' })
    expect(await dying.snapshot(given)).toEqual(makeSnapshot(given))
    await dying.close()
  })
})

async function must<T>(value: Promise<T | null>): Promise<T> {
  const found = await value
  if (found === null) throw new Error('Nothing was found')
  return found
}
