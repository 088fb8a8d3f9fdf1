import { expect, it } from 'vitest'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import { article, at, only } from '#lib/testing/builders.ts'
import { compareContents } from './compare.ts'
import { findSentence, isUnchanged, traceOf } from './follow.ts'
import { sentenceChanges } from './sentence-changes.ts'

/** The same with its blocks in another order. */
const reordered = (content: ArticleContent, ...order: readonly number[]): ArticleContent => ({
  ...content,
  blocks: order.map((index) => at(content.blocks, index)),
})

it('[HIS3] words, role, place, formatting and evidence are told of the block that they are in', () => {
  const before = article(
    ['headline: It leaks', '<a>It cost 412 euros.</a> It rained.', 'It is over.', 'It snowed.'],
    { a: { kind: 'fact' } },
  )
  const after = article(
    [
      'headline: It leaks',
      '<a>It cost 398 euros.</a> It <b>rained</b>.',
      'quote: It is over.',
      '<c>New.</c>',
    ],
    { a: { kind: 'number' }, c: { kind: 'fact' } },
  )
  const { blocks, counts } = compareContents(before, after)
  expect(blocks.map(({ id, kind }) => [id, kind])).toEqual([
    ['b0', 'same'],
    ['b1', 'changed'],
    ['b2', 'changed'],
    ['b3', 'changed'],
  ])
  expect(at(blocks, 1).segments.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '412' },
    { kind: 'added', text: '398' },
  ])
  expect(at(blocks, 1).formatting).toBe(true)
  expect(only(at(blocks, 1).evidence)).toMatchObject({
    sentence: 'It cost 398 euros.',
    before: { kind: 'fact' },
    after: { kind: 'number' },
  })
  expect(at(blocks, 2)).toMatchObject({ role: 'quote', roleBefore: 'paragraph', moved: false })
  expect(only(at(blocks, 3).evidence)).toMatchObject({ before: null, after: { kind: 'fact' } })
  expect(counts).toEqual({ wordsAdded: 2, wordsRemoved: 3, blocks: 1, evidence: 2, data: 0 })
})

it('[HIS3] a block that is moved, gone or new is told as that, where it stood or stands', () => {
  const whole = article(['One.', 'Two.', 'Three.', 'Four.'])
  const moved = compareContents(whole, reordered(whole, 0, 2, 3, 1)).blocks
  expect(moved.filter((block) => block.moved).map(({ id }) => id)).toEqual(['b1'])
  const gone = compareContents(whole, reordered(whole, 0, 3)).blocks
  expect(gone.map(({ id, kind }) => [id, kind])).toEqual([
    ['b0', 'same'],
    ['b1', 'removed'],
    ['b2', 'removed'],
    ['b3', 'same'],
  ])
  const back = compareContents(reordered(whole, 3), whole).blocks
  expect(back.map(({ kind }) => kind)).toEqual(['added', 'added', 'added', 'same'])
})

it('[HIS3] nothing is told of what stayed', () => {
  const whole = article(['<a>One.</a>', '<b>Two.</b>'], { a: { kind: 'fact' } })
  const { blocks, counts } = compareContents(
    whole,
    article(['<a>One.</a>', '<b>Two.</b>'], { a: { kind: 'fact' } }),
  )
  expect(blocks.every(({ kind }) => kind === 'same')).toBe(true)
  expect(counts).toEqual({ wordsAdded: 0, wordsRemoved: 0, blocks: 0, evidence: 0, data: 0 })
})

it('[HIS4] a sentence is followed by its evidence, by likeness in its block, and by its words elsewhere', () => {
  const find = (literals: readonly string[], trace: Parameters<typeof findSentence>[1]) =>
    findSentence(article(literals, { a: { kind: 'fact' } }), trace)?.text ?? null
  const known = { annotationIds: ['a'], blockId: 'b0', text: 'It cost 398 euros.' }
  expect(find(['It cost 398 euros.', '<a>A bridge.</a>'], known)).toBe('A bridge.')
  const plain = { ...known, annotationIds: [] }
  expect(find(['It rained. It cost 412 euros.', 'It cost 398 euros.'], plain)).toBe(
    'It cost 412 euros.',
  )
  expect(find(['It rained.', 'It cost 398 euros.'], plain)).toBe('It cost 398 euros.')
  expect(find(['It rained.', 'Nothing like it.'], plain)).toBeNull()
})

