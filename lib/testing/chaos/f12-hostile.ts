import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { WireClient } from '#lib/testing/wire.ts'
import type { Lived, Told } from './bystander.ts'
import { type Newsroom, newNewsroom } from './crew.ts'
import { type Experiment, faultList, percentile, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { foldRows, until } from './writer.ts'

/** Somebody with a right to write, and a program of their own, beside people who work. */
export const hostile: Experiment = {
  id: 'F12',
  title: 'a hostile client: forgeries, gaps, floods, a reader that does not read',
  pass: '0 forgeries accepted, 0 crashes; loop lag p99 50 ms, memory + 200 MiB at most; others wait 1.5 x idle p99 or 50 ms',
  embedded: true,
  run: async (run) => {
    const stage = await openStage({ database: run.database })
    try {
      return await attack(run, stage)
    } finally {
      await stage.close()
    }
  },
}

const ATTACKER = 1

async function attack(run: Run, stage: Stage) {
  const { faults, expect, expectTime } = faultList(run)
  const { pid } = stage.server
  const newsroom = await newNewsroom(stage, 2, 2)
  const bystander = await startBystander(stage, newsroom)
  await pause(run.short ? 2_000 : 10_000)
  const idle = await bystander.lived()
  const before = await numbers(stage)
  const seen = { lag: 0, rss: 0 }
  const watch = setInterval(async () => {
    const { lag, rss } = await numbers(stage).catch(() => before)
    seen.lag = Math.max(seen.lag, lag)
    seen.rss = Math.max(seen.rss, rss)
  }, 500)
  await attacks(run, stage, newsroom)
  const under = await bystander.lived()
  clearInterval(watch)
  const calm = percentile(idle.waits, 0.99)
  const waited = percentile(under.waits, 0.99)
  expectTime(waited <= Math.max(calm * 1.5, 50), `others waited for ${waited.toFixed(0)} ms`)
  const grown = (seen.rss - before.rss) / 2 ** 20
  expectTime(grown <= 200, `memory grew by ${grown.toFixed(0)} MiB`)
  expectTime(seen.lag <= 0.05, `the event loop was late by ${(seen.lag * 1000).toFixed(0)} ms`)
  expect(stage.server.pid === pid && !under.closed, 'the server, or a bystander, is gone')
  bystander.end()
  const text = await stage.control.text({ articleId: newsroom.articles[0] ?? '' })
  expect(!text.text.includes('FORGED'), 'something forged is in the article')
  await stage.server.stop()
  for (const articleId of newsroom.articles) {
    for (const fault of forgeries(await stage.readLog(articleId), newsroom)) expect(false, fault)
  }
  const figure = `${faults.length} faults; loop lag p99 ${(seen.lag * 1000).toFixed(0)} ms; memory +${grown.toFixed(0)} MiB; others p99 ${calm.toFixed(1)} ms idle, ${waited.toFixed(1)} ms under attack`
  return { figure, faults }
}

async function startBystander(stage: Stage, { people, articles }: Newsroom) {
  const [personId = ''] = people
  const [name = ''] = articles
  const { ticket: token } = await stage.control.ticket({ personId, articleId: name })
  const child = fork('lib/testing/chaos/bystander.ts')
  const url = `${stage.server.url.replace('http', 'ws')}/collab/${name}`
  child.send({ url, name, token } satisfies Told)
  return {
    lived: async (): Promise<Lived> => {
      child.send('waits')
      return ((await once(child, 'message')) as [Lived])[0]
    },
    end: () => child.kill(),
  }
}

async function connect(stage: Stage, newsroom: Newsroom, person: number, article: number) {
  const personId = newsroom.people[person] ?? ''
  const articleId = newsroom.articles[article] ?? ''
  const { ticket } = await stage.control.ticket({ personId, articleId })
  const url = `${stage.server.url.replace('http', 'ws')}/collab/${articleId}`
  const client = new WireClient({ url, name: articleId, token: ticket, follow: true })
  await until(() => client.synced || client.closed > 0, 'a client is let in')
  return client
}

async function attacks(run: Run, stage: Stage, newsroom: Newsroom): Promise<void> {
  const enter = () => connect(stage, newsroom, ATTACKER, 0)
  for (const [at, forge] of FORGERIES.entries()) {
    const client = await enter()
    forge(client)
    await until(() => client.closed > 0, `the sender of forgery ${at} is sent out`)
  }
  await flipBits(run, enter)
  await floods(run, stage, enter)
}

/** Each must end the connection, and leave nothing behind. */
const FORGERIES: readonly ((client: WireClient) => void)[] = [
  (client) => client.change((doc) => doc.getMap('approvals').set('FORGED', true)),
  (client) => client.change((doc) => doc.getText('more').insert(0, 'FORGED')),
  (client) => client.update(underAnotherName(client.doc)),
  (client) => client.update(behindAGap()),
  (client) => client.raw(new Uint8Array(64 * 2 ** 20)),
  (client) => client.update(new Uint8Array(3 * 2 ** 20).fill(7)),
  (client) => client.update(new Uint8Array([1, 1, 255, 255, 255, 255, 15, 0, 4])),
]

/** Goes on writing as the client that began this article: somebody else's, who is not writing now. */
function underAnotherName(doc: Y.Doc): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const text = copy.getText('text')
  copy.clientID = Y.createRelativePositionFromTypeIndex(text, 0).item?.client ?? 0
  const before = Y.encodeStateVector(copy)
  text.insert(1, 'FORGED')
  return Y.encodeStateAsUpdate(copy, before)
}

