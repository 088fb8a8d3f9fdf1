import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import * as Y from 'yjs'
import { foldDocument } from '#lib/collab/fold-document.ts'
import { WireClient } from '#lib/testing/wire.ts'
import { newNewsroom } from './crew.ts'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'
import { foldRows, until } from './writer.ts'

/** Rows after which a snapshot is due, and some. */
const ROWS = 510

/** The process ends at any moment of making a snapshot: while it reads, folds, compares, stores, or a little before or after. */
export const compactor: Experiment = {
  id: 'F7',
  title: 'kill -9 while a snapshot is being made',
  pass: 'each article and each snapshot equal to the full replay',
  embedded: false,
  run: async (run) => {
    const stage = await openStage({ database: 'postgres' })
    try {
      return await killCompactor(run, stage)
    } finally {
      await stage.close()
    }
  },
}

async function killCompactor(run: Run, stage: Stage) {
  const times = run.kills ?? (run.short ? 4 : 40)
  const { faults, expect } = faultList(run)
  let made = 0
  for (let n = 0; n < times; n++) {
    const { people, articles } = await newNewsroom(stage, 1, 1)
    const articleId = articles[0] ?? ''
    await typeRows(stage, people[0] ?? '', articleId)
    await pause(run.dice.int(120))
    await stage.server.kill9()
    await stage.server.restart()
    const rows = await stage.readLog(articleId)
    const replay = wordsOf(foldRows(rows).getText('text')).replace(/^\n/, '')
    const { text, seq } = await stage.control.text({ articleId })
    expect(text === replay, `kill ${n}: what is served is not what the log says`)
    expect(seq === rows.length && seq > ROWS, `kill ${n}: row ${seq} of ${rows.length}`)
    for (const { at, state } of await snapshotsOf(stage, articleId)) {
      made += 1
      const doc = foldDocument()
      Y.applyUpdate(doc, state)
      const upTo = foldRows(rows.slice(0, at))
      const same = wordsOf(doc.getText('text')) === wordsOf(upTo.getText('text'))
      expect(same, `kill ${n}: snapshot ${at} is not the log up to there`)
    }
  }
  return {
    figure: `${times} kills, ${made} snapshots stored by then, ${faults.length} faults`,
    faults,
  }
}

/** Types until a snapshot is due, and all of it is committed. */
async function typeRows(stage: Stage, personId: string, articleId: string): Promise<void> {
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

async function snapshotsOf({ postgres }: Stage, articleId: string) {
  const client = new pg.Client({ connectionString: postgres?.url })
  await client.connect()
  const { rows } = await client.query(
    'select seq::int as at, state from article_snapshot where article_id = $1',
    [articleId],
  )
  await client.end()
  return rows as readonly { readonly at: number; readonly state: Buffer }[]
}
