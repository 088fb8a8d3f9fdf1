import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tablesInOrder } from '#db/backup/catalog.ts'
import { atOneMoment, dumpRows } from '#db/backup/dump-rows.ts'
import { countRows } from '#db/backup/load-rows.ts'
import { migrateTo, migrationCount } from '#db/backup/migration-level.ts'
import type { Database, Handle } from '#db/connection.ts'
import { filesIn, openFolderFiles } from '#db/folder-files.ts'
import { emptyDatabase, type Kind, withDatabases } from '#lib/testing/databases.ts'
import { Desk } from '#lib/testing/desk-fixture.ts'
import { fillEmptyTables } from '#lib/testing/fill-tables.ts'
import { signAuditHead } from '#lib/usecases/sign-audit-head.ts'
import { rememberKeys } from '#lib/usecases/signing-keys.ts'
import { MANIFEST, SUMS } from './backup-folder.ts'
import { checkBackup } from './check-backup.ts'
import { seedDemo } from './demo.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const NOW = new Date('2026-02-03T04:05:06Z')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-backup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A newsroom with articles, versions and a signed trail, with rows in every table and two stored files. */
async function newsroom(database: Database, files: string): Promise<void> {
  const desk = new Desk(database)
  await rememberKeys(desk.context, [desk.signer.key])
  await seedDemo(desk.context, 'full')
  await signAuditHead(desk.context)
  await desk.stop()
  await fillEmptyTables(database.handle)
  // The one that comes first by its key points at the one that comes last.
  await database.handle.execute(
    sql`update source set merged_into = (select max(id) from source) where id = (select min(id) from source)`,
  )
  const store = await openFolderFiles(files)
  for (const bytes of ['a picture', '']) await store.put(Buffer.from(bytes))
}

/** All that a database says, as it is written into a backup. */
function everything(handle: Handle): Promise<ReadonlyMap<string, readonly string[]>> {
  return atOneMoment(handle, async (tx) => {
    const said = new Map<string, readonly string[]>()
    for (const table of await tablesInOrder(tx)) {
      const lines: string[] = []
      for await (const batch of dumpRows(tx, table)) lines.push(...batch)
      said.set(table.name, lines)
    }
    return said
  })
}

/** Brings a backup into an empty database, and compares all of it. */
async function restoredWhole(copy: Database, backup: string, before: unknown): Promise<void> {
  const files = mkdtempSync(join(folder, 'restored-'))
  const restored = await restoreBackup(copy, files, await checkBackup(backup))
  expect(restored).toMatchObject({ versions: 2, unsigned: 0, signedHeads: 3 })
  expect(await everything(copy.handle)).toEqual(before)
  expect(await Array.fromAsync(filesIn(files))).toHaveLength(2)
  // What is never changed is still refused by the database itself.
  await expect(copy.handle.execute(sql`update version set note = 'x'`)).rejects.toThrow()
  await expect(restoreBackup(copy, files, await checkBackup(backup))).rejects.toThrow(
    'is not empty',
  )
}

