import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { withDatabases } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'
import { takeDownVersion } from '#lib/usecases/take-down-version.ts'
import { undoApproval } from '#lib/usecases/undo-approval.ts'
import { openDatabase } from './connection.ts'
import { makeWorkingRole, WORKING_ROLE } from './working-role.ts'

/** What the server may do with no row, whatever it is told to do. */
const REFUSED = [
  'alter table audit disable trigger user',
  'drop trigger audit_stays on audit',
  'alter table version add column more text',
  'drop table audit_anchor',
  'truncate article cascade',
  "update version set hash = 'other'",
  'delete from version',
  "update approval set text = 'other'",
  'delete from approval',
  "update audit set action = 'other'",
  'delete from audit',
  "update audit_words set words = 'other'",
  'delete from audit_words',
  "update audit_anchor set jws = 'other'",
  "update signing_key set x = 'other'",
  'create table mine (a integer)',
  "create or replace function galley_refuse() returns trigger language plpgsql as 'begin return new; end'",
]

withDatabases('the role that the server works in', (fresh) => {
  it('[VER8] may neither change what stays nor the tables, even where there is no row and no trigger', async () => {
    const { handle } = await fresh()
    expect(await makeWorkingRole(handle)).toBe(true)
    // Once more, as at the next start.
    expect(await makeWorkingRole(handle)).toBe(true)
    for (const statement of REFUSED) {
      const attempt = handle.transaction(async (tx) => {
        await tx.execute(sql.raw(`set local role ${WORKING_ROLE}`))
        await tx.execute(sql.raw(statement))
      })
      const why = await attempt.then(
        () => 'done',
        (error: Error) => `${error.message} ${error.cause}`,
      )
      expect([statement, why]).toEqual([
        statement,
        expect.stringMatching(/permission denied|must be owner/),
      ])
    }
  })

  it('[VER8] and the owner alone take a version down: no other login of the database may call the function', async () => {
    const { handle } = await fresh()
    await makeWorkingRole(handle)
    const outsider = handle.transaction(async (tx) => {
      const reader = `reader_${randomUUID().slice(0, 8)}`
      await tx.execute(sql.raw(`create role ${reader}`))
      const asked = await tx.execute(sql`
        select rolname as name, has_function_privilege(oid, 'galley_take_down(text, integer, text, text, timestamptz)', 'execute') as may
        from pg_roles where rolname like 'reader\_%' or rolname = ${WORKING_ROLE} order by 1`)
      tx.rollback
      return (asked as unknown as { rows: { name: string; may: boolean }[] }).rows
    })
    expect((await outsider).map(({ name, may }) => [name.replace(/_.*/, ''), may])).toEqual([
      ['galley', true],
      ['reader', false],
    ])
  })

  it('[VER8] has every right on every other table', async () => {
    const { handle } = await fresh()
    await makeWorkingRole(handle)
    const lacking = await handle.execute(sql`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and not (
        has_table_privilege(${WORKING_ROLE}, oid, 'select')
        and has_table_privilege(${WORKING_ROLE}, oid, 'insert')
        and has_table_privilege(${WORKING_ROLE}, oid, 'update')
        and has_table_privilege(${WORKING_ROLE}, oid, 'delete')
      ) order by 1`)
    const { rows } = lacking as unknown as { rows: { name: string }[] }
    expect(rows.map(({ name }) => name)).toEqual([
      ...['approval', 'audit', 'audit_anchor', 'audit_words', 'signing_key', 'version'],
    ])
  })
})

withDatabases('a login that may make no roles', (fresh) => {
  it('[VER8] works without the role, and says so', async () => {
    const { handle } = await fresh()
    const narrow = handle.transaction(async (tx) => {
      const login = `plain_${randomUUID().slice(0, 8)}`
      await tx.execute(sql.raw(`create role ${login}`))
      await tx.execute(sql.raw(`set local role ${login}`))
      const made = await makeWorkingRole(tx)
      await tx.execute(sql.raw('set local role none'))
      await tx.execute(sql.raw(`drop role ${login}`))
      return made
    })
    expect(await narrow).toBe(false)
  })
})

it('[VER8, VER12] in that role an article is approved, published and taken down', async () => {
  const database = await openDatabase({ kind: 'pglite', folder: null }, { narrow: true })
  expect(database.isNarrow).toBe(true)
  const desk = new Desk(database)
  const [ada, rev, pia] = [
    await desk.person(['editor']),
    await desk.person(['reviewer']),
    await desk.person(['publisher'], true),
  ]
  const id = await desk.article(ada, 'It rained. It leaks.')
  await desk.sourceAll(ada, id, await desk.source(ada))
  await desk.decide(rev, id, 'approve')
  const found = await database.run({ name: 'approvals', text: 'select id from approval' }, [])
  const [first] = found as { id: string }[]
  must(await undoApproval(desk.context, rev, id, first?.id ?? ''))
  await desk.decide(rev, id, 'approve')
  must(await publishVersion(desk.context, pia, id, { change: 'first', note: 'In a hurry.' }))
  must(await takeDownVersion(desk.context, pia, id, 1, { reason: 'A court said so.' }))
  const [row] = await database.run({ name: 'row', text: 'select canonical from version' }, [])
  expect(row).toEqual({ canonical: '' })
  await desk.stop()
  await database.close()
})
