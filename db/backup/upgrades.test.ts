import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { type Database, openDatabase } from '#db/connection.ts'
import { emptyTarget, KINDS } from '#lib/testing/databases.ts'
import { fillEmptyTables } from '#lib/testing/fill-tables.ts'
import { type Table, tablesInOrder } from './catalog.ts'
import { atOneMoment, dumpRows } from './dump-rows.ts'
import { knownLevel, levelOf, migrateTo, migrationCount } from './migration-level.ts'

/** A database as the product left it when it had so many migrations, with rows in every table. */
async function asOf({ handle }: Database, level: number): Promise<void> {
  await handle.transaction(async (tx) => {
    await tx.execute(sql`drop schema if exists drizzle cascade`)
    await tx.execute(sql`drop schema public cascade`)
    await tx.execute(sql`create schema public`)
    await migrateTo(tx, level)
    await fillEmptyTables(tx)
  })
}

/** What stands in these columns of these tables. */
const rowsOf = ({ handle }: Database, tables: readonly Table[]) =>
  atOneMoment(handle, async (tx) => {
    const rows: string[] = []
    for (const table of tables)
      for await (const batch of dumpRows(tx, table))
        rows.push(...batch.map((line) => `${table.name} ${line}`))
    return rows
  })

it.each(KINDS)(
  '[OPS8] from every earlier migration on, a filled newsroom on %s is opened with all that it had',
  async (kind) => {
    const { target, dispose } = await emptyTarget(kind)
    let database = await openDatabase(target)
    try {
      const all = migrationCount()
      const shape = await tablesInOrder(database.handle)
      for (let level = 1; level < all; level++) {
        // The embedded database is slow: the longest way, the shortest, and some between.
        if (kind === 'pglite' && level > 1 && level < all - 1 && level % 5) continue
        await asOf(database, level)
        const tables = await tablesInOrder(database.handle)
        const before = await rowsOf(database, tables)
        expect(before.length).toBeGreaterThan(tables.length)
        // The embedded database is slow to open: there the longest way goes by the opener, the others by the same statements.
        if (kind === 'postgres' || level === 1) {
          await database.close()
          database = await openDatabase(target)
        } else await database.handle.transaction((tx) => migrateTo(tx, all))
        expect(await rowsOf(database, tables), knownLevel(level)?.tag).toEqual(before)
        expect(await tablesInOrder(database.handle)).toEqual(shape)
        expect(await levelOf(database.handle)).toEqual(knownLevel(all))
      }
    } finally {
      await database.close()
      await dispose()
    }
  },
  240_000,
)
