/**
 * `npm run bench:history`: how long it takes to open an article as it was at any of many moments. Of one that was typed
 * in 260,000 rows, with the snapshots that typing it would have left.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import * as Y from 'yjs'
import { openDatabase } from '#db/connection.ts'
import { insertArticle } from '#db/repositories/articles.ts'
import { updateLogOf } from '#db/repositories/update-log.ts'
import { rowChecksum } from '#db/row-checksum.ts'
import { updateOf } from '#lib/collab/edit-document.ts'
import { foldDocument } from '#lib/collab/fold-document.ts'
import { FoldingThread } from '#lib/collab/folding-thread.ts'
import { snapshotOf } from '#lib/collab/make-snapshot.ts'
import { seedDocument } from '#lib/collab/seed-document.ts'
import { stateAtRow } from '#lib/collab/state-at-row.ts'
import { addActor } from '#lib/testing/newsroom.ts'

const ROWS = Number(process.env.GALLEY_ROWS ?? 260_000)
const MOMENTS = Number(process.env.GALLEY_MOMENTS ?? 200)
/** Of the snapshots that typing leaves, these stay. */
const KEPT_EVERY = 4_000

const folder = process.env.DATABASE_URL ? null : mkdtempSync(join(tmpdir(), 'galley-history-'))
const database = await openDatabase(
  folder ? { kind: 'pglite', folder } : { kind: 'postgres', url: process.env.DATABASE_URL ?? '' },
)
const log = updateLogOf(database)
const thread = new FoldingThread()
try {
  const articleId = await write()
  await measure(articleId)
} finally {
  await thread.close()
  await database.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
}

/** Somebody types, deletes now and then, and jumps about, as in a text that is written over weeks. */
async function write(): Promise<string> {
  const id = crypto.randomUUID()
  const person = await addActor(database, id, ['writer'])
  const seed = updateOf(null, (doc) => seedDocument(doc, [], { lang: 'en' })) ?? new Uint8Array()
  const fields = { id, slug: id, lang: 'en', title: '', searchText: '', createdBy: person.id }
  await insertArticle(database.handle, { ...fields, schemaVersion: 1, now: new Date() }, seed)
  const doc = foldDocument()
  Y.applyUpdate(doc, seed)
  const rows: [number, string, number][] = []
  let seq = 1
  doc.on('update', (update: Uint8Array) => {
    seq += 1
    rows.push([seq, Buffer.from(update).toString('base64'), rowChecksum(seq, update)])
  })
  const type = typist(doc.getText('text'))
  while (seq < ROWS) {
    type()
    if (seq % KEPT_EVERY && seq < ROWS) continue
    await store(id, person.id, rows.splice(0))
    if (seq % KEPT_EVERY === 0) await log.saveSnapshot({ articleId: id, seq, ...snapshotOf(doc) })
  }
  const { length } = doc.getText('text')
  console.log(`${ROWS} rows, ${length} characters, ${database.kind}, ${cpus().length} cores`)
  return id
}

function typist(text: Y.Text): () => void {
  let [state, at] = [1, 0]
  const chance = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
  return () => {
    if (chance(60) === 0) at = chance(text.length + 1)
    if (chance(10) < 3 && at > 0) {
      at -= 1
      text.delete(at, 1)
    } else {
      text.insert(at, chance(6) ? 'e' : ' ')
      at += 1
    }
  }
}

/** In one statement: what is measured is reading. */
async function store(id: string, personId: string, rows: readonly unknown[]) {
  const values = JSON.stringify(rows)
  await database.handle.execute(sql`
    insert into article_update (article_id, seq, epoch, person_id, update, checksum)
    select ${id}, (v->>0)::bigint, 1, ${personId}, decode(v->>1, 'base64'), (v->>2)::int
    from jsonb_array_elements(${values}::jsonb) v`)
  await database.handle.execute(sql`
    update article set head_seq = (select max(seq) from article_update where article_id = ${id})
    where id = ${id}`)
}

async function measure(articleId: string) {
  const open = (seq: number) => stateAtRow(log, (given) => thread.content(given), articleId, seq)
  await open(1)
  const times: number[] = []
  for (let n = 0; n < MOMENTS; n++) {
    const seq = 1 + Math.floor((n * 0.618_034 * ROWS) % ROWS)
    const began = performance.now()
    await open(seq)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0)
  console.log(
    `${MOMENTS} moments: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (at most 150 is wanted)`,
  )
}
