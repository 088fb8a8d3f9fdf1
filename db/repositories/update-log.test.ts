import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/connection.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { appendRows, Fenced, type NewRow } from './append-rows.ts'
import { findArticle, insertArticle } from './articles.ts'
import {
  insertSnapshot,
  loadArticle,
  loadArticleAt,
  type NewSnapshot,
  rowsAfter,
} from './update-log.ts'

const now = new Date('2026-01-01T00:00:00.000Z')

async function newArticle(database: Database): Promise<string> {
  const id = randomUUID()
  const { id: createdBy } = await addActor(database, id, ['writer'])
  const row = {
    id,
    slug: id,
    lang: 'en',
    title: 'T',
    searchText: '',
    createdBy,
    schemaVersion: 1,
    now,
  }
  await insertArticle(database.handle, row, new Uint8Array([0, 0]))
  return id
}

const row = (articleId: string, seq: number, fields: Partial<NewRow> = {}): NewRow => ({
  ...{ articleId, seq, epoch: 1, personId: 'ada', sessionId: null, at: now, newClients: [] },
  update: new Uint8Array([seq, 0, 255]),
  ...fields,
})

const made = (articleId: string, seq: number): NewSnapshot => ({
  ...{ articleId, seq, state: new Uint8Array([9]), sha256: `of ${seq}` },
  ...{ stateVector: new Uint8Array([seq, 1]), contentHash: 'h' },
})

