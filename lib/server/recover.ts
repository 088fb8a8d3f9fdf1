import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '#db/connection.ts'
import { FolderInUse } from '#db/folder-lock.ts'
import { articleIds } from '#db/repositories/articles.ts'
import { readEnvironment, WrongSetting } from './environment.ts'
import { recoverArticle } from './recover-article.ts'

/** `npm run recover -- <articleId>`: what is wrong with an article that is not served, and its repair. */
const USAGE = `npm run recover -- <articleId>    finds what is wrong with an article, and repairs what loses nothing
npm run recover -- --all          the same for every article

--check    changes nothing
--text     prints the last text that can be read
`

async function main(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('--'))
  const ids = args.filter((arg) => !arg.startsWith('--'))
  const known = flags.every((flag) => ['--all', '--check', '--text'].includes(flag))
  if (!known || flags.includes('--all') === ids.length > 0) {
    process.stderr.write(USAGE)
    return 2
  }
  const database = await open()
  try {
    const options = { check: flags.includes('--check'), text: flags.includes('--text') }
    const given = flags.includes('--all') ? await articleIds(database.handle) : ids
    let unrepaired = 0
    for (const id of given) {
      const { whole, lines } = await recoverArticle(database, id, options)
      process.stdout.write(`${lines.join('\n')}\n`)
      if (!whole) unrepaired += 1
    }
    return unrepaired ? 1 : 0
  } finally {
    await database.close()
  }
}

/** The database of the settings, which has to be there, and nobody else's while it is embedded. */
async function open(): Promise<Database> {
  // No cookie is signed here.
  const { database } = readEnvironment({ ...process.env, AUTH_SECRET: 'x'.repeat(32) })
  if (database.kind === 'pglite' && !existsSync(join(database.folder, 'pglite')))
    throw new WrongSetting(`GALLEY_DATA: there is no newsroom in ${database.folder}`)
  return openDatabase(database)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof WrongSetting || error instanceof FolderInUse)) throw error
  process.stderr.write(`Nothing was done. ${error.message}\n`)
  process.exitCode = 2
}
