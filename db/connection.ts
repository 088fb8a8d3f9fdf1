import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import type { Handle } from './handle.ts'
import { poolOf } from './pool.ts'
import { quietErrors, silence } from './quiet-errors.ts'
import * as schema from './schema.ts'
import { StandingConnection } from './standing-connection.ts'
import { ENTER, makeWorkingRole } from './working-role.ts'

export type { Handle }

export interface Database {
  readonly handle: Handle
  readonly kind: 'pglite' | 'postgres'
  /** In the working role, which owns nothing [VER8]. */
  readonly isNarrow: boolean
  /** A statement that is run so often that the database should read and plan it once. Gives its rows. */
  run(statement: Statement, values: readonly unknown[]): Promise<readonly unknown[]>
  close(): Promise<void>
}

export interface Statement {
  readonly name: string
  readonly text: string
}

/** `folder: null`: in memory, for tests. */
export type DatabaseTarget =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'pglite'; readonly folder: string | null; readonly template?: Blob }

/** Folder of the migrations. */
export const MIGRATIONS = join(process.cwd(), 'db', 'migrations')

/**
 * The only opener of the database. Throws `FolderInUse` when another process holds the embedded folder: two handles
 * on one folder silently lose writes. What is opened `asItIs` is not brought up to date first; what is opened `narrow` works in
 * the role that owns nothing, where there can be one.
 */
export async function openDatabase(
  target: DatabaseTarget,
  { asItIs = false, narrow = false } = {},
): Promise<Database> {
  quietErrors()
  return target.kind === 'postgres'
    ? openPostgres(target.url, { asItIs, narrow })
    : openEmbedded(target, { asItIs, narrow })
}

interface How {
  readonly asItIs: boolean
  readonly narrow: boolean
}

/** Brings the tables up to date as their owner. True: there is a role to work in. */
async function preparePostgres(url: string, { asItIs, narrow }: How): Promise<boolean> {
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { migrate } = await import('drizzle-orm/node-postgres/migrator')
  const pool = await poolOf(url)
  try {
    const version = await pool.query('show server_version_num')
    if (Number(version.rows[0].server_version_num) < 150_000)
      throw new Error('DATABASE_URL points at a PostgreSQL before 15. Use PostgreSQL 15 or later.')
    const db = drizzle(pool, { schema })
    if (!asItIs) await migrate(db, { migrationsFolder: MIGRATIONS })
    return narrow && (await makeWorkingRole(db as unknown as Handle))
  } finally {
    await pool.end()
  }
}

async function openPostgres(url: string, how: How): Promise<Database> {
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const isNarrow = await preparePostgres(url, how)
  const pool = await poolOf(url, isNarrow ? ENTER : null)
  const db = drizzle(pool, { schema })
  const standing = new StandingConnection(pool)
  return {
    handle: db as unknown as Handle,
    kind: 'postgres',
    isNarrow,
    run: async (statement, values) =>
      (await standing.query({ ...statement, values: [...values] }).catch(silence)).rows,
    close: async () => {
      await standing.close()
      await pool.end()
    },
  }
}

/** The type of bytes, as PostgreSQL numbers it. */
const BYTEA = 17

/** `\\x0aff` as bytes: natively, where the database's own way takes most of the time that it takes to read a long article. */
const bytesOf = (hex: string) => Buffer.from(hex.slice(2), 'hex')

async function openEmbedded(
  { folder, template }: { folder: string | null; template?: Blob },
  { asItIs, narrow }: How,
): Promise<Database> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle } = await import('drizzle-orm/pglite')
  const { migrate } = await import('drizzle-orm/pglite/migrator')
  let lock: FolderLock | null = null
  if (folder !== null) {
    mkdirSync(folder, { recursive: true })
    lock = lockFolder(folder)
  }
  const client: PGlite = await PGlite.create({
    ...(folder === null ? {} : { dataDir: join(folder, 'pglite') }),
    ...(template ? { loadDataDir: template } : {}),
    parsers: { [BYTEA]: bytesOf },
  }).catch((error: unknown) => {
    lock?.release()
    throw error
  })
  const db = drizzle(client, { schema })
  if (!asItIs) await migrate(db, { migrationsFolder: MIGRATIONS })
  const isNarrow = narrow && (await makeWorkingRole(db as unknown as Handle))
  if (isNarrow) await client.exec(ENTER)
  const close = async () => {
    await client.close()
    lock?.release()
  }
  return {
    handle: db as unknown as Handle,
    kind: 'pglite',
    isNarrow,
    run: async ({ text }, values) => (await client.query(text, [...values]).catch(silence)).rows,
    close,
  }
}
