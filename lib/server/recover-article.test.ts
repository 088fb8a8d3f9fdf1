import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Database } from '#db/connection.ts'
import { insertArticle } from '#db/repositories/articles.ts'
import { verifyAudit } from '#db/repositories/audit.ts'
import { updateLogOf } from '#db/repositories/update-log.ts'
import { Compactor } from '#lib/collab/compactor.ts'
import { makeSnapshot } from '#lib/collab/make-snapshot.ts'
import { Rooms } from '#lib/collab/rooms.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { nobody, seed, textOf } from '#lib/testing/test-rooms.ts'
import { recoverArticle } from './recover-article.ts'

const now = new Date('2026-01-01T00:00:00.000Z')
const look = { check: true, text: false }
const repair = { check: false, text: false }

/** An article of 21 rows with snapshots at rows 10 and 20. */
async function article(database: Database) {
  const id = randomUUID()
  const { id: createdBy } = await addActor(database, id, ['writer'])
  const fields = { id, slug: id, lang: 'en', title: 'T', searchText: '', createdBy, now }
  await insertArticle(database.handle, { ...fields, schemaVersion: 1 }, seed)
  const rooms = new Rooms(updateLogOf(database), nobody)
  const compactor = new Compactor(updateLogOf(database), async (log) => makeSnapshot(log))
  const client = new ClientDoc(5, seed)
  const ada = { personId: createdBy, sessionId: null }
  for (let n = 2; n <= 21; n++) {
    await rooms.receive(id, ada, client.type(1, `${n}.`))
    if (n % 10) continue
    const { doc } = await rooms.open(id)
    await compactor.compact({ articleId: id, seq: n, stateVector: Y.encodeStateVector(doc) })
  }
  return id
}

