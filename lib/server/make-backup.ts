import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Table, tablesInOrder } from '#db/backup/catalog.ts'
import { atOneMoment, dumpRows } from '#db/backup/dump-rows.ts'
import { levelOf } from '#db/backup/migration-level.ts'
import type { Database, Handle } from '#db/connection.ts'
import { filesIn, openFolderFiles } from '#db/folder-files.ts'
import {
  BackupRefused,
  MANIFEST,
  type Manifest,
  SUMS,
  SummedFile,
  storedFile,
  tableFile,
} from './backup-folder.ts'

export interface Made {
  readonly manifest: Manifest
  /** Hashes of stored files that are damaged: they are left out. */
  readonly damaged: readonly string[]
}

/**
 * Writes the newsroom into a new folder. It stands under its name only when it is whole and on the disk. Throws
 * `BackupRefused`.
 */
export async function makeBackup(
  database: Database,
  storedIn: string,
  folder: string,
  now: Date,
): Promise<Made> {
  if (existsSync(folder)) throw new BackupRefused(`${folder} is there already: name a new folder.`)
  const draft = `${folder}.half-written`
  if (existsSync(draft))
    throw new BackupRefused(`${draft} is left from a backup that was cut off: remove it.`)
  try {
    await mkdir(join(draft, 'tables'), { recursive: true, mode: 0o700 })
    const made = await write(database, storedIn, draft, now)
    await rename(draft, folder)
    await syncFolder(dirname(folder))
    return made
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function write(database: Database, storedIn: string, folder: string, now: Date) {
  const sums = new Map<string, string>()
  const moment = await atOneMoment(database.handle, async (tx) => {
    const migration = await levelOf(tx)
    if (!migration) throw new BackupRefused('There is no newsroom in this database.')
    const tables: Manifest['tables'][number][] = []
    for (const table of await tablesInOrder(tx)) {
      const { rows, sum } = await writeTable(tx, table, join(folder, tableFile(table.name)))
      sums.set(tableFile(table.name), sum)
      tables.push({ name: table.name, columns: table.columns.map(({ name }) => name), rows })
    }
    return { migration, tables }
  })
  // Behind the rows: whatever they name was stored before they were.
  const list = await SummedFile.create(join(folder, SUMS))
  const { files, damaged } = await copyFiles(storedIn, folder, list)
  const manifest: Manifest = { format: 1, made: now.toISOString(), ...moment, files }
  const head = await SummedFile.create(join(folder, MANIFEST))
  await head.write(`${JSON.stringify(manifest, null, 2)}\n`)
  sums.set(MANIFEST, await head.close())
  for (const path of [...sums.keys()].sort()) await list.write(`${sums.get(path)}  ${path}\n`)
  await list.close()
  return { manifest, damaged }
}

async function writeTable(tx: Handle, table: Table, path: string) {
  const file = await SummedFile.create(path)
  let rows = 0
  for await (const lines of dumpRows(tx, table)) {
    await file.write(`${lines.join('\n')}\n`)
    rows += lines.length
  }
  return { rows, sum: await file.close() }
}

async function copyFiles(storedIn: string, folder: string, list: SummedFile) {
  let files = 0
  const damaged: string[] = []
  if (!existsSync(storedIn)) return { files, damaged }
  const store = await openFolderFiles(storedIn, { readOnly: true })
  for await (const hash of filesIn(storedIn)) {
    const bytes = await store.get(hash).catch(() => null)
    if (!bytes) {
      damaged.push(hash)
      continue
    }
    const path = storedFile(hash)
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
    const file = await SummedFile.create(join(folder, path))
    await file.write(bytes)
    await list.write(`${await file.close()}  ${path}\n`)
    files += 1
  }
  return { files, damaged }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