withSharedDatabase('the update log', (open) => {
  it('[LOG1] what was appended is there, byte for byte and in order', async () => {
    const database = open()
    const id = await newArticle(database)
    await appendRows(database, [row(id, 2, { newClients: [7] }), row(id, 3, { personId: 'ben' })])
    await appendRows(database, [row(id, 4)])
    const stored = await loadArticle(database, id)
    expect(stored?.tail.map(({ seq, intact }) => [seq, intact])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
    ])
    expect([...(stored?.tail[3]?.update ?? [])]).toEqual([4, 0, 255])
    expect(stored).toMatchObject({ headSeq: 4, epoch: 1, schemaVersion: 1, snapshot: null })
    expect([...(stored?.clients ?? [])]).toEqual([[7, 'ada']])
    const rows = await rowsAfter(database.handle, id, 1)
    expect(rows.map(({ seq, personId }) => [seq, personId])).toEqual([
      [2, 'ada'],
      [3, 'ben'],
      [4, 'ada'],
    ])
    expect(await findArticle(database.handle, id)).toMatchObject({
      headSeq: 4,
      changedAt: now.toISOString(),
    })
    expect(await loadArticle(database, randomUUID())).toBeNull()
  })

  it('[LOG4] rows of several articles are all appended, or none is', async () => {
    const database = open()
    const [a, b] = [await newArticle(database), await newArticle(database)]
    await expect(appendRows(database, [row(a, 2), row(b, 3)])).rejects.toThrow(Fenced)
    expect((await loadArticle(database, a))?.headSeq).toBe(1)
    expect((await loadArticle(database, a))?.tail).toHaveLength(1)
    await appendRows(database, [row(a, 2), row(b, 2), row(a, 3)])
    expect((await loadArticle(database, a))?.headSeq).toBe(3)
  })

  it('[LOG4] a process that lost the article, or missed a row of it, appends no more', async () => {
    const database = open()
    const id = await newArticle(database)
    for (const late of [
      row(id, 1),
      row(id, 3),
      row(id, 2, { epoch: 2 }),
      row(id, 2, { epoch: 0 }),
    ]) {
      await expect(appendRows(database, [late])).rejects.toThrow(Fenced)
    }
    await appendRows(database, [row(id, 2)])
    await expect(appendRows(database, [row(id, 2)])).rejects.toThrow(Fenced)
    await database.handle.execute(sql`update article set epoch = 2 where id = ${id}`)
    await expect(appendRows(database, [row(id, 3)])).rejects.toThrow(Fenced)
    await appendRows(database, [row(id, 3, { epoch: 2 })])
    await expect(appendRows(database, [row(randomUUID(), 1)])).rejects.toThrow(Fenced)
  })

  it('[LOG4] of two who append at once, one does, and the numbers have no gap', async () => {
    const database = open()
    const id = await newArticle(database)
    const race = await Promise.allSettled([1, 2, 3].map(() => appendRows(database, [row(id, 2)])))
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await loadArticle(database, id))?.tail.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('[LOG4] a client id stays with the person it was bound to first', async () => {
    const database = open()
    const id = await newArticle(database)
    await appendRows(database, [row(id, 2, { newClients: [2 ** 32 - 1] })])
    await appendRows(database, [row(id, 3, { newClients: [2 ** 32 - 1], personId: 'ben' })])
    expect([...((await loadArticle(database, id))?.clients ?? [])]).toEqual([[2 ** 32 - 1, 'ada']])
  })

  it('[LOG8] the newest snapshot comes with the rows after it, at one moment', async () => {
    const database = open()
    const id = await newArticle(database)
    await appendRows(database, [row(id, 2), row(id, 3), row(id, 4)])
    for (const seq of [2, 3]) {
      const state = new Uint8Array([seq])
      await insertSnapshot(database.handle, { ...made(id, seq), state })
    }
    await insertSnapshot(database.handle, { ...made(id, 3), sha256: 'late' })
    const stored = await loadArticle(database, id)
    expect([...(stored?.snapshot?.state ?? [])]).toEqual([3])
    expect(stored?.snapshot).toMatchObject({ seq: 3, sha256: 'of 3' })
    expect(stored?.tail.map(({ seq }) => seq)).toEqual([4])
    // Whoever reads while others append sees a head that fits the rows.
    const [reads] = await Promise.all([
      Promise.all(Array.from({ length: 10 }, () => loadArticle(database, id))),
      (async () => {
        for (let seq = 5; seq < 15; seq++) await appendRows(database, [row(id, seq)])
      })(),
    ])
    for (const read of reads) expect(3 + (read?.tail.length ?? 0)).toBe(read?.headSeq)
  })

  it('[LOG8] the log as it was at any row, from the nearest snapshot before it', async () => {
    const database = open()
    const id = await newArticle(database)
    await appendRows(database, [row(id, 2), row(id, 3), row(id, 4), row(id, 5)])
    for (const seq of [2, 4]) await insertSnapshot(database.handle, made(id, seq))
    const at = async (seq: number) => {
      const log = await loadArticleAt(database, id, seq)
      return log && [log.headSeq, log.snapshot?.seq ?? 0, log.tail.map((entry) => entry.seq)]
    }
    expect([await at(1), await at(2), await at(3)]).toEqual([
      [1, 0, [1]],
      [2, 2, []],
      [3, 2, [3]],
    ])
    expect([await at(5), await at(6), await at(0)]).toEqual([[5, 4, [5]], null, null])
    expect(await loadArticleAt(database, randomUUID(), 1)).toBeNull()
    expect((await loadArticleAt(database, id, 4))?.snapshot?.stateVector).toEqual(
      new Uint8Array([4, 1]),
    )
  })

  it('[LOG1] rows of any size are read as they are, however many, and one that is missing is none', async () => {
    const database = open()
    const id = await newArticle(database)
    const sized = Array.from({ length: 400 }, (_, at) =>
      row(id, at + 2, { update: new Uint8Array((at * 37) % 300).fill(at) }),
    )
    await appendRows(database, sized)
    await database.handle.execute(
      sql`delete from article_update where article_id = ${id} and seq = 300`,
    )
    const { tail } = (await loadArticleAt(database, id, 390)) ?? { tail: [] }
    const expected = sized.filter(({ seq }) => seq <= 390 && seq !== 300)
    expect(tail.slice(1).map(({ seq, update }) => [seq, ...update])).toEqual(
      expected.map(({ seq, update }) => [seq, ...update]),
    )
    expect(tail.every(({ intact }) => intact)).toBe(true)
  })

  it('[LOG8] of the snapshots of a stretch one is kept, and the newest two', async () => {
    const database = open()
    const id = await newArticle(database)
    for (const seq of [500, 1000, 3999, 4000, 4500, 8100, 8200, 8300]) {
      await insertSnapshot(database.handle, made(id, seq))
    }
    const kept = await database.handle.execute(
      sql`select seq from article_snapshot where article_id = ${id} order by seq`,
    )
    expect(
      (kept as unknown as { rows: { seq: number }[] }).rows.map(({ seq }) => Number(seq)),
    ).toEqual([500, 4000, 8100, 8200, 8300])
  })

  it('[LOG3] a row that is not what was stored, or not where, is told', async () => {
    const database = open()
    const id = await newArticle(database)
    await appendRows(database, [row(id, 2), row(id, 3), row(id, 4)])
    const intact = async () => (await loadArticle(database, id))?.tail.map((entry) => entry.intact)
    expect(await intact()).toEqual([true, true, true, true])
    await database.handle.execute(
      sql`update article_update set update = set_byte(update, 1, 7) where article_id = ${id} and seq = 3`,
    )
    expect(await intact()).toEqual([true, true, false, true])
    await database.handle.execute(
      sql`update article_update set checksum = null where article_id = ${id} and seq = 3`,
    )
    expect(await intact()).toEqual([true, true, true, true])
  })
})
