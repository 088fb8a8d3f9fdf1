import { expect, it } from 'vitest'
import { block } from '#lib/testing/builders.ts'
import type { Boundary, TextBlock } from './article-text.ts'
import { sentencesOf, sentencesOfBlock } from './sentences.ts'

const texts = (of: TextBlock) => sentencesOfBlock(of, 'en').map(({ text }) => text)

const withBoundary = (literal: string, ...boundaries: Boundary[]) => ({
  ...block(literal),
  boundaries,
})

it('[TXT5] sentences are numbered from 0 over the whole article; figures have none', () => {
  const figure = {
    type: 'figure',
    id: 'f',
    alt: 'A roof. It leaks.',
    picture: null,
    credit: null,
  } as const
  const blocks = [block('headline: It leaks'), figure, block('It rained. It leaks.')]
  const found = sentencesOf(blocks, 'en')
  expect(found.map(({ index, blockIndex, from, to }) => [index, blockIndex, from, to])).toEqual([
    [0, 0, 0, 8],
    [1, 2, 0, 10],
    [2, 2, 11, 20],
  ])
})

it('[TXT5] a sentence has the annotations that touch a character of it, and its links in order', () => {
  const [one, two] = sentencesOf([block('<z>It <a>rained.</a></z> <a>It</a> leaks.')], 'en')
  expect(one?.annotationIds).toEqual(['a', 'z'])
  expect(two?.annotationIds).toEqual(['a'])
  const formats = [
    { from: 3, to: 5, kind: 'link', href: 'https://b.example/' },
    { from: 6, to: 7, kind: 'link', href: 'https://a.example/' },
    { from: 8, to: 9, kind: 'link', href: 'https://b.example/' },
    { from: 10, to: 11, kind: 'link', href: 'https://c.example/' },
  ] as const
  const [linked] = sentencesOf([{ ...block('It rained. It leaks.'), formats }], 'en')
  expect(linked?.links).toEqual(['https://b.example/', 'https://a.example/'])
})

it('[SEG6] a boundary by hand joins or splits, at the character that follows the place', () => {
  const two = 'It rained. It leaks.'
  expect(texts(withBoundary(two, { at: 11, kind: 'join' }))).toEqual([two])
  expect(texts(withBoundary(two, { at: 10, kind: 'join' }))).toEqual([two])
  expect(texts(withBoundary(two, { at: 3, kind: 'join' }))).toEqual(['It rained.', 'It leaks.'])
  const one = 'It rained; it leaks'
  expect(texts(withBoundary(one, { at: 11, kind: 'split' }))).toEqual(['It rained;', 'it leaks'])
  expect(texts(withBoundary(one, { at: 10, kind: 'split' }))).toEqual(['It rained;', 'it leaks'])
  expect(texts(withBoundary(one, { at: 0, kind: 'split' }))).toEqual([one])
})

it('[TXT6] the sentences of a block that did not change are the same objects', () => {
  const same = block('It rained. It leaks.')
  expect(sentencesOfBlock(same, 'en')).toBe(sentencesOfBlock(same, 'en'))
})
