import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { DocumentReader } from './document-reader.ts'
import { Writers } from './writers.ts'

const MINUTE = 60_000

/** A log by literal: who, at which minute, sent what. */
function written(...rows: readonly (readonly [string, number, Uint8Array])[]) {
  const { doc } = new ClientDoc(99, ...rows.map(([, , update]) => update))
  const writers = new Writers()
  rows.forEach(([personId, minute, update], index) => {
    writers.fold([{ seq: index + 1, personId, at: new Date(minute * MINUTE), update }])
  })
  const { flat } = new DocumentReader(doc)
  return (from: number, to: number) =>
    writers
      .of(doc, flat, [{ block: 'b0', from, to }])
      .map(({ from: start, text, personId, at }) => [
        ...[start, text, personId, Date.parse(at) / MINUTE],
      ])
}

const seed = seedOf('It rained.')

it('[HIS8] each character is of the row that brought it, whatever was sent again', () => {
  const ben = new ClientDoc(8, seed)
  ben.type(4, 'hardly ')
  const all = Y.encodeStateAsUpdate(ben.doc)
  const ask = written(['ada', 0, seed], ['ben', 5, all], ['cy', 6, all])
  expect(ask(0, 17)).toEqual([
    [0, 'It ', 'ada', 0],
    [3, 'hardly ', 'ben', 5],
    [10, 'rained.', 'ada', 0],
  ])
  expect(ask(4, 5)).toEqual([[4, 'a', 'ben', 5]])
  expect(ask(40, 50)).toEqual([])
})

it('[HIS8] keys are told as one, until a pause; what shows nothing takes no room', () => {
  const ada = new ClientDoc(7, seed)
  const rows = [ada.type(11, ' A'), ada.type(13, 'n'), ada.type(14, 'd')]
  const embed = ada.change((doc) => doc.getText('text').insertEmbed(1, { table: 't1' }, {}))
  const ask = written(
    ['ada', 0, seed],
    ['ada', 20, rows[0] ?? seed],
    ['ada', 21, rows[1] ?? seed],
    ['ada', 40, rows[2] ?? seed],
    ['ada', 41, embed],
  )
  expect(ask(0, 14)).toEqual([
    [0, 'It rained.', 'ada', 0],
    [10, ' An', 'ada', 21],
    [13, 'd', 'ada', 40],
  ])
})
