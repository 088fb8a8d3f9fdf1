import { expect, it } from 'vitest'
import type { HistoryWords } from '#components/history/use-history-words.ts'
import { timeWords } from '#components/ui/time-words.ts'
import {
  approvalOf,
  cite,
  claim,
  contentOf,
  line,
  queryOf,
  reviewOf,
} from '#lib/testing/status-builder.ts'
import { list, row, wordsOf } from '#lib/testing/words.ts'
import { actsOf, whatChanged } from './sentence-record.tsx'

const t = wordsOf('sourcing')
const history: HistoryWords = {
  t: wordsOf('history'),
  ...{ list, row, time: timeWords(wordsOf('time'), 'en-GB') },
}
const found = (text: string, ...cites: ReturnType<typeof cite>[]) => {
  const content = contentOf([line('paragraph', claim(text, { id: 'it', cites }))])
  return { text, blockId: 'b', annotations: [...content.annotations.values()] }
}
const title = (id: string) => ({ log: 'Lock log' })[id] ?? ''

it('says what was done to a sentence: its words, its evidence, or both', () => {
  const bare = { text: 'It sank.', blockId: 'b', annotations: [] }
  expect(whatChanged(t, history, { before: null, after: bare }, title)).toBe('Wrote it.')
  expect(
    whatChanged(t, history, { before: bare, after: found('It sank.', cite('log')) }, title),
  ).toMatch(/^Evidence added: .*“Lock log”.*\.$/)
  const [was, is] = [
    found('It took 412 days.', cite('log')),
    found('It took 398 days.', cite('log')),
  ]
  expect(whatChanged(t, history, { before: was, after: is }, title)).toMatch(
    /^Changed the words: .*412.*398/,
  )
  expect(whatChanged(t, history, { before: bare, after: null }, title)).toBe('Took it out.')
})

it('[HIS4] lists what was done and what was decided together, newest first, each with who and when', () => {
  const sentence = claim('It sank.', { id: 'it', cites: [cite('log')] })
  const reviewed = reviewOf({ content: contentOf([line('paragraph', sentence)]) })
  const [status] = reviewed.statuses
  if (!status) throw new Error('There is one sentence')
  const at = (hour: number) => `2026-11-30T0${hour}:00:00.000Z`
  const change = (hour: number, before: boolean) => ({
    ...{ moment: {} as never, personId: 'ada', at: at(hour) },
    before: before ? { text: 'It sank.', blockId: 'b', annotations: [] } : null,
    after: before
      ? found('It sank.', cite('log'))
      : { text: 'It sank.', blockId: 'b', annotations: [] },
  })
  const record = {
    ...{ changes: [change(4, true), change(1, false)], next: null, head: 9 },
    ...{ trace: { annotationIds: [], blockId: 'b', text: '' }, people: { ada: 'Ada Quill' } },
  }
  const decided = {
    ...status,
    approvals: [],
    lapsed: { ...approvalOf(reviewed, { on: 'It sank.', by: 'rae' }), at: at(3) },
    openQueries: [
      queryOf(reviewed, { on: 'It sank.', by: 'cy', verdict: 'query', note: 'Really?', at: at(5) }),
    ],
  }
  expect(
    actsOf(t, history, record as never, decided, title).map(({ who, words }) => `${who}: ${words}`),
  ).toEqual([
    'Cy: Asked about it.',
    expect.stringMatching(/^Ada Quill: Evidence added: .*Lock log/),
    'Rae: Approved it as it was then; that holds no more.',
    'Ada Quill: Wrote it.',
  ])
})
