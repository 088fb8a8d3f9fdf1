import { setTimeout as pause } from 'node:timers/promises'
import { controlOf } from '#lib/testing/control.ts'
import { WireClient } from '#lib/testing/wire.ts'
import type { Contender } from './contender.ts'
import type { Cost, Generator } from './generator.ts'
import type { Job } from './load.ts'

/** A shape of work: so many people in so many documents. */
export interface Shape {
  readonly clients: number
  readonly documents: number
  readonly rate: number
}

export const SHAPES = {
  L1: { clients: 30, documents: 1, rate: 150 },
  L2: { clients: 300, documents: 100, rate: 600 },
  L3: { clients: 100, documents: 1, rate: 200 },
} as const satisfies Readonly<Record<string, Shape>>

export interface Times {
  readonly warmSeconds: number
  readonly seconds: number
}

/** Opens fresh documents and lets people type in them. */
export async function typeIn(
  server: Contender,
  generator: Generator,
  shape: Shape,
  times: Times,
  profile: string | null = null,
): Promise<Cost> {
  const prepared = await prepare(server, shape.clients, shape.documents, 'It rained.')
  const { name, url } = server
  const { clients, rate } = shape
  const job: Job = { server: name, url, clients, rate, ...times, ...prepared }
  return generator.run(server, job, profile)
}

/** Fresh documents, and who may write in them. */
export async function prepare(server: Contender, clients: number, documents: number, text: string) {
  if (server.name !== 'galley') {
    const run = Math.random().toString(36).slice(2)
    return {
      people: ['-'],
      documents: Array.from({ length: documents }, (_, at) => `${run}-${at}`),
    }
  }
  const control = controlOf(() => server.url)
  const people = await control.people({ count: Math.min(clients, 300), roles: ['editor'] })
  const made: string[] = []
  for (let at = 0; at < documents; at++) {
    made.push((await control.article({ personId: people[0] ?? '', text })).id)
  }
  return { people, documents: made }
}

/** How many can be in one document, at two changes a second each, before one in twenty waits for more than 100 ms. */
export async function rampEditors(server: Contender, generator: Generator, times: Times) {
  const steps: { readonly editors: number; readonly cost: Cost }[] = []
  for (const editors of [150, 200, 250, 300, 350]) {
    const shape = { clients: editors, documents: 1, rate: editors * 2 }
    const cost = await typeIn(server, generator, shape, times)
    steps.push({ editors, cost })
    if (!(cost.propagation.p95 <= 250)) break
  }
  return steps
}

/** How many changes a second are durable, on 100 documents, before one in a hundred waits for more than 100 ms. */
export async function rampRate(server: Contender, generator: Generator, times: Times) {
  const steps: { readonly rate: number; readonly cost: Cost }[] = []
  for (const rate of [1_000, 1_500, 2_000, 2_500]) {
    const cost = await typeIn(server, generator, { clients: 300, documents: 100, rate }, times)
    steps.push({ rate, cost })
    if (!(cost.ack.p99 <= 200)) break
  }
  return steps
}

const WORDS = Array.from({ length: 1_000 }, (_, at) => `word${at % 97}`).join(' ')

/** Sockets that are open and say nothing, on documents of a thousand words. */
export async function idleSockets(server: Contender, sockets: number, documents: number) {
  const before = await server.read('collected')
  const prepared = await prepare(server, 300, documents, WORDS)
  const clients: WireClient[] = []
  for (let at = 0; at < sockets; at++) {
    const first = at < documents && server.name !== 'galley'
    clients.push(await openClient(server, prepared, at))
    if (first) {
      await synced([clients.at(-1) as WireClient])
      clients.at(-1)?.change((doc) => doc.getText('text').insert(0, WORDS))
    }
    if (at % 50 === 49) await synced(clients)
  }
  await synced(clients)
  await pause(3_000)
  const full = await server.read('collected')
  for (const client of clients) client.leave()
  await pause(5_000)
  const after = await server.read('collected')
  return { before, full, after, lost: clients.filter(({ closed }) => closed === 4429).length }
}

/** Everybody comes back at once after the server was started anew. */
export async function storm(server: Contender, sockets: number) {
  const prepared = await prepare(server, 300, 100, WORDS)
  await server.kill9()
  const start = performance.now()
  const clients: WireClient[] = []
  for (let at = 0; at < sockets; at += 20) {
    const batch = Array.from({ length: 20 }, (_, n) => openClient(server, prepared, at + n))
    clients.push(...(await Promise.all(batch)))
  }
  await synced(clients)
  const seconds = (performance.now() - start) / 1000
  const texts = new Set(clients.map(({ doc }) => doc.getText('text').toString().length))
  for (const client of clients) client.leave()
  return { seconds, doubled: texts.size > 1 }
}

/** The client at this place: people and documents in turn. */
export async function openClient(
  server: Contender,
  { people, documents }: { people: readonly string[]; documents: readonly string[] },
  at: number,
): Promise<WireClient> {
  const articleId = documents[at % documents.length] ?? ''
  const personId = people[at % people.length] ?? ''
  const token =
    server.name === 'galley'
      ? (await controlOf(() => server.url).ticket({ personId, articleId })).ticket
      : '-'
  const url = `${server.url.replace('http', 'ws')}/collab/${articleId}`
  return new WireClient({ url, name: articleId, token, follow: false })
}

export async function synced(clients: readonly WireClient[]): Promise<void> {
  const deadline = performance.now() + 60_000
  while (clients.some((client) => !client.synced && !client.closed)) {
    if (performance.now() > deadline) throw new Error('Some clients were never synchronised')
    await pause(2)
  }
}
