import { expect, it } from 'vitest'
import { choicesOf, NOTICE_KINDS } from './notice.ts'
import { noticeWords } from './notice-words.ts'
import { type Act, NOTHING_STANDS, noticesOf, type Standing } from './noticed.ts'

const ARTICLE = { createdBy: 'ada', assigned: ['bo'] }

function told(action: string, detail: Act['detail'], standing: Partial<Standing> = {}) {
  const act = { seq: 7, at: '2026-01-01T00:00:00.000Z', actorId: 'rev', action, detail }
  const all = noticesOf(
    { ...act, articleId: 'a' },
    { ...NOTHING_STANDS, article: ARTICLE, ...standing },
  )
  return all.map(({ personId, kind }) => `${personId}: ${kind}`)
}

it('[NTF1] who speaks tells whom they name, and who has spoken there', () => {
  expect(told('thread.opened', { thread: 't', message: 'm', mentions: ['bo'] })).toEqual([
    'bo: mention',
  ])
  const answer = { thread: 't', message: 'm', mentions: ['bo'] }
  expect(told('thread.answered', answer, { speakers: ['ada', 'bo', 'rev'] })).toEqual([
    ...['bo: mention', 'ada: reply'],
  ])
})

it('[NTF1] a question tells the authors, or who writes the article where nobody is one', () => {
  expect(told('sentence.query', { query: 'q', authors: ['bo'] })).toEqual(['bo: question'])
  expect(told('sentence.reject', { query: 'q', authors: [] })).toEqual([
    ...['ada: rejection', 'bo: rejection'],
  ])
  expect(told('query.closed', { query: 'q' }, { asker: 'sol' })).toEqual(['sol: answered'])
  expect(told('query.closed', { query: 'q' }, { asker: 'rev' })).toEqual([])
  const answer = { query: 'q', message: 'm' }
  expect(told('query.answered', answer, { asker: 'sol' })).toEqual(['sol: answered'])
  expect(told('query.answered', answer, { asker: 'rev' })).toEqual([
    'ada: question',
    'bo: question',
  ])
  expect(told('sentence.approve', {})).toEqual([])
})

it('[NTF1] the way of an article tells who is on turn', () => {
  const people = { editors: ['eve'], reviewers: ['rev', 'sol'], publishers: ['pia'] }
  expect(told('article.moved', { to: 'inReview' }, people)).toEqual(['sol: review'])
  expect(told('article.moved', { to: 'legalRead' }, people)).toEqual(['pia: review'])
  expect(told('article.moved', { to: 'changesRequested' }, people)).toEqual([
    ...['ada: changes', 'bo: changes'],
  ])
  expect(told('article.moved', { to: 'annotated' }, people)).toEqual(['eve: handedOver'])
  expect(told('article.moved', { to: 'ready' }, people)).toEqual(['pia: ready'])
  expect(told('article.moved', { to: 'draft' }, people)).toEqual([])
  expect(told('article.people', { assigned: ['bo', 'cy'] }, { assignedBefore: ['bo'] })).toEqual([
    'cy: assigned',
  ])
  expect(told('version.published', { number: 1, change: 'first' })).toEqual([
    ...['ada: published', 'bo: published'],
  ])
  expect(told('version.takenDown', { number: 1 })).toHaveLength(2)
  expect(told('version.notPublished', {}, { scheduler: 'pia' })).toEqual(['pia: unpublished'])
  expect(told('identity.kept', { readers: ['bo', 'cy'] }, { readersBefore: ['cy'] })).toEqual([
    'bo: access',
  ])
})

it('[NTF2] nobody is told of their own act, or twice of one', () => {
  expect(told('article.people', { assigned: ['rev', 'bo', 'bo'] })).toEqual(['bo: assigned'])
  const answer = { thread: 't', message: 'm', mentions: ['rev', 'ada'] }
  expect(told('thread.answered', answer, { speakers: ['ada', 'rev'] })).toEqual(['ada: mention'])
})

it('[NTF6] whatever stands in the detail of an act, a notice takes ids of it alone', () => {
  const detail = { to: 'changesRequested', note: 'Jane Roe said so', thread: 5, mentions: 'bo' }
  const act = { seq: 1, at: '', actorId: null, action: 'article.moved', articleId: 'a', detail }
  const all = noticesOf(act, { ...NOTHING_STANDS, article: ARTICLE })
  expect(JSON.stringify(all)).not.toContain('Jane')
  expect(told('thread.opened', { mentions: 'bo', thread: 5 })).toEqual([])
})

it('[NTF7] every kind has words, and a choice that sends no mail until somebody wants some', () => {
  for (const kind of NOTICE_KINDS) {
    expect(noticeWords({ kind, place: {} }, 'Ada', '“Rain”')).toMatch(/Ada|Rain/)
  }
  expect(noticeWords({ kind: 'published', place: { change: 'retraction' } }, 'Pia', 'it')).toBe(
    'Pia retracted it',
  )
  expect(noticeWords({ kind: 'answered', place: {} }, null, 'it')).toContain('has changed')
  const choices = choicesOf({ mention: { app: false, mail: 'daily' } })
  expect(choices.mention).toEqual({ app: false, mail: 'daily' })
  expect(choices.reply).toEqual({ app: true, mail: 'off' })
})
