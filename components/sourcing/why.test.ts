import { expect, it } from 'vitest'
import {
  approvalOf,
  bare,
  type Claim,
  cite,
  claim,
  contentOf,
  line,
  queryOf,
  reviewOf,
  sourceCalled,
  type TestReview,
} from '#lib/testing/status-builder.ts'
import { list, wordsOf } from '#lib/testing/words.ts'
import { whyOf } from './why.ts'

const t = wordsOf('sourcing')
const oneOf = (sentence: Claim) => contentOf([line('paragraph', sentence)])
const sourcedText = (exact: string, scope: 'sentence' | 'span' = 'sentence') => ({
  ...{ exact, prefix: '', suffix: '', scope },
})

function why(sentence: Claim, review: Partial<TestReview> = {}): string {
  const reviewed = reviewOf({ content: oneOf(sentence), state: 'draft', ...review })
  const [status] = reviewed.statuses
  return status ? whyOf(t, list, status, reviewed.findSource) : ''
}

const log = cite('log')

it.each<readonly [string, Claim]>([
  ['Nobody has said yet what it rests on.', bare('It sank.')],
  [
    'Its sources give context, none of them supports it.',
    claim('It sank.', { cites: [cite('log', { relation: 'context' })] }),
  ],
  ['It has a source, without a passage or a place in it.', claim('It sank.', { cites: [log] })],
  ['It has its evidence.', claim('It sank.', { cites: [cite('log', { quote: 'Sank.' })] })],
  [
    'Still missing: a passage or a place in its source and how sure we are.',
    claim('They paid 412.', { kind: 'number', confidence: null, cites: [log] }),
  ],
  ['It owes the reader no source.', claim('Why?', { kind: 'exempt', confidence: null })],
  [
    'log contradicts it. Readers are owed a note that says so.',
    claim('It sank.', { cites: [cite('log', { relation: 'contradicts' })] }),
  ],
  [
    'log contradicts it. Readers are owed a note that says so.',
    claim('It sank.', {
      cites: [
        cite('log', { relation: 'contradicts', quote: 'Never sank.' }),
        cite('log', { id: 'again', relation: 'contradicts', quote: 'Still afloat.' }),
      ],
    }),
  ],
  [
    'crew and log contradict it. Readers are owed a note that says so.',
    claim('It sank.', {
      cites: [cite('crew', { relation: 'contradicts' }), cite('log', { relation: 'contradicts' })],
    }),
  ],
  [
    'The newsroom calls it disputed.',
    claim('It sank.', { confidence: 'disputed', publicNote: 'Some doubt it.', cites: [log] }),
  ],
  [
    'The words changed since they were sourced: was 412, now 398.',
    claim('They paid 398.', { cites: [log], sourcedText: sourcedText('They paid 412.') }),
  ],
  [
    'The words changed since they were sourced.',
    claim('They paid 398.', { cites: [log], sourcedText: sourcedText('412', 'span') }),
  ],
])('%s', (words, sentence) => {
  expect(why(sentence)).toBe(words)
})

it('a source that was withdrawn supports nothing', () => {
  const sources = [sourceCalled('log', { retiredAt: '2026-11-01T00:00:00Z' })]
  expect(why(claim('It sank.', { cites: [log] }), { sources })).toBe(
    'What it rested on was withdrawn.',
  )
})

it('names who approved, who asks, and what was approved before', () => {
  const paid = (text: string) =>
    claim(text, { id: 'paid', cites: [cite('log', { quote: 'No departure.' })] })
  const before = reviewOf({ content: oneOf(paid('They paid 412.')) })
  const approvals = [approvalOf(before, { on: 'They paid 412.', by: 'ben' })]
  const queries = [
    queryOf(before, { on: 'They paid 412.', by: 'cleo', verdict: 'query', note: 'Sure?' }),
  ]
  expect(why(paid('They paid 412.'), { state: 'inReview' })).toBe(
    'It has its evidence. It waits for a reviewer.',
  )
  expect(why(paid('They paid 412.'), { approvals })).toBe(
    'Ben approved these words and this evidence.',
  )
  expect(why(paid('They paid 398.'), { approvals })).toBe(
    'Ben approved other words: was 412, now 398.',
  )
  expect(why(paid('They paid 412.'), { queries })).toBe(
    'Cleo asks about it. Answer in the words, the evidence or a note; Cleo closes the query then.',
  )
})

it('names the claim of a sentence that has nothing yet, though the sentence has', () => {
  const content = oneOf(claim('It sank at nine.', { id: 'whole', cites: [log] }))
  const [block] = content.blocks
  const part = claim('', { id: 'part', sourcedText: sourcedText('at nine', 'span') }).annotation
  if (block?.type !== 'text' || !part) throw new Error('There is no part')
  const anchors = [...block.anchors, { annotationId: 'part', from: 8, to: 15 }]
  const reviewed = reviewOf({
    content: {
      ...content,
      blocks: [{ ...block, anchors }],
      annotations: new Map([...content.annotations, ['part', part]]),
    },
  })
  const [status] = reviewed.statuses
  expect(status && whyOf(t, list, status, reviewed.findSource)).toBe(
    'Nobody has said yet what “at nine” rests on.',
  )
})
