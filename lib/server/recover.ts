import { articleIds } from '#db/repositories/articles.ts'
import { recoverArticle } from './recover-article.ts'
import { withNewsroom } from './with-newsroom.ts'

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
  return withNewsroom(async (database) => {
    const options = { check: flags.includes('--check'), text: flags.includes('--text') }
    const given = flags.includes('--all') ? await articleIds(database.handle) : ids
    let unrepaired = 0
    for (const id of given) {
      const { whole, lines } = await recoverArticle(database, id, options)
      process.stdout.write(`${lines.join('\n')}\n`)
      if (!whole) unrepaired += 1
    }
    return unrepaired ? 1 : 0
  })
}

process.exitCode = await main(process.argv.slice(2))
