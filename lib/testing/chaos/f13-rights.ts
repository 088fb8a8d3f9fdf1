import type * as Y from 'yjs'
import { WireClient } from '#lib/testing/wire.ts'
import { newNewsroom, TEXT } from './crew.ts'
import { type Experiment, faultList, percentile, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { until } from './writer.ts'

/** A right is taken away from somebody who types on, and whose program pays no heed. */
export const rights: Experiment = {
  id: 'F13',
  title: 'a role is taken away while its owner types',
  pass: 'last change accepted 2 s after the commit at most',
  embedded: true,
  run: async (run) => {
    const stage = await openStage({ database: run.database })
    try {
      return await revoke(run, stage)
    } finally {
      await stage.close()
    }
  },
}

async function revoke(run: Run, stage: Stage) {
  const { faults, expect, expectTime } = faultList(run)
  const { people } = await newNewsroom(stage, 1, 1)
  const [adminId = ''] = await stage.control.people({ count: 1, roles: ['admin', 'editor'] })
  const late: number[] = []
  const times = run.short ? 5 : 30
  for (let n = 0; n < times; n++) {
    const [personId = ''] = await stage.control.people({ count: 1, roles: ['editor'] })
    const { id } = await stage.control.article({ personId: people[0] ?? '', text: TEXT })
    const { ticket } = await stage.control.ticket({ personId, articleId: id })
    const url = `${stage.server.url.replace('http', 'ws')}/collab/${id}`
    const client = new WireClient({ url, name: id, token: ticket, follow: true })
    let last = 0
    client.acknowledged = () => {
      last = performance.now()
    }
    await until(() => client.synced, 'somebody opens the article')
    const typing = setInterval(() => {
      client.change((doc) => doc.getText('text').insert(1, 'x'))
    }, 2)
    await until(() => last > 0, 'a change is accepted')
    await stage.control.roles({ adminId, personId, roles: ['publisher'] })
    const revoked = performance.now()
    await until(() => client.closed > 0, 'the socket is closed')
    clearInterval(typing)
    late.push(Math.max(0, last - revoked))
    await typesNoMore(stage, id, personId, client.doc).then((wrote) =>
      expect(!wrote, 'what was written with a ticket of before was accepted'),
    )
  }
  const latest = percentile(late, 1)
  expectTime(latest <= 2_000, `a change was accepted after ${latest.toFixed(0)} ms`)
  return { figure: `${times} roles; last change accepted after ${latest.toFixed(0)} ms`, faults }
}

/** Comes back with a new ticket, and tries to write. */
async function typesNoMore(stage: Stage, id: string, personId: string, doc: Y.Doc) {
  const { ticket } = await stage.control.ticket({ personId, articleId: id })
  const url = `${stage.server.url.replace('http', 'ws')}/collab/${id}`
  const client = new WireClient({ url, name: id, token: ticket, follow: true, doc })
  await until(() => client.synced, 'a reader opens the article')
  let heard = ''
  client.stateless = (payload) => {
    heard = payload
  }
  client.change((own) => own.getText('text').insert(1, 'never '))
  client.mark('mark:1')
  await until(() => heard !== '' || client.closed > 0, 'the reader is answered')
  client.leave()
  const after = await stage.control.text({ articleId: id })
  return after.text.includes('never ')
}
