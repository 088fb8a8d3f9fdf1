import { expect, it } from 'vitest'
import { article, block } from '#lib/testing/builders.ts'
import { findQuoted, threadPlaces, touches } from './places.ts'

const threadOn = (literal: string, ...spans: readonly (readonly [string, number, number])[]) => ({
  ...block(literal),
  threads: spans.map(([threadId, from, to]) => ({ threadId, from, to })),
})

it('[THR1] a thread stands from its first to its last character, and in the first of several blocks', () => {
  const blocks = [
    { type: 'figure', id: 'f', alt: '', picture: null, credit: null } as const,
    threadOn('It rained. It stopped.', ['t', 3, 9], ['u', 11, 13], ['u', 14, 22]),
    threadOn('Nobody came.', ['u', 0, 6]),
  ]
  const places = threadPlaces(blocks)
  expect([...places]).toEqual([
    ['t', { blockIndex: 1, from: 3, to: 9 }],
    ['u', { blockIndex: 1, from: 11, to: 22 }],
  ])
  expect(threadPlaces(blocks)).toEqual(places)
})

it('[THR1] a sentence has the threads that share a character with it', () => {
  const sentence = { blockIndex: 1, from: 11, to: 22 } as Parameters<typeof touches>[1]
  expect(touches({ blockIndex: 1, from: 3, to: 11 }, sentence)).toBe(false)
  expect(touches({ blockIndex: 1, from: 3, to: 12 }, sentence)).toBe(true)
  expect(touches({ blockIndex: 0, from: 3, to: 12 }, sentence)).toBe(false)
  expect(touches(null, sentence)).toBe(false)
})

it('[THR3] quoted words are found at their place, else nearest in the block, else where they stand alone', () => {
  const { blocks } = article(['It rained. It rained again.', 'Nobody came. It', 'It came.'])
  const find = (blockIndex: number, from: number, quote: string) =>
    findQuoted(blocks, { blockIndex, from, to: from + quote.length, quote })
  expect(find(0, 11, 'It')).toEqual({ blockIndex: 0, from: 11, to: 13 })
  expect(find(0, 9, 'It')).toEqual({ blockIndex: 0, from: 11, to: 13 })
  expect(find(0, 1, 'It')).toEqual({ blockIndex: 0, from: 0, to: 2 })
  expect(find(0, 4, 'Nobody')).toEqual({ blockIndex: 1, from: 0, to: 6 })
  expect(find(9, 4, 'Nobody')).toEqual({ blockIndex: 1, from: 0, to: 6 })
  expect(find(0, 4, 'came.')).toBeNull()
  expect(find(0, 4, 'gone')).toBeNull()
  expect(find(0, 2, ' ')).toBeNull()
  expect(findQuoted(blocks, { blockIndex: 0, from: 0, to: 3, quote: 'It' })).toBeNull()
})

it('[THR3] half a character is no word, and nobody looks for words within each other', () => {
  const find = (literal: string, from: number, quote: string) =>
    findQuoted([block(literal)], { blockIndex: 0, from, to: from + quote.length, quote })
  expect(find('A😀', 1, '\ud83d')).toBeNull()
  expect(find('A😀', 1, '😀')).toEqual({ blockIndex: 0, from: 1, to: 3 })
  expect(find('aaaa', 1, 'aa')).toEqual({ blockIndex: 0, from: 1, to: 3 })
  const long = 'a'.repeat(200_000)
  expect(find(long, 1, `${'a'.repeat(50_000)}b`)).toBeNull()
  expect(find(long, 300_000, 'a'.repeat(50_000))).toMatchObject({ blockIndex: 0 })
})
