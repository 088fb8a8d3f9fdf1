import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { quietErrors, silence } from './quiet-errors.ts'
import * as schema from './schema.ts'
import { StandingConnection } from './standing-connection.ts'

/** A handle for repositories: the database itself, or a transaction. */
export type Handle = PgDatabase<PgQueryResultHKT, typeof schema>

export interface Database {
  readonly handle: Handle
  readonly kind: 'pglite' | 'postgres'
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
 * on one folder silently lose writes. What is opened `asItIs` is not brought up to date first.
 */
export async function openDatabase(
  target: DatabaseTarget,
  { asItIs = false } = {},
): Promise<Database> {
  quietErrors()
  return target.kind === 'postgres'
    ? openPostgres(target.url, asItIs)
    : openEmbedded(target, asItIs)
}

async function openPostgres(url: string, asItIs: boolean): Promise<Database> {
  const { default: pg } = await import('pg')
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { migrate } = await import('drizzle-orm/node-postgres/migrator')
  const pool = new pg.Pool({
    ...{ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 },
    keepAlive: true,
  })
  // A connection that is lost must not end the process, idle or in a transaction: whoever waits on it is told, or who asks next.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = drizzle(pool, { schema })
  const version = await pool.query('show server_version_num')
  if (Number(version.rows[0].server_version_num) < 150_000) {
    await pool.end()
    throw new Error('DATABASE_URL points at a PostgreSQL before 15. Use PostgreSQL 15 or later.')
  }
  if (!asItIs) await migrate(db, { migrationsFolder: MIGRATIONS })
  const standing = new StandingConnection(pool)
  return {
    handle: db as unknown as Handle,
    kind: 'postgres',
    run: async (statement, values) =>
      (await standing.query({ ...statement, values: [...values] }).catch(silence)).rows,
    close: async () => {
      await standing.close()
      await pool.end()
    },
  }
}

async function openEmbedded(
  { folder, template }: { folder: string | null; template?: Blob },
  asItIs: boolean,
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
  }).catch((error: unknown) => {
    lock?.release()
    throw error
  })
  const db = drizzle(client, { schema })
  if (!asItIs) await migrate(db, { migrationsFolder: MIGRATIONS })
  const close = async () => {
    await client.close()
    lock?.release()
  }
  return {
    handle: db as unknown as Handle,
    kind: 'pglite',
    run: async ({ text }, values) => (await client.query(text, [...values]).catch(silence)).rows,
    close,
  }
}
