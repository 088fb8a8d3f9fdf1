import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '#db/connection.ts'
import { FolderInUse } from '#db/folder-lock.ts'
import { readEnvironment, WrongSetting } from './environment.ts'

/**
 * Runs a tool on the database of the settings: it has to be there, and nobody else's while it is embedded. The exit code
 * of the tool, or 2 with a sentence.
 */
export async function withNewsroom(
  tool: (database: Database) => Promise<number>,
  how: { readonly asItIs?: boolean } = {},
): Promise<number> {
  let database: Database | null = null
  try {
    // No cookie is signed here.
    const { database: target } = readEnvironment({ ...process.env, AUTH_SECRET: 'x'.repeat(32) })
    if (target.kind === 'pglite' && !existsSync(join(target.folder, 'pglite')))
      throw new WrongSetting(`GALLEY_DATA: there is no newsroom in ${target.folder}`)
    database = await openDatabase(target, how)
    return await tool(database)
  } catch (error) {
    if (!(error instanceof WrongSetting || error instanceof FolderInUse)) throw error
    process.stderr.write(`Nothing was done. ${error.message}\n`)
    return 2
  } finally {
    await database?.close()
  }
}
