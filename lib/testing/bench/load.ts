import { setTimeout as pause } from 'node:timers/promises'
import { controlOf } from '#lib/testing/control.ts'
import { WireClient } from '#lib/testing/wire.ts'
import type { Name } from './contender.ts'
import { type Seat, type Spread, Typing } from './typing.ts'

/** The load generator: a process of its own, told over the channel what to do. */
export interface Job {
  readonly server: Name
  readonly url: string
  readonly documents: readonly string[]
  /** In whose name, in turn. */
  readonly people: readonly string[]
  readonly clients: number
  /** Operations a second, over all clients. */
  readonly rate: number
  readonly warmSeconds: number
  readonly seconds: number
}

export interface Measured {
  readonly operations: number
  /** Milliseconds. Empty where nothing is acknowledged. */
  readonly ack: Spread
  readonly propagation: Spread
  readonly deliveries: number
  readonly acknowledged: number
  /** Operations that somebody who opens the document afterwards does not find. */
  readonly missing: number
  readonly diverged: number
  /** Clients that the server closed. */
  readonly closed: number
  /** Longest delay of a tick of ours: beyond some milliseconds it is us who are slow. */
  readonly late: number
}

process.on('message', async (job: Job) => {
  try {
    process.send?.({ measured: await perform(job) })
  } catch (error) {
    process.send?.({ failed: String(error instanceof Error ? error.stack : error) })
  }
})
process.on('disconnect', () => process.exit(0))

async function perform(job: Job): Promise<Measured> {
  const clients = await openClients(job)
  const typing = new Typing(clients, job.rate)
  typing.start()
  await pause(job.warmSeconds * 1000)
  typing.measure()
  process.send?.({ phase: 'measuring' })
  await pause(job.seconds * 1000)
  const operations = typing.stop()
  process.send?.({ phase: 'measured' })
  await typing.settled(job.server !== 'y-websocket')
  const result = { operations, ...typing.result(), ...(await audit(job, clients, typing)) }
  for (const { client } of clients) client.leave()
  return result
}

async function openClients(job: Job): Promise<readonly Seat[]> {
  const seats: Seat[] = []
  const perDocument = new Map<string, number>()
  for (let at = 0; at < job.clients; at++) {
    const document = job.documents[at % job.documents.length] ?? ''
    const rank = perDocument.get(document) ?? 0
    perDocument.set(document, rank + 1)
    const client = await connect(
      job,
      document,
      job.people[at % job.people.length] ?? '',
      rank === 0,
    )
    seats.push({ client, document, follows: rank === 0 })
    if (at % 50 === 49) await untilSynced(seats)
  }
  await untilSynced(seats)
  return seats
}

async function connect(job: Job, document: string, personId: string, follow: boolean) {
  const base = job.url.replace('http', 'ws')
  if (job.server === 'y-websocket')
    return new WireClient({ url: `${base}/${document}`, name: null, token: '', follow })
  const token =
    job.server === 'galley'
      ? (await controlOf(() => job.url).ticket({ personId, articleId: document })).ticket
      : 'none'
  return new WireClient({ url: `${base}/collab/${document}`, name: document, token, follow })
}

async function untilSynced(seats: readonly Seat[]): Promise<void> {
  const deadline = performance.now() + 60_000
  while (seats.some(({ client }) => !client.synced && !client.closed)) {
    if (performance.now() > deadline) throw new Error('Some clients were never synchronised')
    await pause(5)
  }
}

/** Somebody opens each document now: is everything there, and do those who followed see the same? */
async function audit(job: Job, seats: readonly Seat[], typing: Typing) {
  let missing = 0
  let diverged = 0
  for (const [at, document] of job.documents.entries()) {
    const auditor = await connect(job, document, job.people[at % job.people.length] ?? '', true)
    await untilSynced([{ client: auditor, document, follows: true }])
    const text = auditor.doc.getText('text').toString()
    missing += typing.missingIn(document, text)
    const follower = seats.find((seat) => seat.document === document && seat.follows)
    if (follower && follower.client.doc.getText('text').toString() !== text) diverged += 1
    auditor.leave()
  }
  return { missing, diverged, closed: seats.filter(({ client }) => client.closed).length }
}
