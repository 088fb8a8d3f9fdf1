import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import { type Database, type DatabaseTarget, openDatabase } from '#db/connection.ts'
import { OLDEST_POSTGRES } from './programs.mjs'
import { reusedDatabase } from './reused-database.ts'

/** The two databases that Galley runs on. */
export const KINDS = ['pglite', 'postgres'] as const
export type Kind = (typeof KINDS)[number]

/** An empty, migrated database; it is closed and dropped after the test that opened it. */
export type OpenFresh = () => Promise<Database>

/**
 * Describes tests that run on both databases. Each test opens what it needs:
 * `withDatabases('tokens', (fresh) => { it('…', async () => { const db = await fresh() … }) })`.
 */
export function withDatabases(name: string, tests: FreshTests): void {
  describeFresh(KINDS, name, tests)
}

/** The same on the embedded database alone. */
export function withEmbedded(name: string, tests: FreshTests): void {
  describeFresh(['pglite'], name, tests)
}

type FreshTests = (fresh: OpenFresh, kind: Kind) => void

function describeFresh(kinds: readonly Kind[], name: string, tests: FreshTests): void {
  describe.each(kinds)(`${name} on %s`, (kind) => {
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
export function withSharedDatabase(name: string, tests: SharedTests): void {
  describeShared(KINDS, name, tests)
}

/** The same on a server alone: for tests that are slow for reasons of their own, when the browser has them on the other. */
export function withSharedPostgres(name: string, tests: SharedTests): void {
  describeShared(['postgres'], name, tests)
}

type SharedTests = (database: () => Database, kind: Kind) => void

function describeShared(kinds: readonly Kind[], name: string, tests: SharedTests): void {
  describe.each(kinds)(`${name} on %s`, (kind) => {
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

/** A database in which nothing has ever been set up; whoever opens it disposes of it. */
export async function emptyDatabase(kind: Kind): Promise<Fresh> {
  if (kind === 'postgres') return newPostgres('template1', true)
  // Emptied: to create one takes many times longer.
  const fresh = await freshEmbedded()
  for (const step of [
    'drop schema public cascade',
    'create schema public',
    'drop schema drizzle cascade',
  ])
    await fresh.database.handle.execute(step)
  return fresh
}

/** A newsroom without people, as a place that can be opened time and again, once whoever holds it has closed it. */
export async function emptyTarget(
  kind: Kind,
): Promise<{ readonly target: DatabaseTarget; dispose(): Promise<void> }> {
  const name = `galley_${randomUUID().replaceAll('-', '')}`
  if (kind === 'pglite') {
    const folder = join(inject('runFolder'), name)
    await (await openDatabase({ kind, folder, template: await embeddedTemplate() })).close()
    const dispose = async () => rmSync(folder, { recursive: true, force: true })
    return { target: { kind, folder }, dispose }
  }
  await asSuperuser((client) => client.query(`create database ${name} template template1`))
  const dispose = () =>
    asSuperuser(async (client) => {
      await client.query(`drop database ${name} with (force)`)
    })
  return { target: { kind, url: urlOf(name) }, dispose }
}

interface Fresh {
  readonly database: Database
  dispose(): Promise<void>
}

async function freshEmbedded(): Promise<Fresh> {
  const database = await reusedDatabase(openEmbedded)
  return { database, dispose: () => database.close() }
}

/** In memory, from a dump of a migrated database: that is many times faster than to create and migrate one. */
async function openEmbedded(): Promise<Database> {
  const template = await embeddedTemplate()
  return openDatabase({ kind: 'pglite', folder: null, template })
}

async function embeddedTemplate(): Promise<Blob> {
  const dump = join(inject('runFolder'), 'pglite.tar')
  await oncePerRun(
    () => existsSync(dump),
    () => dumpTemplate(dump),
  )
  return new Blob([readFileSync(dump)])
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
  return newPostgres(TEMPLATE, false)
}

async function newPostgres(template: string, asItIs: boolean): Promise<Fresh> {
  const name = `galley_${randomUUID().replaceAll('-', '')}`
  await asSuperuser((client) => client.query(`create database ${name} template ${template}`))
  const database = await openDatabase({ kind: 'postgres', url: urlOf(name) }, { asItIs })
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
