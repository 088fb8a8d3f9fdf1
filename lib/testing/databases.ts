import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import { type Database, openDatabase } from '#db/connection.ts'
import { OLDEST_POSTGRES } from './programs.mjs'

/** The two databases that Galley runs on. */
const KINDS = ['pglite', 'postgres'] as const
type Kind = (typeof KINDS)[number]

/** An empty, migrated database; it is closed and dropped after the test that opened it. */
export type OpenFresh = () => Promise<Database>

/**
 * Describes tests that run on both databases. Each test opens what it needs:
 * `withDatabases('tokens', (fresh) => { it('…', async () => { const db = await fresh() … }) })`.
 */
export function withDatabases(name: string, tests: (fresh: OpenFresh, kind: Kind) => void): void {
  describe.each(KINDS)(`${name} on %s`, (kind) => {
    const disposals: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const dispose of disposals.splice(0)) await dispose()
    })
    tests(async () => {
      const { database, dispose } =
        kind === 'pglite' ? await freshEmbedded() : await freshPostgres()
      disposals.push(dispose)
      return database
    }, kind)
  })
}

/**
 * The same for tests that do not mind what others left behind, each in articles of its own: they share one database,
 * because to open one takes longer than most tests do.
 */
export function withSharedDatabase(
  name: string,
  tests: (database: () => Database, kind: Kind) => void,
): void {
  describe.each(KINDS)(`${name} on %s`, (kind) => {
    let opened: Fresh | null = null
    beforeAll(async () => {
      opened = kind === 'pglite' ? await freshEmbedded() : await freshPostgres()
    })
    afterAll(() => opened?.dispose())
    tests(() => {
      if (!opened) throw new Error('The database is open only while tests run')
      return opened.database
    }, kind)
  })
}

interface Fresh {
  readonly database: Database
  dispose(): Promise<void>
}

/** In memory, from a dump of a migrated database: that is many times faster than to create and migrate one. */
async function freshEmbedded(): Promise<Fresh> {
  const dump = join(inject('runFolder'), 'pglite.tar')
  await oncePerRun(
    () => existsSync(dump),
    () => dumpTemplate(dump),
  )
  const template = new Blob([readFileSync(dump)])
  const database = await openDatabase({ kind: 'pglite', folder: null, template })
  return { database, dispose: () => database.close() }
}

async function dumpTemplate(dump: string): Promise<void> {
  const folder = `${dump}.${randomUUID()}`
  const database = await openDatabase({ kind: 'pglite', folder })
  await database.close()
  const client = await PGlite.create(join(folder, 'pglite'))
  const bytes = Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer())
  await client.close()
  writeFileSync(`${folder}.tar`, bytes)
  renameSync(`${folder}.tar`, dump)
  rmSync(folder, { recursive: true, force: true })
}

const TEMPLATE = 'galley_template'

async function freshPostgres(): Promise<Fresh> {
  await oncePerRun(hasTemplate, createTemplate)
  const name = `galley_${randomUUID().replaceAll('-', '')}`
  await asSuperuser((client) => client.query(`create database ${name} template ${TEMPLATE}`))
  const database = await openDatabase({ kind: 'postgres', url: urlOf(name) })
  const dispose = async () => {
    await database.close()
    await asSuperuser((client) => client.query(`drop database ${name} with (force)`))
  }
  return { database, dispose }
}

async function hasTemplate(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
    TEMPLATE,
  ])
  return rowCount === 1
}

/** Under another name until it is migrated, so that nobody copies half a template. */
async function createTemplate(client: pg.Client): Promise<void> {
  const draft = `${TEMPLATE}_draft`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft}`)
  const database = await openDatabase({ kind: 'postgres', url: urlOf(draft) })
  await database.close()
  await client.query(`alter database ${draft} rename to ${TEMPLATE}`)
}

/** Test files run in several processes: a lock in the cluster lets one of them make what all of them share. */
async function oncePerRun(
  isMade: (client: pg.Client) => boolean | Promise<boolean>,
  make: (client: pg.Client) => Promise<void>,
): Promise<void> {
  await asSuperuser(async (client) => {
    if (await isMade(client)) return
    await client.query('select pg_advisory_lock(1)')
    if (!(await isMade(client))) await make(client)
  })
}

async function asSuperuser<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const url = inject('postgresUrl')
  if (url) return url.replace(/[^/]+$/, database)
  throw new Error(
    `These tests need PostgreSQL ${OLDEST_POSTGRES} or newer: apt-get install postgresql`,
  )
}
