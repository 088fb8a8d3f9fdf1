import { expect, it } from 'vitest'
import { queueOf } from '#lib/domain/review/queue.ts'
import {
  bare,
  cite,
  claim,
  contentOf,
  line,
  queryOf,
  reviewOf,
} from '#lib/testing/status-builder.ts'
import { list, wordsOf } from '#lib/testing/words.ts'
import { waitingWords } from './waiting.ts'

const t = wordsOf('review')
const cites = [cite('log', { quote: 'No departure.' })]
const reviewed = reviewOf({
  content: contentOf([
    line(
      'paragraph',
      ...[bare('It rained.'), bare('It sank.'), bare('All swam.')],
      ...['Nobody saw it.', 'They paid 412.', 'They left.'].map((text) => claim(text, { cites })),
    ),
  ]),
})
const asked = (on: string, by: string) =>
  queryOf(reviewed, { on, by, verdict: 'query', note: 'Sure?' })

it('[QUE4] says what is waited for and of whom, the same once', () => {
  const { statuses } = reviewOf({
    content: reviewed.content,
    queries: [
      ...[asked('Nobody saw it.', 'ben'), asked('They paid 412.', 'ana')],
      ...[asked('They paid 412.', 'cleo'), asked('They paid 412.', 'dora')],
    ],
  })
  const writers = ['Ana', 'Ana', '', 'Ana and Cleo', '', '']
  const queue = queueOf(statuses, 'ben', [[], [], [], [], [], ['ben']])
  const said = waitingWords(t, list, queue, ({ status }) => {
    return writers[status.sentence.index] || null
  })
  expect(said.toSorted()).toEqual([
    '1 sentence waits for Ana, Cleo and Dora to close what they asked.',
    '1 sentence waits for a source.',
    '1 sentence waits for an answer to your query from Ana and Cleo.',
    '1 sentence waits for another reviewer, because you changed what they say.',
    '2 sentences wait for a source from Ana.',
  ])
})
