import { expect, it } from 'vitest'
import { tablesInOrder } from '#db/backup/catalog.ts'
import { countRows } from '#db/backup/load-rows.ts'
import type { Database } from '#db/connection.ts'
import { listPeople } from '#db/repositories/people.ts'
import { withDatabases, withEmbedded } from './databases.ts'
import { fillEmptyTables } from './fill-tables.ts'

const countsOf = ({ handle }: Database) =>
  handle.transaction(async (tx) => {
    const counts: Record<string, number> = {}
    for (const table of await tablesInOrder(tx)) counts[table.name] = await countRows(tx, table)
    return counts
  })

withDatabases('a fresh database', (fresh, kind) => {
  it('is migrated and empty', async () => {
    const { handle, kind: opened } = await fresh()
    expect(opened).toBe(kind)
    expect(await listPeople(handle)).toEqual([])
  })

  it('is not the one of another test', async () => {
    const [one, other] = [await fresh(), await fresh()]
    await one.handle.execute('create table mark (id integer)')
    await expect(other.handle.execute('select * from mark')).rejects.toThrow()
  })
})

withEmbedded('an embedded database that was used before', (fresh) => {
  it('is empty although the test before left rows in every table', async () => {
    const filled = await fresh()
    const before = await countsOf(filled)
    await filled.handle.transaction(fillEmptyTables)
    expect(Object.values(await countsOf(filled))).not.toContain(0)
    await filled.close()
    expect(await countsOf(await fresh())).toEqual(before)
  })

  it('is another one when the test before changed more than rows', async () => {
    const bent = await fresh()
    await bent.handle.execute('alter table audit disable trigger user')
    await bent.close()
    const { handle } = await fresh()
    await expect(handle.execute('truncate audit')).rejects.toThrow()
  })
})