withDatabases('a backup', (fresh, kind) => {
  const into = async <T>(kindOf: Kind, use: (database: Database) => Promise<T>): Promise<T> => {
    const { database, dispose } = await emptyDatabase(kindOf)
    return use(database).finally(dispose)
  }

  if (kind === 'pglite') {
    it('[OPS7] has every row of every table and every file, and comes back whole into either database', async () => {
      const [files, backup, again] = ['files', 'pglite', 'postgres'].map((name) =>
        join(folder, name),
      ) as [string, string, string]
      const database = await fresh()
      await newsroom(database, files)
      const { damaged } = await makeBackup(database, files, backup, NOW)
      const before = await everything(database.handle)
      expect([...before].filter(([, lines]) => !lines.length)).toEqual([])
      expect(damaged).toEqual([])
      await into('postgres', async (copy) => {
        await restoredWhole(copy, backup, before)
        await makeBackup(copy, files, again, NOW)
      })
      // Which database it came from cannot be seen.
      expect(readFileSync(join(again, SUMS), 'utf8')).toBe(readFileSync(join(backup, SUMS), 'utf8'))
      await into('pglite', (copy) => restoredWhole(copy, again, before))
      await expect(makeBackup(database, files, backup, NOW)).rejects.toThrow('is there already')
    })
  }

  it('[OPS7] holds one long row at a time in memory, and short ones together', async () => {
    const { handle } = await fresh()
    await handle.execute(
      sql`insert into lease select 'x' || n, repeat('y', 3000000), now() from generate_series(1, 3) n`,
    )
    const sizes = async () =>
      atOneMoment(handle, async (tx) => {
        const lease = (await tablesInOrder(tx)).filter(({ name }) => name === 'lease')
        const found: number[] = []
        for (const table of lease)
          for await (const batch of dumpRows(tx, table)) found.push(batch.length)
        return found
      })
    expect(await sizes()).toEqual([1, 1, 1])
    await handle.execute(sql`update lease set holder = 'y'`)
    expect(await sizes()).toEqual([3])
  })

  if (kind === 'postgres') {
    it('[OPS7] of another migration level is brought up to this one, or refused by name', async () => {
      const [older, newer] = [join(folder, `${kind}-older`), join(folder, `${kind}-newer`)]
      await into(kind, async (database) => {
        await migrateTo(database.handle, migrationCount() - 1)
        await makeBackup(database, join(folder, 'none'), older, NOW)
      })
      await into(kind, async (copy) => {
        await restoreBackup(copy, join(folder, `${kind}-older-files`), await checkBackup(older))
        const tables = await tablesInOrder((await fresh()).handle)
        expect(await tablesInOrder(copy.handle)).toEqual(tables)
      })
      await into(kind, async (database) => {
        await migrateTo(database.handle, migrationCount())
        await database.handle.execute(
          sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('to come', ${Date.now() * 2})`,
        )
        await makeBackup(database, join(folder, 'none'), newer, NOW)
      })
      await into(kind, async (copy) => {
        const restored = restoreBackup(
          copy,
          join(folder, `${kind}-newer-files`),
          await checkBackup(newer),
        )
        await expect(restored).rejects.toThrow('stands at migration to come')
        expect(await tablesInOrder(copy.handle)).toEqual([])
      })
    })

    it('[OPS7] that verifies as a folder and not as a newsroom leaves nothing behind', async () => {
      const [files, backup] = [join(folder, `${kind}-bent-files`), join(folder, `${kind}-bent`)]
      const database = await fresh()
      const desk = new Desk(database)
      await seedDemo(desk.context, 'small')
      await desk.stop()
      await database.handle.execute(sql`alter table audit disable trigger user`)
      await database.handle.execute(sql`update audit set action = 'x' where seq = 1`)
      await makeBackup(database, files, backup, NOW)
      await into(kind, async (copy) => {
        const restored = restoreBackup(copy, files, await checkBackup(backup))
        await expect(restored).rejects.toThrow('row 1 is not as it was written')
        expect(await tablesInOrder(copy.handle)).toEqual([])
        expect(await Array.fromAsync(filesIn(files))).toEqual([])
      })
    })

    it('[OPS7] is of one moment, whatever is written meanwhile', async () => {
      const { handle } = await fresh()
      await atOneMoment(handle, async (tx) => {
        expect(await countRows(tx, { name: 'lease' })).toBe(0)
        await handle.execute(sql`insert into lease values ('x', 'y', now())`)
        expect(await countRows(tx, { name: 'lease' })).toBe(0)
      })
    })

    it('[OPS7] that is damaged in any file is refused, and the file is named', async () => {
      const whole = join(folder, 'pglite')
      const copy = join(folder, 'harmed')
      cpSync(whole, copy, { recursive: true })
      const paths = readdirSync(whole, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(whole, path)).isFile())
        .sort()
      expect(paths.length).toBeGreaterThan(30)
      expect(await checkBackup(whole)).toMatchObject({ manifest: { format: 1, files: 2 } })
      const unnamed: string[] = []
      const tried = async (path: string, harm: (file: string) => void) => {
        harm(join(copy, path))
        const said = await checkBackup(copy).then(
          () => 'nothing',
          (error: Error) => error.message,
        )
        if (!said.includes(path)) unnamed.push(`${path}: ${said}`)
        rmSync(join(copy, path), { force: true })
        if (paths.includes(path)) cpSync(join(whole, path), join(copy, path))
      }
      for (const path of paths) {
        const bytes = readFileSync(join(whole, path))
        const at = Math.floor(bytes.length / 2)
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        if (bytes.length) {
          await tried(path, (file) => writeFileSync(file, flipped))
          await tried(path, (file) => truncateSync(file, bytes.length - 1))
        }
        await tried(path, (file) => appendFileSync(file, 'x'))
        await tried(path, (file) => rmSync(file))
      }
      await tried('tables/more.jsonl', (file) => writeFileSync(file, ''))
      expect(unnamed).toEqual([])
      const list = readFileSync(join(whole, SUMS), 'utf8').split('\n')
      const short = list.filter((line) => !line.includes('  files/')).join('\n')
      await tried(SUMS, (file) => {
        rmSync(join(file, '..', 'files'), { recursive: true })
        writeFileSync(file, short)
      })
      expect(unnamed).toEqual([])
      expect(paths).toContain(MANIFEST)
    })
  }
})
