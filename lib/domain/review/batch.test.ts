import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  approvalOf,
  cite,
  claim,
  contentOf,
  line,
  queryOf,
  reviewOf,
  type TestReview,
} from '#lib/testing/status-builder.ts'
import { BATCH_SIZE, batchOf, whyAlone } from './batch.ts'
import { queueOf } from './queue.ts'

const cites = [cite('log', { quote: 'No departure recorded.' })]
const content = contentOf([
  line(
    'paragraph',
    claim('It rained.', { id: 'rain', cites }),
    claim('They paid 412.', { id: 'paid', kind: 'number', cites }),
    claim('It sank.', { id: 'sank', cites: [cite('log')] }),
    claim('Nobody came.', { id: 'came', cites }),
  ),
])
const words = (
  review: Partial<TestReview> = {},
  { own = [] as number[], unseen = '', talked = '' } = {},
) => {
  const { statuses } = reviewOf({ content, ...review })
  const authors = statuses.map((_, index) => (own.includes(index) ? ['ben'] : []))
  const seen = statuses.filter(({ sentence }) => sentence.text !== unseen)
  const viewed = new Set(seen.map(({ fingerprint }) => fingerprint))
  const batch = batchOf(
    queueOf(statuses, 'ben', authors),
    viewed,
    ({ sentence }) => sentence.text === talked,
  )
  return batch.map(({ status }) => status.sentence.text)
}

it('[QUE8] together are approved sentences that were viewed, are evidenced, and hold nothing of high risk', () => {
  expect(words()).toEqual(['It rained.', 'Nobody came.'])
  expect(words({}, { unseen: 'It rained.' })).toEqual(['Nobody came.'])
  expect(words({}, { talked: 'It rained.' })).toEqual(['Nobody came.'])
  expect(words({}, { own: [3] })).toEqual(['It rained.'])
  const before = reviewOf({ content })
  const asked = queryOf(before, { on: 'It rained.', by: 'ana', verdict: 'query', note: 'Sure?' })
  expect(words({ queries: [asked] })).toEqual(['Nobody came.'])
  const given = approvalOf(before, { on: 'It rained.', by: 'ben' })
  expect(words({ approvals: [given] })).toEqual(['Nobody came.'])
})

it('[QUE8] never more than ten, and none twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
      const claims = Array.from({ length: count }, (_, at) =>
        claim(`It rained ${'on'.repeat(at + 1)}.`, { id: `a${at}`, cites }),
      )
      const got = words({ content: contentOf([line('paragraph', ...claims)]) })
      expect(got).toHaveLength(Math.min(count, BATCH_SIZE))
      expect(new Set(got).size).toBe(got.length)
    }),
    { numRuns: 20 },
  )
})

it('[QUE10] says of each sentence that is approved by itself why, and of no other', () => {
  const before = reviewOf({ content })
  const asked = queryOf(before, { on: 'Nobody came.', by: 'ana', verdict: 'query', note: 'Sure?' })
  const why = (review: Partial<TestReview> = {}) =>
    reviewOf({ content, ...review }).statuses.map(
      (status) => [status.sentence.text, whyAlone(status)] as const,
    )
  const single = 'numbers, quotes and allegations are checked one by one'
  expect(why({ queries: [asked] })).toEqual([
    ['It rained.', null],
    ['They paid 412.', single],
    ['It sank.', 'no place or passage of a source stands with it'],
    ['Nobody came.', 'somebody asks about it'],
  ])
  const bare = contentOf([line('paragraph', claim('It rained.', { id: 'rain', kind: 'exempt' }))])
  expect(why({ content: bare })).toEqual([['It rained.', 'it rests on no source']])
})
