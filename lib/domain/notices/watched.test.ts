import { expect, it } from 'vitest'
import { approvalOf, article, at, derive, query } from '#lib/testing/builders.ts'
import { deadlineNotices, movedIn, movedSince } from './watched.ts'

const SOURCED = { one: { kind: 'opinion' as const } }
const before = article(['<one>It rained.</one> It leaks.'], SOURCED)
const after = article(['<one>It poured.</one> It leaks.'], SOURCED)
const first = at(derive(before), 0)
const HERE = { articleId: 'a', changedBy: 'ada', at: '2026-01-01T00:00:00.000Z' }

function moved(content: typeof before, approvals = [approvalOf(first)]) {
  const queries = [query(['one'], { id: 'q', personId: 'sol', fingerprint: first.fingerprint })]
  const statuses = derive(content, { approvals, queries })
  return movedIn({ statuses, approvals, queries })
}

it('[NTF5] approvals that hold no more and questions on other words are told once, while they stay so', () => {
  expect(moved(before)).toEqual([])
  const now = moved(after)
  expect(now.map(({ personId, kind }) => `${personId} ${kind}`)).toEqual([
    ...['reviewer stale', 'sol answered'],
  ])
  expect(movedSince(now, [], HERE)).toHaveLength(2)
  const known = now.map(({ key }) => key)
  expect(movedSince(now, known, HERE)).toEqual([])
  expect(movedSince(now, known.slice(1), HERE)).toHaveLength(1)
})

it('[NTF5] each of several approvers is told of the last approval they gave', () => {
  const given = [
    approvalOf(first, { id: 'old', fingerprint: 'older' }),
    approvalOf(first, { id: 'new' }),
    approvalOf(first, { id: 'other', personId: 'sol' }),
    approvalOf(first, { id: 'back', personId: 'max', withdrawnAt: HERE.at }),
  ]
  const stale = moved(after, given).filter(({ kind }) => kind === 'stale')
  expect(stale.map(({ place }) => Object.values(place)[0])).toEqual(['new', 'other'])
})

it('[NTF2] who changed the words is not told that they have changed', () => {
  const now = moved(after)
  expect(movedSince(now, [], { ...HERE, changedBy: 'reviewer' })).toHaveLength(1)
  expect(at(movedSince(now, [], { ...HERE, changedBy: 'sol' }), 0).kind).toBe('stale')
})

it('[NTF5] a deadline is told a day before, and a new one anew', () => {
  const plan = { articleId: 'a', deadline: '2026-01-02T12:00:00.000Z', writers: ['ada', 'ada'] }
  const when = (iso: string) => deadlineNotices(plan, new Date(iso))
  expect(when('2026-01-01T11:59:59Z')).toEqual([])
  expect(when('2026-01-01T12:00:00Z')).toHaveLength(1)
  expect(when('2026-01-02T12:00:00Z')).toEqual([])
  const other = { ...plan, deadline: '2026-01-02T13:00:00.000Z' }
  expect(deadlineNotices(other, new Date('2026-01-02T00:00:00Z'))[0]?.key).not.toBe(
    when('2026-01-02T00:00:00Z')[0]?.key,
  )
})
