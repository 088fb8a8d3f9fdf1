import pg from 'pg'
import * as Y from 'yjs'
import { rowChecksum } from '#db/row-checksum.ts'
import { foldDocument } from '#lib/collab/fold-document.ts'
import { snapshotOf } from '#lib/collab/make-snapshot.ts'
import { controlOf } from '#lib/testing/control.ts'
import { dice } from '#lib/testing/dice.ts'
import { WireClient } from '#lib/testing/wire.ts'
import type { Contender } from './contender.ts'

const EDITS = 260_000
const CHARACTERS = 105_000
/** Rows behind the newest snapshot: as many as there may be just before the next. */
const TAIL = 490
const COPIES = 5

/**
 * Milliseconds until the server, and until a client, has an article that nobody has opened since the start; and the text, for
 * the peer.
 */
export async function coldOpen(server: Contender, databaseUrl: string) {
  const control = controlOf(() => server.url)
  const [personId = ''] = await control.people({ count: 1, roles: ['editor'] })
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const articles: string[] = []
  for (let copy = 0; copy < COPIES; copy++) {
    articles.push((await control.article({ personId, text: '' })).id)
  }
  const state = await writeHistory(database, articles)
  await database.end()
  const times = { server: [] as number[], client: [] as number[] }
  for (let start = 0; start < 2; start++) {
    await server.kill9()
    // The process as it is in the middle of its day: another article has been opened.
    await control.text({ articleId: (await control.article({ personId, text: 'It rained.' })).id })
    for (const articleId of articles) {
      const from = performance.now()
      const { ticket } = await control.ticket({ personId, articleId })
      times.server.push(performance.now() - from)
      await opened(server, articleId, ticket)
      times.client.push(performance.now() - from)
    }
  }
  return { times, state }
}

/** The same text in the peer, as it stores it: one state, without a history. */
export async function coldOpenPeer(server: Contender, databaseUrl: string, state: Uint8Array) {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const run = Math.random().toString(36).slice(2)
  const names = Array.from({ length: COPIES }, (_, copy) => `${run}-${copy}`)
  for (const name of names)
    await database.query('insert into peer_document (name, data) values ($1, $2)', [
      name,
      Buffer.from(state),
    ])
  await database.end()
  const client: number[] = []
  for (let start = 0; start < 2; start++) {
    await server.kill9()
    await opened(server, `${run}-other-${start}`, '-')
    for (const name of names) {
      const from = performance.now()
      await opened(server, name, '-')
      client.push(performance.now() - from)
    }
  }
  return { server: [], client }
}

async function opened(server: Contender, articleId: string, token: string): Promise<void> {
  const url = `${server.url.replace('http', 'ws')}/collab/${articleId}`
  const client = new WireClient({ url, name: articleId, token, follow: false })
  while (!client.synced) await new Promise((resolve) => setTimeout(resolve, 1))
  client.leave()
}

/** Years of typing. The first article gets it, the others copies. */
async function writeHistory(database: pg.Client, articles: readonly string[]): Promise<Uint8Array> {
  const [first = '', ...others] = articles
  const { rows: seeds } = await database.query(
    'select update from article_update where article_id = $1',
    [first],
  )
  const doc = foldDocument()
  doc.clientID = 77
  Y.applyUpdate(doc, seeds[0].update)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  type(doc)
  await insert(database, first, updates.slice(0, EDITS - TAIL))
  await snapshot(database, first, updates.length + 1 - TAIL, seeds[0].update, updates)
  await insert(database, first, updates.slice(EDITS - TAIL), EDITS - TAIL)
  await database.query('update article set head_seq = $2 where id = $1', [
    first,
    updates.length + 1,
  ])
  for (const id of others) {
    await database.query('delete from article_update where article_id = $1', [id])
    await database.query(
      'insert into article_update select $2, seq, epoch, person_id, session_id, at, update, checksum from article_update where article_id = $1',
      [first, id],
    )
    await database.query(
      'insert into article_snapshot (article_id, seq, state, sha256, at, state_vector, content_hash) select $2, seq, state, sha256, at, state_vector, content_hash from article_snapshot where article_id = $1',
      [first, id],
    )
    await database.query('update article set head_seq = $2 where id = $1', [id, updates.length + 1])
  }
  return Y.encodeStateAsUpdate(doc)
}

/** Mostly on, some back, now and then elsewhere. */
function type(doc: Y.Doc) {
  const { chance, int } = dice(6)
  const text = doc.getText('text')
  let at = text.length
  for (let edit = 0; edit < EDITS; edit++) {
    if (chance(0.01)) at = 1 + int(text.length)
    const back = text.length > CHARACTERS || chance(0.29)
    if (back && at > 1) text.delete(--at, 1)
    else text.insert(at++, 'etaoin shr'.charAt(int(10)))
  }
}

async function insert(database: pg.Client, id: string, updates: readonly Uint8Array[], from = 0) {
  for (let at = 0; at < updates.length; at += 5_000) {
    const part = updates.slice(at, at + 5_000)
    const seqs = part.map((_, n) => from + at + n + 2)
    const sums = part.map((update, n) => rowChecksum(seqs[n] ?? 0, update))
    await database.query(
      `insert into article_update (article_id, seq, epoch, person_id, update, checksum)
       select $1, seq, 1, 'history', decode(update, 'hex'), checksum
       from unnest($2::bigint[], $3::text[], $4::int[]) as row (seq, update, checksum)`,
      [id, seqs, part.map((update) => Buffer.from(update).toString('hex')), sums],
    )
  }
}

async function snapshot(
  database: pg.Client,
  id: string,
  seq: number,
  seed: Uint8Array,
  updates: readonly Uint8Array[],
) {
  const doc = foldDocument()
  doc.transact(() => {
    for (const update of [seed, ...updates.slice(0, seq - 1)]) Y.applyUpdate(doc, update)
  })
  const { state, sha256, stateVector, contentHash } = snapshotOf(doc)
  await database.query(
    'insert into article_snapshot (article_id, seq, state, sha256, state_vector, content_hash) values ($1, $2, $3, $4, $5, $6)',
    [id, seq, Buffer.from(state), sha256, Buffer.from(stateVector), contentHash],
  )
}
