import { resolve } from 'node:path'
import { BackupRefused } from './backup-folder.ts'
import { readEnvironment } from './environment.ts'
import { makeBackup } from './make-backup.ts'
import { withNewsroom } from './with-newsroom.ts'

/** `npm run backup -- FOLDER`: the newsroom of the settings, as a folder that either database is restored from. */
const USAGE = `npm run backup -- FOLDER    writes the newsroom of the settings into a new folder

PostgreSQL may go on meanwhile; with the embedded database the server has to be stopped. The folder holds no keys: see OPERATIONS.md.
`

async function run(args: readonly string[]): Promise<number> {
  const [given] = args
  if (given === undefined || args.length > 1 || given.startsWith('-')) {
    process.stderr.write(USAGE)
    return 2
  }
  const folder = resolve(given)
  const tool = async (database: Parameters<Parameters<typeof withNewsroom>[0]>[0]) => {
    const { files } = readEnvironment({ ...process.env, AUTH_SECRET: 'x'.repeat(32) })
    try {
      const { manifest, damaged } = await makeBackup(database, files, folder, new Date())
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      process.stdout.write(
        `${folder} has the newsroom: ${rows} rows of ${manifest.tables.length} tables, ${manifest.files} stored files. No keys are in it: keep those apart.\n`,
      )
      for (const hash of damaged)
        process.stderr.write(`The stored file ${hash} is damaged, and was left out.\n`)
      return damaged.length ? 1 : 0
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error
      process.stderr.write(`Nothing was backed up. ${error.message}\n`)
      return 2
    }
  }
  return withNewsroom(tool, { asItIs: true })
}

process.exitCode = await run(process.argv.slice(2))
