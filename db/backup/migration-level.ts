import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { type Handle, MIGRATIONS } from '#db/connection.ts'
import { rawRows } from './raw-rows.ts'

/** How far a database has been brought: the number of its migrations, and the last of them. */
export interface MigrationLevel {
  readonly count: number
  /** Name of the last, as in the folder of migrations; empty: this program does not know it. */
  readonly tag: string
  /** SHA-256 of the last. */
  readonly hash: string
}

interface Journal {
  readonly entries: readonly { readonly tag: string }[]
}

/** The level after so many migrations of this program; null: it has fewer. */
export function knownLevel(count: number): MigrationLevel | null {
  const hash = readMigrationFiles({ migrationsFolder: MIGRATIONS })[count - 1]?.hash
  const journal = readFileSync(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8')
  const tag = (JSON.parse(journal) as Journal).entries[count - 1]?.tag
  return hash !== undefined && tag !== undefined ? { count, tag, hash } : null
}

/** How many migrations this program has. */
export const migrationCount = () => readMigrationFiles({ migrationsFolder: MIGRATIONS }).length

/** Null: nothing was ever set up in this database. */
export async function levelOf(db: Handle): Promise<MigrationLevel | null> {
  const [kept] = await rawRows<{ there: boolean }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  )
  if (!kept?.there) return null
  const rows = await rawRows<{ hash: string }>(
    db,
    sql`select hash from drizzle.__drizzle_migrations order by created_at`,
  )
  const last = rows.at(-1)
  if (!last) return null
  const known = knownLevel(rows.length)
  return {
    count: rows.length,
    hash: last.hash,
    tag: known?.hash === last.hash ? known.tag : '',
  }
}

/**
 * Brings a database to where it was after so many migrations, in one transaction with what else is done in it; the opener goes on
 * from there. It does what drizzle's own migrator does, which always goes to the end.
 */
export async function migrateTo(tx: Handle, count: number): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`)
  await tx.execute(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  )
  const done = (await levelOf(tx))?.count ?? 0
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS }).slice(done, count)
  for (const { sql: statements, hash, folderMillis } of migrations) {
    for (const statement of statements) await tx.execute(sql.raw(statement))
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    )
  }
}