it('[HIS4] it has changed when its words or its evidence have', () => {
  const found = (literal: string, kind: 'fact' | 'number') =>
    findSentence(article([literal], { a: { kind } }), {
      ...{ annotationIds: ['a'], blockId: 'b0', text: 'One.' },
    })
  const one = found('<a>One.</a>', 'fact')
  expect(one && traceOf(one)).toEqual({ annotationIds: ['a'], blockId: 'b0', text: 'One.' })
  expect(isUnchanged(one, found('<a>One.</a> Two.', 'fact'))).toBe(true)
  expect(isUnchanged(one, found('<a>One!</a>', 'fact'))).toBe(false)
  expect(isUnchanged(one, found('<a>One.</a>', 'number'))).toBe(false)
  expect([isUnchanged(one, null), isUnchanged(null, null)]).toEqual([false, true])
})

it('[HIS4] keys in one breath are one change; somebody else, or a while, makes another', () => {
  const step = (seq: number, personId: string, minute: number, text: string) => {
    return { seq, personId, at: minute * 60_000, content: article([text, 'It rained.']) }
  }
  const steps = [
    step(2, 'ada', 0, 'It cost 4 euros today.'),
    step(3, 'ada', 0, 'It cost 41 euros today.'),
    step(4, 'ben', 1, 'It cost 412 euros today.'),
    step(5, 'ada', 2, 'It cost 412 euros today.'),
    step(6, 'ben', 30, 'It cost 398 euros today.'),
    step(7, 'ben', 30.5, 'It cost 398 euros today!'),
    step(8, 'ben', 30.6, 'It cost 398 euros today.'),
  ]
  const trace = { annotationIds: [], blockId: 'b0', text: 'It cost 398 euros today.' }
  const { changes } = sentenceChanges(article(['It rained.']), steps, trace)
  expect(
    changes.map(({ personId, moment, before, after }) => [
      ...[personId, moment.from, moment.seq, before?.text ?? null, after?.text ?? null],
    ]),
  ).toEqual([
    ['ben', 6, 8, 'It cost 412 euros today.', 'It cost 398 euros today.'],
    ['ben', 4, 4, 'It cost 41 euros today.', 'It cost 412 euros today.'],
    ['ada', 2, 3, null, 'It cost 41 euros today.'],
  ])
})

it('[HIS3] evidence that went from a block is told of it, also where the block stays', () => {
  const before = article(['<a>It rained.</a>', 'So.'], { a: { kind: 'fact' } })
  const after = article(['It rained.', 'So.'], {})
  const { blocks, counts } = compareContents(before, after)
  expect(blocks.map(({ kind }) => kind)).toEqual(['changed', 'same'])
  expect(only(at(blocks, 0).evidence)).toMatchObject({ annotationId: 'a', after: null })
  expect(counts.evidence).toBe(1)
})

it('[HIS3] evidence without a place that was thrown away is told, with what it said', () => {
  const lost = { kind: 'fact', note: 'Ask.' } as const
  const before = article(['<a>It rained.</a>'], { a: { kind: 'fact' }, lost, empty: {} })
  const after = { ...before, annotations: new Map() }
  const { discarded, counts } = compareContents(before, after)
  expect(discarded.map(({ id, note }) => [id, note])).toEqual([['lost', 'Ask.']])
  expect(counts.evidence).toBe(2)
  expect(compareContents(before, before).discarded).toEqual([])
})

it('[HIS3] byline, section, dateline and language are told, and nothing of those that stayed', () => {
  const before = article(['It rained.'], {})
  const said = { byline: 'Ada Quill', dateline: 'Tarn', lang: 'fr' }
  const after = { ...before, meta: { ...before.meta, ...said } }
  const { data, counts } = compareContents(before, after)
  expect(data).toEqual([
    { field: 'byline', before: '', after: 'Ada Quill' },
    { field: 'dateline', before: '', after: 'Tarn' },
    { field: 'lang', before: 'en', after: 'fr' },
  ])
  expect(counts.data).toBe(3)
  expect(compareContents(after, after).data).toEqual([])
})
