import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '#db/connection.ts'
import { type LogRow, rowsAfter } from '#db/repositories/update-log.ts'
import { type ControlCalls, controlOf } from '#lib/testing/control.ts'
import { type PostgresCluster, startPostgres } from '#lib/testing/postgres.ts'
import { type ServerProcess, startServer, WITHOUT_PAGES } from '#lib/testing/server-process.ts'

const SECRET = 'a secret of the experiments, long enough for a server to accept it'

/** A server process on a database of its own, and hands to break both. */
export interface Stage {
  readonly server: ServerProcess
  readonly control: ControlCalls
  readonly postgres: PostgresCluster | null
  /** The log as it stands on disk. The embedded database is read when its server is down. */
  readLog(articleId: string): Promise<readonly LogRow[]>
  /** Another process on the same database. */
  second(env?: Readonly<Record<string, string>>): Promise<ServerProcess>
  close(): Promise<void>
}

export interface StageOptions {
  readonly database: 'postgres' | 'embedded'
  /** Between the server and PostgreSQL: gives the port to use instead. */
  readonly databasePort?: (port: number) => Promise<number>
  readonly env?: Readonly<Record<string, string>>
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-chaos-'))
  const postgres = options.database === 'postgres' ? await startPostgres() : null
  const closing: (() => Promise<unknown>)[] = []
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    const dataFolder = mkdtempSync(join(folder, 'server-'))
    const database: Record<string, string> = postgres
      ? { DATABASE_URL: await addressOf(postgres.url, options), AUTH_SECRET: SECRET }
      : { GALLEY_DATA: join(folder, 'data') }
    const server = await startServer({
      dataFolder,
      env: { ...limitsOff, ...database, ...options.env, ...env },
      node: WITHOUT_PAGES,
    })
    closing.push(() => server.stop())
    return server
  }
  const close = async () => {
    for (const end of closing.reverse()) await end()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const server = await start()
    return {
      ...{ server, postgres, close },
      control: controlOf(() => server.url),
      readLog: (articleId) =>
        withDatabase(postgres, join(folder, 'data'), ({ handle }) =>
          rowsAfter(handle, articleId, 0),
        ),
      second: start,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** What an operator may set where many work from one machine. */
const limitsOff: Readonly<Record<string, string>> = { GALLEY_SOCKETS_PER_PERSON: '1000' }

async function addressOf(url: string, { databasePort }: StageOptions): Promise<string> {
  if (!databasePort) return url
  const address = new URL(url)
  address.port = String(await databasePort(Number(address.port)))
  return address.href
}

async function withDatabase<T>(
  postgres: PostgresCluster | null,
  folder: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(
    postgres ? { kind: 'postgres', url: postgres.url } : { kind: 'pglite', folder },
  )
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
