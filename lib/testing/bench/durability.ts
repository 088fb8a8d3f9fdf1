import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import * as Y from 'yjs'
import { dice } from '#lib/testing/dice.ts'
import type { WireClient } from '#lib/testing/wire.ts'
import type { Contender } from './contender.ts'
import { openClient, prepare, synced } from './loads.ts'

/** Somebody who types marks that nobody else types, and knows which of them were acknowledged. */
class Typist {
  readonly client: WireClient
  readonly document: string
  readonly #name: string
  readonly #typed: string[] = []
  acknowledged = 0

  constructor(client: WireClient, document: string, name: string) {
    this.client = client
    this.document = document
    this.#name = name
    client.acknowledged = () => this.acknowledged++
  }

  type(): string {
    const mark = `~${this.#name}-${this.#typed.length};`
    this.client.change((doc) => {
      const text = doc.getText('text')
      text.insert(text.length, mark)
    })
    this.#typed.push(mark)
    return mark
  }

  /** Of what was acknowledged, what is not in the text. The server acknowledges in the order in which it was sent. */
  lostFrom(text: string): number {
    return this.#typed.slice(0, this.acknowledged).filter((mark) => !text.includes(mark)).length
  }
}

const KILLS = 5
const TYPISTS = 10
const DOCUMENTS = 5

export interface Killed {
  readonly acknowledged: number
  readonly lost: number
  readonly worst: number
}

/** Ten type in five documents, three seconds longer each time, then the power goes: what was acknowledged and is not there afterwards. */
export async function killWhileTyping(server: Contender): Promise<Killed> {
  const sum = { acknowledged: 0, lost: 0, worst: 0 }
  for (let round = 0; round < KILLS; round++) {
    const prepared = await prepare(server, TYPISTS, DOCUMENTS, 'It rained.')
    const typists: Typist[] = []
    for (let at = 0; at < TYPISTS; at++) {
      const client = await openClient(server, prepared, at)
      const document = prepared.documents[at % DOCUMENTS] ?? ''
      typists.push(new Typist(client, document, `${round}-${at}`))
    }
    await synced(typists.map(({ client }) => client))
    const until = performance.now() + 3_000 * (round + 1)
    while (performance.now() < until) {
      for (const typist of typists) typist.type()
      await pause(50)
    }
    await server.kill9()
    let lost = 0
    for (let at = 0; at < DOCUMENTS; at++) {
      const reader = await openClient(server, prepared, at)
      await synced([reader])
      const text = reader.doc.getText('text').toString()
      const here = typists.filter(({ document }) => document === prepared.documents[at])
      lost += here.reduce((all, typist) => all + typist.lostFrom(text), 0)
      reader.leave()
    }
    sum.acknowledged += typists.reduce((all, { acknowledged }) => all + acknowledged, 0)
    sum.lost += lost
    sum.worst = Math.max(sum.worst, lost)
  }
  return sum
}

const TYPED_SECONDS = 14

/** Milliseconds until what somebody types, twice a second, is in the database: each key. */
export async function untilDurable(server: Contender, url: string): Promise<readonly number[]> {
  const prepared = await prepare(server, 1, 1, 'It rained.')
  const client = await openClient(server, prepared, 0)
  await synced([client])
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  const typist = new Typist(client, prepared.documents[0] ?? '', 'a')
  const waiting = new Map<string, number>()
  const times: number[] = []
  const start = performance.now()
  let keys = 0
  while (performance.now() < start + TYPED_SECONDS * 1000 || waiting.size) {
    const now = performance.now()
    const isDue = now - start >= keys * 500 && keys < TYPED_SECONDS * 2
    if (isDue) {
      keys += 1
      waiting.set(typist.type(), performance.now())
    }
    const text = await storedText(server, database, typist.document)
    for (const [mark, since] of waiting) {
      if (!text.includes(mark)) continue
      times.push(performance.now() - since)
      waiting.delete(mark)
    }
    if (!waiting.size) await pause(5)
  }
  client.leave()
  await database.end()
  return times
}

/** What a reader of the database alone finds. */
async function storedText(server: Contender, database: pg.Client, document: string) {
  const doc = new Y.Doc()
  const { rows } =
    server.name === 'galley'
      ? await database.query(
          'select update as data from article_update where article_id = $1 order by seq',
          [document],
        )
      : await database.query('select data from peer_document where name = $1', [document])
  for (const { data } of rows) if (data) Y.applyUpdate(doc, data)
  return doc.getText('text').toString()
}

const LONG_TEXT = 200_000
/** Letters by chance: a text that repeats itself would be packed to nothing where it is stored. */
function longText(): string {
  const { int } = dice(8)
  return Array.from({ length: LONG_TEXT }, () => 'etaoin shrdlu.'.charAt(int(14))).join('')
}

const BURSTS = 10
const KEYS_A_BURST = 20
/** Longer than the peer waits before it stores: one store for each pause. */
const PAUSE = 2_500

/** Bytes that the database writes to its log for a thousand keys in a document of 200,000 characters, with pauses. */
export async function bytesWritten(server: Contender, url: string): Promise<number> {
  const prepared = await prepare(server, 1, 1, 'It rained.')
  const client = await openClient(server, prepared, 0)
  await synced([client])
  client.change((doc) => {
    const text = doc.getText('text')
    text.insert(text.length, longText())
  })
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  const position = async () =>
    BigInt((await database.query('select pg_current_wal_lsn() - $$0/0$$ as at')).rows[0].at)
  await pause(2 * PAUSE)
  // What the database writes for itself after a checkpoint would count for whoever came first.
  await database.query('checkpoint')
  const before = await position()
  for (let burst = 0; burst < BURSTS; burst++) {
    for (let key = 0; key < KEYS_A_BURST; key++) {
      client.change((doc) => {
        const text = doc.getText('text')
        text.insert(text.length - (key + 1) * 7, 'x')
      })
      await pause(10)
    }
    await pause(PAUSE)
  }
  const after = await position()
  client.leave()
  await database.end()
  return (Number(after - before) / (BURSTS * KEYS_A_BURST)) * 1000
}