function behindAGap(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'a')
  const before = Y.encodeStateVector(doc)
  doc.getText('text').insert(1, 'FORGED')
  return Y.encodeStateAsUpdate(doc, before)
}

/** Honest frames with a bit turned over, as many as a connection lives for. */
async function flipBits(run: Run, enter: () => Promise<WireClient>): Promise<void> {
  const frames = run.short ? 500 : 20_000
  let client = await enter()
  for (let n = 0; n < frames; n++) {
    if (client.closed || client.socket.readyState !== WebSocket.OPEN) client = await enter()
    const copy = new Y.Doc()
    copy.getText('text').insert(0, 'FORGED')
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    // The words are turned over last: a forged word that came through whole would be an honest one of the attacker's.
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(copy).slice(0, -8))
    const frame = encoding.toUint8Array(encoder)
    const at = run.dice.int(frame.length)
    frame[at] = (frame[at] ?? 0) ^ (1 << run.dice.int(8))
    client.frame(frame)
    if (n % 10 === 9) await pause(5)
  }
  client.leave()
}

/** Many connections that say nothing, a reader that does not read, and a message in a hundred thousand pieces. */
async function floods(run: Run, stage: Stage, enter: () => Promise<WireClient>): Promise<void> {
  const address = `${stage.server.url.replace('http', 'ws')}/collab/x`
  const many = Array.from({ length: run.short ? 200 : 2_000 }, () => new WebSocket(address))
  for (const socket of many) socket.on('error', () => undefined)
  const deaf = await enter()
  deaf.socket.pause()
  const pieces = await enter()
  const count = run.short ? 20_000 : 200_000
  for (let n = 0; n < count && pieces.socket.readyState === WebSocket.OPEN; n++) {
    pieces.socket.send(new Uint8Array([n % 256]), { fin: false, compress: false })
    if (n % 2_000 === 1_999) await pause(5)
  }
  await pause(1_000)
  for (const socket of many) socket.terminate()
  deaf.leave()
  pieces.leave()
}

async function numbers({ server }: Stage): Promise<{ lag: number; rss: number }> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? 0)
  return {
    lag: read('nodejs_eventloop_lag_p99_seconds'),
    rss: read('process_resident_memory_bytes'),
  }
}

/** What the log must not hold: other parts than articles have, and a client's changes under two names. */
function forgeries(
  rows: readonly { readonly personId: string; readonly update: Uint8Array }[],
  { people }: Newsroom,
): readonly string[] {
  const faults: string[] = []
  const owners = new Map<number, string>()
  for (const { personId, update } of rows) {
    for (const { id } of Y.decodeUpdate(update).structs) {
      const owner = owners.get(id.client) ?? personId
      if (owner !== personId) faults.push(`client ${id.client} wrote for two people`)
      owners.set(id.client, owner)
    }
  }
  const parts = [...foldRows(rows).share.keys()].filter(
    (part) => !['text', 'blocks', 'annotations', 'meta'].includes(part),
  )
  if (parts.length) faults.push(`parts that articles do not have: ${parts.join(', ')}`)
  if (rows.some(({ personId }) => !people.includes(personId))) faults.push('a row of nobody here')
  return faults
}
