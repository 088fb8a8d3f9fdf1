import { type SQL, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/connection.ts'
import { withDatabases } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'

const COLUMNS = `select table_name as table, column_name as column, data_type as type
  from information_schema.columns where table_schema = 'public'
  and table_name in ('version', 'approval', 'audit', 'audit_anchor', 'audit_words', 'signing_key')`

/** A newsroom with one published article: a version, approvals and audit rows are there. */
async function published(database: Database) {
  const desk = new Desk(database)
  const [ada, rev, pia] = [
    await desk.person(['editor']),
    await desk.person(['reviewer']),
    await desk.person(['publisher']),
  ]
  const id = await desk.article(ada, 'It rained. It leaks.')
  await desk.sourceAll(ada, id, await desk.source(ada))
  await desk.decide(rev, id, 'approve')
  must(await publishVersion(desk.context, pia, id, { change: 'first', note: 'No hurry.' }))
  const now = new Date().toISOString()
  await database.handle.execute(sql`insert into audit_anchor values (1, 'h', ${now}, 'j')`)
  await database.handle.execute(
    sql`insert into signing_key values ('k', 'x', ${now}) on conflict do nothing`,
  )
  await desk.stop()
  return { id, pia }
}

const refused = async (database: Database, statement: SQL) =>
  database.handle.execute(statement).then(
    () => false,
    // By the trigger, not by a type or a key that happens to be wrong.
    (error: Error) => /never (be )?changed/.test(`${error.message} ${error.cause}`),
  )

withDatabases('rows that stay', (fresh) => {
  it('[VER8] no column of a version, an approval, an audit row, a signed head or a key can be changed', async () => {
    const database = await fresh()
    await published(database)
    const columns = (await database.run({ name: 'columns', text: COLUMNS }, [])) as {
      table: string
      column: string
      type: string
    }[]
    expect(columns.length).toBeGreaterThan(35)
    const changed: string[] = []
    for (const { table, column, type } of columns) {
      // Withdrawing once is the one thing that there is: the test below.
      if (column === 'withdrawn_at') continue
      const other = OTHER[type] ?? `'other'`
      const statement = sql.raw(`update ${table} set "${column}" = ${other}`)
      if (!(await refused(database, statement))) changed.push(`${table}.${column}`)
    }
    expect(changed).toEqual([])
  })

  it('[VER8] none of them can be deleted, one by one or all at once', async () => {
    const database = await fresh()
    await published(database)
    for (const table of [
      'version',
      'approval',
      'audit',
      'audit_anchor',
      'audit_words',
      'signing_key',
    ]) {
      expect(await refused(database, sql.raw(`delete from ${table}`)), table).toBe(true)
      expect(await refused(database, sql.raw(`truncate ${table} cascade`)), table).toBe(true)
    }
    expect(await refused(database, sql`truncate article cascade`)).toBe(true)
  })

  it('[VER8] an approval is withdrawn once, alone, and for good', async () => {
    const database = await fresh()
    await published(database)
    const both = sql`update approval set withdrawn_at = now(), text = 'other'`
    expect(await refused(database, both)).toBe(true)
    expect(await refused(database, sql`update approval set withdrawn_at = now()`)).toBe(false)
    expect(await refused(database, sql`update approval set withdrawn_at = null`)).toBe(true)
    expect(await refused(database, sql`update approval set withdrawn_at = now()`)).toBe(true)
  })

  it('[VER12] a takedown is what its function does, once, and nothing else', async () => {
    const database = await fresh()
    const { id, pia } = await published(database)
    const words = sql`update version set canonical = '', body = '', note = '', taken_down_at = now(), taken_down_by = ${pia.id}, takedown_reason = 'x'`
    expect(await refused(database, words)).toBe(true)
    const hidden = database.handle.transaction(async (tx) => {
      await tx.execute(sql`select set_config('galley.takedown', 'on', true)`)
      await tx.execute(sql`update version set hash = 'other'`)
    })
    await expect(hidden).rejects.toThrow()
    const takeDown = sql`select galley_take_down(${id}, 1, ${pia.id}, 'A court said so.', now()) as done`
    const before = await rowOf(database)
    expect(await database.handle.execute(takeDown)).toMatchObject({ rows: [{ done: true }] })
    expect(await database.handle.execute(takeDown)).toMatchObject({ rows: [{ done: false }] })
    expect(await rowOf(database)).toMatchObject({
      ...{ hash: before.hash, signature: before.signature, published_by: before.published_by },
      ...{ canonical: '', body: '', note: '', takedown_reason: 'A court said so.' },
    })
    expect(await refused(database, sql`delete from version`)).toBe(true)
  })
})

/** A value of the type that no row of the test has. */
const OTHER: Readonly<Record<string, string>> = {
  bigint: '77',
  integer: '77',
  ARRAY: `array['other']`,
  jsonb: `'{"other":1}'`,
  'timestamp with time zone': `'2001-01-01'`,
}

async function rowOf(database: Database) {
  const [row] = await database.run({ name: 'row', text: 'select * from version' }, [])
  return row as Readonly<Record<string, unknown>>
}
