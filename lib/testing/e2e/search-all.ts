import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from '@playwright/test'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { faces } from '#lib/testing/faces.ts'
import { startPostgres } from '#lib/testing/postgres.ts'
import { findPostgres } from '#lib/testing/programs.mjs'

/** Looks for what must be found nowhere, in everything that leaves a newsroom or is kept by it. */
export interface Search {
  /** Fails unless each of `says` is found: whoever does not find them would not find what is looked for either. */
  look(place: string, bytes: Buffer, ...says: readonly string[]): void
  /** Every file of a folder; the files together have to say these. */
  lookIn(place: string, folder: string, ...says: readonly string[]): void
  /** Where it was found. */
  telling(): readonly string[]
}

export function searchFor(what: RegExp): Search {
  const telling: string[] = []
  /** Which of the words are there. */
  const read = (place: string, bytes: Buffer, says: readonly string[]) => {
    const all = faces(bytes)
    if (all.some((face) => what.test(face))) telling.push(place)
    return says.filter((words) => all.some((face) => face.includes(words)))
  }
  return {
    look: (place, bytes, ...says) => {
      expect([place, read(place, bytes, says)]).toEqual([place, says])
    },
    lookIn: (place, folder, ...says) => {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
      const found = new Set(
        files.flatMap((file) =>
          read(`${place}: ${relative(folder, file)}`, readFileSync(file), says),
        ),
      )
      expect([place, says.filter((words) => !found.has(words))]).toEqual([place, []])
    },
    telling: () => telling,
  }
}

/** What readers can ask for; each with the words that have to be found in it, because a source with that title is cited there. */
export function readersPaths(
  slug: string,
  title: string,
): readonly (readonly [string, ...string[]])[] {
  const of = (base: string) =>
    ['', ...FORMATS.map(({ id }) => `/${id}`), '/dossier', '/proof'].map(
      (part) => [`${base}${part}`, ...(NAME_NO_SOURCES.has(part) ? [] : [title])] as const,
    )
  return [
    ...of(`/read/${slug}`),
    ...of(`/read/${slug}/v/1`),
    [`/read/${slug}/v/1/preview.png`],
    ['/read'],
    ['/read/feed.atom'],
    ['/read/feed.json'],
    ['/sitemap.xml'],
  ]
}

/** The text alone. */
const NAME_NO_SOURCES = new Set(['/plain', '/atom', '/json-feed', '/ninjs'])

/** Runs one of the newsroom's commands, which has to succeed. */
export function tool(
  name: 'backup' | 'restore',
  env: Record<string, string>,
  folder: string,
): void {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`lib/server/${name}.ts`, folder],
    {
      encoding: 'utf8',
      env: { NODE_ENV: 'production', PATH, NODE_COMPILE_CACHE, ...env },
    },
  )
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, ''])
}

/** What `pg_dump` writes of a PostgreSQL that a backup was restored into. */
export async function dumpOf(backup: string, folder: string): Promise<Buffer> {
  const programs = findPostgres()
  if (!programs) throw new Error('No PostgreSQL')
  const postgres = await startPostgres()
  try {
    tool('restore', { DATABASE_URL: postgres.url, GALLEY_DATA: folder }, backup)
    return execFileSync(join(programs, 'pg_dump'), ['--dbname', postgres.url], {
      maxBuffer: 1024 ** 3,
    })
  } finally {
    await postgres.stop()
  }
}
