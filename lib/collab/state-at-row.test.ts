import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { ada, newRooms, seed } from '#lib/testing/test-rooms.ts'
import { Compactor } from './compactor.ts'
import { DocumentReader } from './document-reader.ts'
import { foldLog } from './fold-log.ts'
import type { StoredLog } from './log-store.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { ArticleUnavailable } from './ports.ts'
import { stateAtRow } from './state-at-row.ts'

const contentOf = async (log: StoredLog) => new DocumentReader(foldLog(log)).content

/** An article of some rows, with a snapshot here and there, and what it said after each row. */
async function article() {
  const { log, rooms } = newRooms()
  const compactor = new Compactor(log, async (given) => makeSnapshot(given))
  const client = new ClientDoc(5, seed)
  const said = [await contentOf({ headSeq: 1, snapshot: null, tail: log.of('x').rows })]
  for (let n = 2; n <= 40; n++) {
    const update =
      n % 5 === 4
        ? client.delete(1, 2)
        : client.change((doc) => {
            doc.getText('text').insert(1 + (n % 3), `${n}.`, n % 4 ? {} : { 'annotation:a': true })
            doc.getMap('annotations').set('a', new Y.Map([['kind', n % 2 ? 'fact' : 'quote']]))
          })
    await rooms.receive('x', ada, update)
    const { doc, headSeq: seq, state } = await rooms.open('x')
    said.push(state.content)
    const stateVector = Y.encodeStateVector(doc)
    if (n % 9 === 0) await compactor.compact({ articleId: 'x', seq, stateVector })
  }
  return { log, said }
}

it('[LOG10] the article as it was after each row, whatever snapshots there are', async () => {
  const { log, said } = await article()
  expect(log.of('x').snapshots.length).toBe(4)
  for (let seq = 1; seq <= 40; seq++) {
    expect(await stateAtRow(log, contentOf, 'x', seq), `row ${seq}`).toEqual(said[seq - 1])
  }
})

it('[LOG10] a row that is not there, and one that cannot be read, are refused', async () => {
  const { log } = await article()
  const reasonOf = async (seq: number) => {
    const error: unknown = await stateAtRow(log, contentOf, 'x', seq).catch((caught) => caught)
    expect(error).toBeInstanceOf(ArticleUnavailable)
    return (error as ArticleUnavailable).reason
  }
  expect(await reasonOf(41)).toBe('missing')
  Object.assign(log.of('x').rows[20] ?? {}, { intact: false })
  expect(await reasonOf(22)).toBe('damaged')
  expect((await stateAtRow(log, contentOf, 'x', 28)).blocks.length).toBeGreaterThan(0)
})