withSharedDatabase('recovery', (open) => {
  const read = async (id: string) => textOf(await new Rooms(updateLogOf(open()), nobody).read(id))
  const rowsOf = async (id: string) => {
    const found = await open().handle.execute(
      sql`select md5(string_agg(md5(update) || seq, ',' order by seq)) as rows from article_update where article_id = ${id}`,
    )
    return (found as unknown as { rows: { rows: string }[] }).rows[0]?.rows
  }
  const damaged = async (damage: (id: string) => readonly SQL[]) => {
    const id = await article(open())
    const whole = await read(id)
    for (const statement of damage(id)) await open().handle.execute(statement)
    return { id, whole }
  }

  const flip = (id: string, seq: number) =>
    sql`update article_snapshot set state = set_byte(state, 9, get_byte(state, 9) # 1) where article_id = ${id} and seq = ${seq}`
  const forge = (id: string, seq: number, state: Uint8Array) =>
    sql`update article_snapshot set state = ${Buffer.from(state)}, sha256 = encode(sha256(${Buffer.from(state)}), 'hex'), state_vector = null where article_id = ${id} and seq = ${seq}`

  it.each<readonly [string, (id: string) => readonly SQL[], RegExp]>([
    ['the newest snapshot is damaged', (id) => [flip(id, 20)], /snapshot 20 is damaged/i],
    [
      'all snapshots are damaged',
      (id) => [flip(id, 10), flip(id, 20)],
      /snapshot 10 is damaged[\s\S]*snapshot 20 is damaged/i,
    ],
    [
      'the newest snapshot is shrunken',
      (id) => [forge(id, 20, seed)],
      /Snapshot 20 says something else/,
    ],
    [
      'the record ends too early',
      (id) => [sql`update article set head_seq = 19 where id = ${id}`],
      /ends at row 19; its rows go to 21/,
    ],
  ])('[OPS3] %s: it is repaired, and nothing is lost', async (_, damage, finding) => {
    const { id, whole } = await damaged(damage)
    const rows = await rowsOf(id)
    const found = await recoverArticle(open(), id, look)
    expect([found.whole, await rowsOf(id)]).toEqual([false, rows])
    expect(found.lines.join('\n')).toMatch(finding)
    expect(found.lines.at(-1)).toContain(`npm run recover -- ${id}`)
    await expect(read(id)).rejects.toThrow(`npm run recover -- ${id}`)

    const done = await recoverArticle(open(), id, repair)
    expect(done.whole).toBe(true)
    expect(done.lines.join('\n')).toMatch(/Made snapshot 21.*No row was added, changed or removed/)
    expect([await read(id), await rowsOf(id)]).toEqual([whole, rows])
    const recorded = await open().handle.execute(
      sql`select 1 from audit where action = 'article.recovered' and article_id = ${id}`,
    )
    expect((recorded as unknown as { rows: unknown[] }).rows).toHaveLength(1)
    expect(await verifyAudit(open().handle)).toBeNull()
    expect((await recoverArticle(open(), id, repair)).lines.at(-1)).toBe(
      'It is whole. Nothing was changed.',
    )
  })

  it.each<readonly [string, (id: string) => readonly SQL[], RegExp, number]>([
    [
      'the last row is missing',
      (id) => [sql`delete from article_update where article_id = ${id} and seq = 21`],
      /Row 21 is missing/,
      20,
    ],
    [
      'a row is damaged that no snapshot holds',
      (id) => [
        sql`delete from article_snapshot where article_id = ${id}`,
        sql`update article_update set update = set_byte(update, 3, 77) where article_id = ${id} and seq = 12`,
      ],
      /Row 12 is not what was stored/,
      11,
    ],
    [
      'a row without a checksum cannot be read',
      (id) => [
        sql`delete from article_snapshot where article_id = ${id}`,
        sql`update article_update set checksum = null, update = '\\x0102' where article_id = ${id} and seq = 3`,
      ],
      /Row 3 cannot be read/,
      2,
    ],
  ])(
    '[OPS3] %s: nothing is touched, and what is left is said',
    async (_, damage, finding, last) => {
      const { id } = await damaged(damage)
      const rows = await rowsOf(id)
      const done = await recoverArticle(open(), id, { check: false, text: true })
      expect(done.whole).toBe(false)
      const said = done.lines.join('\n')
      expect(said).toMatch(finding)
      expect(said).toContain(`It can be read up to row ${last}`)
      expect(said).toMatch(new RegExp(`^${last === 2 ? '2.It' : `${last}.`}`, 'm'))
      expect(await rowsOf(id)).toBe(rows)
      await expect(read(id)).rejects.toThrow()
    },
  )

  it('[OPS3] a row that is missing below a snapshot: the text is whole, its history is not', async () => {
    const { id, whole } = await damaged((article) => [
      sql`delete from article_update where article_id = ${article} and seq = 4`,
    ])
    const done = await recoverArticle(open(), id, repair)
    expect([done.whole, await read(id)]).toEqual([true, whole])
    expect(done.lines.join('\n')).toMatch(/Row 4 is missing[\s\S]*what is damaged is its history/)
  })

  it('[OPS3] an older snapshot and the rows after it, when rows below are gone', async () => {
    const { id, whole } = await damaged((article) => [
      sql`delete from article_update where article_id = ${article} and seq = 4`,
      flip(article, 20),
    ])
    await expect(read(id)).rejects.toThrow()
    expect((await recoverArticle(open(), id, repair)).whole).toBe(true)
    expect(await read(id)).toBe(whole)
  })

  it('[OPS3] another schema, and no article at all', async () => {
    const { id } = await damaged((article) => [
      sql`update article set schema_version = 99 where id = ${article}`,
    ])
    const done = await recoverArticle(open(), id, repair)
    expect(done.whole).toBe(false)
    expect(done.lines.join('\n')).toContain('run the Galley that wrote it')
    expect(await recoverArticle(open(), 'none', repair)).toMatchObject({ whole: false })
  })
})
