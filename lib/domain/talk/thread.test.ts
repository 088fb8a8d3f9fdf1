import { expect, it } from 'vitest'
import { type Filter, listThreads, passes, type Thread, unreadIn } from './thread.ts'

const time = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()

function thread(id: string, fields: Partial<Thread> & { by?: readonly string[] } = {}): Thread {
  const { by = ['ada'], ...rest } = fields
  const messages = by.map((personId, at) => {
    const text = 'Is it so?'
    return { id: `${id}${at}`, personId, personName: personId, text, mentions: [], at: time(at) }
  })
  return { id, quote: 'It rained.', messages, resolved: null, readAt: null, ...rest }
}

const resolved = { at: time(9), personName: 'Ada' }

it('[THR6] unread is what others wrote after one has read last, never one’s own', () => {
  const talk = thread('t', { by: ['ada', 'ben', 'ada', 'cem'] })
  const unread = (readAt: string | null, person: string) =>
    unreadIn({ ...talk, readAt }, person).map(({ id }) => id)
  expect(unread(null, 'ada')).toEqual(['t1', 't3'])
  expect(unread(time(1), 'ada')).toEqual(['t3'])
  expect(unread(time(3), 'ada')).toEqual([])
  expect(unread(null, 'pia')).toEqual(['t0', 't1', 't2', 't3'])
})

it('[THR8] the list is in the order of the text; what has no place stands behind, oldest first', () => {
  const later = thread('later', { by: [] })
  const early = thread('early')
  const places = new Map([
    ['b', { blockIndex: 1, from: 0, to: 4 }],
    ['a', { blockIndex: 0, from: 9, to: 12 }],
    ['wide', { blockIndex: 0, from: 3, to: 30 }],
    ['narrow', { blockIndex: 0, from: 3, to: 5 }],
  ])
  const given = [later, thread('b'), thread('wide'), early, thread('a'), thread('narrow')]
  const listed = listThreads(
    [
      ...given,
      { ...later, id: 'last', messages: thread('x', { by: ['ada', 'ada'] }).messages.slice(1) },
    ],
    places,
    'ada',
  )
  const ids = listed.map(({ thread: { id } }) => id)
  expect(ids).toEqual(['narrow', 'wide', 'a', 'b', 'later', 'early', 'last'])
})

it('[THR8] filters: open, unread, where I am named, mine, resolved, without a place', () => {
  const named = thread('named', { by: ['ben'], resolved })
  const mentions = { ...named.messages[0], mentions: ['ada'] } as Thread['messages'][number]
  const places = new Map(
    ['mine', 'other', 'done', 'named'].map(
      (id) => [id, { blockIndex: 0, from: 0, to: 1 }] as const,
    ),
  )
  const listed = listThreads(
    [
      thread('mine'),
      thread('other', { by: ['ben'] }),
      thread('done', { resolved }),
      { ...named, messages: [mentions], readAt: time(0) },
      thread('lost'),
      thread('lost and done', { resolved }),
    ],
    places,
    'ada',
  )
  const under = (filter: Filter) =>
    listed.filter((each) => passes(filter, each, 'ada')).map(({ thread: { id } }) => id)
  expect(under('open').sort()).toEqual(['lost', 'mine', 'other'])
  expect(under('unread')).toEqual(['other'])
  expect(under('mentions')).toEqual(['named'])
  expect(under('mine').sort()).toEqual(['lost', 'mine'])
  expect(under('resolved').sort()).toEqual(['done', 'lost and done', 'named'])
  expect(under('noPlace')).toEqual(['lost'])
})
