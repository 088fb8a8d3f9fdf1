import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openDatabase } from '#db/connection.ts'
import { FolderInUse } from '#db/folder-lock.ts'
import { BackupRefused } from './backup-folder.ts'
import { checkBackup } from './check-backup.ts'
import { type Environment, readEnvironment, WrongSetting } from './environment.ts'
import { type Restored, restoreBackup } from './restore-backup.ts'

/** `npm run restore -- FOLDER`: the newsroom of a backup, into the empty place that the settings name. */
const USAGE = `npm run restore -- FOLDER    brings the newsroom of a backup back, into an empty place

The settings name the place: DATABASE_URL or GALLEY_DATA, and GALLEY_FILES. Every file is checked before anything is written.
`

async function run(args: readonly string[]): Promise<number> {
  const [given] = args
  if (given === undefined || args.length > 1 || given.startsWith('-')) {
    process.stderr.write(USAGE)
    return 2
  }
  try {
    // No cookie is signed here.
    const environment = readEnvironment({ ...process.env, AUTH_SECRET: 'x'.repeat(32) })
    process.stdout.write(`${told(await restoreInto(environment, resolve(given)))}\n`)
    return 0
  } catch (error) {
    const isSaid = [BackupRefused, WrongSetting, FolderInUse].some((kind) => error instanceof kind)
    if (!isSaid) throw error
    process.stderr.write(`Nothing was restored. ${(error as Error).message}\n`)
    return 2
  }
}

/** An embedded database is made for it, and is gone again when it fails. */
async function restoreInto({ database: target, files }: Environment, folder: string) {
  const made = target.kind === 'pglite' ? join(target.folder, 'pglite') : null
  if (made && existsSync(made))
    throw new BackupRefused(`${made} is there already: name an empty place with GALLEY_DATA.`)
  const backup = await checkBackup(folder)
  let isRestored = false
  const database = await openDatabase(target, { asItIs: true })
  try {
    const restored = await restoreBackup(database, files, backup)
    isRestored = true
    return restored
  } finally {
    await database.close()
    if (made && !isRestored) await rm(made, { recursive: true, force: true })
  }
}

function told({ manifest, auditRows, signedHeads, versions, unsigned }: Restored): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const without = unsigned ? `, ${unsigned} of them from before versions were signed` : ''
  return [
    `The newsroom of ${manifest.made} is back: ${rows} rows of ${manifest.tables.length} tables, ${manifest.files} stored files, as many as there were.`,
    `The audit trail is sound: ${auditRows} entries, ${signedHeads} signed heads. ${versions} versions verify${without}.`,
    'Put the keys back before you start it: see OPERATIONS.md.',
  ].join('\n')
}

process.exitCode = await run(process.argv.slice(2))
