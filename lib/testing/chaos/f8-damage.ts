import pg from 'pg'
import { WireClient } from '#lib/testing/wire.ts'
import { newNewsroom } from './crew.ts'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { until } from './writer.ts'

/** What can rot on a disk, each as a statement; `$1` is the article. */
const DAMAGES = [
  [
    'a byte of the snapshot',
    'update article_snapshot set state = set_byte(state, length(state) / 2, (get_byte(state, length(state) / 2) + 1) % 256) where article_id = $1',
  ],
  [
    'a byte of the last row',
    'update article_update set update = set_byte(update, length(update) / 2, (get_byte(update, length(update) / 2) + 1) % 256) where article_id = $1 and seq = (select head_seq from article where id = $1)',
  ],
  [
    'the row before the last',
    'delete from article_update where article_id = $1 and seq = (select head_seq - 1 from article where id = $1)',
  ],
  [
    'the last row',
    'delete from article_update where article_id = $1 and seq = (select head_seq from article where id = $1)',
  ],
  ['all rows', 'delete from article_update where article_id = $1'],
] as const

const ROWS = 520

export const damage: Experiment = {
  id: 'F8',
  title: 'a byte flips, a row is gone',
  pass: 'refused by name, or whole from an older snapshot; never empty or shortened',
  embedded: false,
  run: async (run) => {
    const stage = await openStage({ database: 'postgres' })
    try {
      return await damageInTurn(run, stage)
    } finally {
      await stage.close()
    }
  },
}

async function damageInTurn(run: Run, stage: Stage) {
  const { faults, expect } = faultList(run)
  const database = new pg.Client({ connectionString: stage.postgres?.url })
  await database.connect()
  const { people, articles } = await newNewsroom(stage, 1, DAMAGES.length)
  const texts = new Map<string, string>()
  for (const articleId of articles) {
    await grow(stage, people[0] ?? '', articleId)
    texts.set(articleId, (await stage.control.text({ articleId })).text)
    await until(async () => {
      const found = await database.query('select from article_snapshot where article_id = $1', [
        articleId,
      ])
      return Boolean(found.rowCount)
    }, 'a snapshot is made')
  }
  let refused = 0
  let whole = 0
  await stage.server.stop()
  for (const [at, [, statement]] of DAMAGES.entries())
    await database.query(statement, [articles[at]])
  await database.end()
  await stage.server.restart()
  for (const [at, [what]] of DAMAGES.entries()) {
    const articleId = articles[at] ?? ''
    const served = await stage.control.text({ articleId }).catch((error: Error) => error)
    if (served instanceof Error) {
      refused += 1
      expect(/ArticleUnavailable/.test(served.message), `${what}: ${served.message}`)
    } else {
      whole += 1
      expect(
        served.text === texts.get(articleId),
        `${what}: served as ${served.text.length} characters`,
      )
    }
  }
  const figure = `${DAMAGES.length} kinds of damage: ${refused} refused by name, ${whole} served whole`
  return { figure, faults }
}

async function grow(stage: Stage, personId: string, articleId: string): Promise<void> {
  const { ticket } = await stage.control.ticket({ personId, articleId })
  const url = `${stage.server.url.replace('http', 'ws')}/collab/${articleId}`
  const client = new WireClient({ url, name: articleId, token: ticket, follow: true })
  await until(() => client.synced, 'the article opens')
  let rows = 0
  client.acknowledged = () => {
    rows += 1
  }
  for (let n = 0; n < ROWS; n++) client.change((doc) => doc.getText('text').insert(1, `${n} `))
  await until(() => rows >= ROWS, 'all rows are committed')
  client.leave()
}
