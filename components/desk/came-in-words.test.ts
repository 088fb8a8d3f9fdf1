import { expect, it } from 'vitest'
import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import { row, wordsOf } from '#lib/testing/words.ts'
import { leftOut, takenIn } from './came-in-words.ts'

const t = wordsOf('newArticle')

const report: CameIn = {
  paragraphs: 1_200,
  notes: { footnote: 2, endnote: 0, comment: 1 },
  changes: {
    ...{ choice: 'reject', insertions: 1, deletions: 1, formatting: 0 },
    ...{ settled: 0, suggestions: 0, suggesters: [] },
  },
  notTaken: { table: 1, picture: 2 },
  sentences: 1,
  withoutPlace: 1,
  sourcesMade: 2,
  sourcesKnown: 1,
  pictures: { taken: 3, refused: [{ alt: 'A roof', reason: 'It is damaged.' }] },
  annotations: [],
}

it('[IMP10] what came in, and what did not, is told in sentences', () => {
  expect(takenIn(t, row, report)).toEqual([
    '1,200 paragraphs',
    '2 footnotes: now evidence',
    '1 comment: now an internal note, which readers never see',
    'Evidence and notes stand on 1 sentence',
    '2 new sources, 1 source that was known already',
    '3 pictures',
    '2 tracked changes, rejected',
  ])
  expect(leftOut(t, report)).toEqual([
    '1 note stands on no sentence: it waits in the tray',
    '2 pictures: their places and descriptions came in',
    '1 table: its words came in as paragraphs',
    '“A roof”: It is damaged.',
  ])
})

it('[IMP10] of a document that brought nothing only that is told', () => {
  const nothing = {
    ...report,
    paragraphs: 0,
    notTaken: {},
    sentences: 0,
    withoutPlace: 0,
    pictures: { taken: 0, refused: [] },
  }
  const notes = { footnote: 0, endnote: 0, comment: 0 }
  const changes = { ...report.changes, insertions: 0, deletions: 0 }
  const empty = { ...nothing, notes, changes, sourcesMade: 0, sourcesKnown: 0 }
  expect([takenIn(t, row, empty), leftOut(t, empty)]).toEqual([['No text'], []])
})

it('[IMP7, IMP11] of what is kept as suggestions it tells how many, whom the document names, and what is accepted', () => {
  const names = [
    { name: 'Ruben Marsh', suggestions: 2 },
    { name: 'Ida Lund', suggestions: 1 },
  ]
  const counted = { insertions: 3, deletions: 1, formatting: 1, settled: 2, suggestions: 3 }
  const changes = { choice: 'suggest', ...counted, suggesters: names } as const
  expect(takenIn(t, row, { ...report, changes }).slice(-2)).toEqual([
    '5 tracked changes: 3 suggestions now, in your name',
    'Whom the document names for them: Ruben Marsh (2), Ida Lund (1)',
  ])
  expect(leftOut(t, { ...report, changes, notTaken: {} })[1]).toBe(
    '2 tracked changes are accepted, of pictures, in notes, or of looks that no article has',
  )
})
