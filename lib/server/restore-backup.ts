import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Table, tablesInOrder } from '#db/backup/catalog.ts'
import { countRows, loadRows, takeOutMigrated } from '#db/backup/load-rows.ts'
import { knownLevel, levelOf, migrateTo, migrationCount } from '#db/backup/migration-level.ts'
import type { Database, Handle } from '#db/connection.ts'
import { filesIn, openFolderFiles } from '#db/folder-files.ts'
import { BackupRefused, linesOf, type Manifest, storedFile, tableFile } from './backup-folder.ts'
import type { CheckedBackup } from './check-backup.ts'
import { type Verified, verifyRestored } from './verify-restored.ts'

export interface Restored extends Verified {
  readonly manifest: Manifest
}

/**
 * Brings a newsroom back into an empty database and an empty folder of files, from a backup whose hashes were all checked. The rows
 * come in one transaction with all checks of them: it is there whole, or not at all. Throws `BackupRefused`.
 */
export async function restoreBackup(
  database: Database,
  storedIn: string,
  { folder, manifest }: CheckedBackup,
): Promise<Restored> {
  checkLevel(manifest)
  await refuseFull(database, storedIn)
  try {
    await restoreFiles(storedIn, folder)
    const verified = await database.handle.transaction((tx) => restoreRows(tx, manifest, folder))
    return { manifest, ...verified }
  } catch (error) {
    // It was empty: all that is in it came from here.
    await rm(storedIn, { recursive: true, force: true })
    throw error
  }
}

function checkLevel({ migration }: Manifest): void {
  const known = knownLevel(migration.count)
  if (known?.hash === migration.hash) return
  const ours = knownLevel(migrationCount())?.tag
  throw new BackupRefused(
    `The backup stands at migration ${migration.tag || migration.hash}, which this Galley does not know: its last is ${ours}. Restore it with the version that made it.`,
  )
}

async function refuseFull({ handle }: Database, storedIn: string): Promise<void> {
  const [table] = await tablesInOrder(handle)
  if (table || (await levelOf(handle)))
    throw new BackupRefused('The database is not empty: restore into a new one.')
  for await (const hash of filesIn(storedIn))
    throw new BackupRefused(`${storedIn} is not empty: it has the file ${hash}.`)
}

async function restoreFiles(storedIn: string, folder: string): Promise<void> {
  const from = await openFolderFiles(join(folder, 'files'), { readOnly: true })
  const to = await openFolderFiles(storedIn)
  for await (const hash of filesIn(join(folder, 'files'))) {
    const bytes = await from.get(hash)
    if (bytes) await to.put(bytes)
    else throw new BackupRefused(`${storedFile(hash)} is missing.`)
  }
}

async function restoreRows(tx: Handle, manifest: Manifest, folder: string): Promise<Verified> {
  await migrateTo(tx, manifest.migration.count)
  const tables = await tablesInOrder(tx)
  checkShape(tables, manifest)
  await takeOutMigrated(tx, tables)
  for (const table of tables)
    await loadRows(tx, table, () => rowsIn(join(folder, tableFile(table.name))))
  for (const { name, rows } of manifest.tables) {
    const found = await countRows(tx, { name })
    if (found !== rows)
      throw new BackupRefused(`${tableFile(name)} has ${found} rows, and there were ${rows}.`)
  }
  await migrateTo(tx, migrationCount())
  return verifyRestored(tx)
}

async function* rowsIn(path: string): AsyncGenerator<string> {
  for await (const { line } of linesOf(path)) yield line
}

function checkShape(tables: readonly Table[], manifest: Manifest): void {
  const shapes = (all: readonly { name: string; columns: readonly string[] }[]) =>
    all.map(({ name, columns }) => `${name}(${columns.join(', ')})`).sort()
  const ours = shapes(
    tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  )
  const unlike = shapes(manifest.tables).find((shape, at) => shape !== ours[at])
  if (unlike !== undefined || ours.length !== manifest.tables.length)
    throw new BackupRefused(
      `The backup has other tables than this Galley: ${unlike ?? 'one less'}.`,
    )
}
