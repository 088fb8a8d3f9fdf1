import { expect, it } from 'vitest'
import type { DeltaOp } from './flat-text.ts'
import { readBlock } from './read-block.ts'
import { flatBlocks } from './read-flat.ts'
import { sentencesOf } from './sentences.ts'

const read = (delta: readonly DeltaOp[], entry = {}) =>
  flatBlocks(delta).map((block) => readBlock(block, entry))

const texts = (delta: readonly DeltaOp[]) =>
  read(delta).map((block) =>
    block.type === 'text' ? `${block.id}: ${block.text}` : `figure ${block.id}`,
  )

it('[TXT1] an opening begins a block; text before any, or after a figure, is a paragraph of its own', () => {
  expect(
    texts([
      { insert: 'stray' },
      { insert: { block: 'a' } },
      { insert: 'one' },
      { insert: { figure: 'f' } },
      { insert: 'after' },
      { insert: { block: 'b' } },
    ]),
  ).toEqual([': stray', 'a: one', 'figure f', ': after', 'b: '])
  expect(texts([])).toEqual([])
})

it('[TXT1] an embed of a kind that we do not know shows nothing, and keeps its place', () => {
  const blocks = flatBlocks([
    { insert: { block: 'a' } },
    { insert: 'on' },
    { insert: { table: 1 } },
    { insert: 'e' },
  ])
  expect(blocks.map(({ length }) => length)).toEqual([5])
  expect(texts([{ insert: { block: 7 } }, { insert: {} }, { insert: 'one' }])).toEqual([': one'])
})

it('[TXT3] an unknown role, or none, is a paragraph', () => {
  const roleOf = (entry: object) =>
    read([{ insert: { block: 'a' } }], entry).map((block) => block.type === 'text' && block.role)
  expect(roleOf({ role: 'quote' })).toEqual(['quote'])
  for (const role of ['poem', 7, null, {}, 'constructor'])
    expect(roleOf({ role })).toEqual(['paragraph'])
  expect(roleOf({})).toEqual(['paragraph'])
})

it('[TXT4] only formatting that is known is read, and links through the allow-list', () => {
  const attributes = {
    bold: true,
    colour: 'red',
    link: 'javascript:alert(1)',
    italic: false,
    boundary: 'tear',
  }
  expect(read([{ insert: { block: 'a' } }, { insert: 'one', attributes }])).toMatchObject([
    { formats: [{ from: 0, to: 3, kind: 'bold' }], anchors: [], boundaries: [] },
  ])
})

it('[THR1, THR2] threads are read apart from the annotations, and no sentence looks at them', () => {
  const talked = { 'thread:t': true, 'annotation:a': true }
  const blocks = read([
    { insert: { block: 'a' } },
    { insert: 'It ', attributes: { 'thread:u': true } },
    { insert: 'rained.', attributes: talked },
    { insert: ' Yes.', attributes: { 'thread:t': true, 'thread:off': null } },
  ])
  expect(blocks).toMatchObject([
    {
      anchors: [{ annotationId: 'a', from: 3, to: 10 }],
      threads: [
        { threadId: 'u', from: 0, to: 3 },
        { threadId: 't', from: 3, to: 15 },
      ],
    },
  ])
  const bare = blocks.map((block) => (block.type === 'text' ? { ...block, threads: [] } : block))
  const derived = (given: typeof blocks) =>
    sentencesOf(given, 'en').map(({ identity: _, ...sentence }) => sentence)
  expect(derived(blocks)).toEqual(derived(bare))
  expect(derived(blocks)[0]?.annotationIds).toEqual(['a'])
})

it('[TXT6] how the characters are cut into runs does not show', () => {
  const marks = { bold: true, link: 'https://example.org/', 'annotation:x': true, boundary: 'join' }
  const backwards = Object.fromEntries(Object.entries(marks).reverse())
  const whole = read([{ insert: { block: 'a' } }, { insert: 'onetwo', attributes: marks }])
  const cut = read([
    { insert: { block: 'a' } },
    { insert: 'one', attributes: marks },
    { insert: 'two', attributes: backwards },
  ])
  expect(cut).toEqual(whole)
  expect(whole).toMatchObject([
    { boundaries: [{ at: 0, kind: 'join' }], anchors: [{ from: 0, to: 6 }] },
  ])
})

it('[FIG4] a figure names a picture by its hash and a credit by its id; what can name nothing is none', () => {
  const [flat] = flatBlocks([{ insert: { figure: 'f' } }])
  const read = (entry: Readonly<Record<string, unknown>>) => readBlock(flat!, entry)
  const hash = '0123456789abcdef'.repeat(4)
  const credit = 'a0000000-0000-4000-8000-000000000000'
  const figure = { type: 'figure', id: 'f' }
  expect(read({ alt: 'A roof', picture: hash, credit, src: 'https://spy.example/x.gif' })).toEqual({
    ...figure,
    ...{ alt: 'A roof', picture: hash, credit },
  })
  for (const wrong of [hash.toUpperCase(), `/${hash}`, `${hash}/../x`, '', 3, null, {}]) {
    const none = { ...figure, alt: '', picture: null, credit: null }
    expect(read({ alt: 7, picture: wrong, credit: wrong })).toEqual(none)
  }
})
