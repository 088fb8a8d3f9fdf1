import { expect, it } from 'vitest'
import { approvalOf, article, citation, derive, only, query } from '#lib/testing/builders.ts'
import type { PersonRole } from './policy.ts'
import { byDeadline, openWorkOf, type TurnInput, turnsOf } from './turn.ts'

const person = (id: string, ...roles: PersonRole[]) => ({ id, roles })
const WRITER = person('ada', 'writer')
const REVIEWER = person('rev', 'reviewer')
const OTHER = person('sol', 'reviewer')
const PUBLISHER = person('pia', 'publisher')
const EDITOR = person('eve', 'editor')
const ALL = [WRITER, REVIEWER, OTHER, PUBLISHER, EDITOR]

const NONE = { owed: 0, blockers: 0 }

const input = (change: Partial<TurnInput>): TurnInput => ({
  ...{ state: 'inReview', writers: ['ada'], reviewers: [], failedFor: null },
  ...{ asked: 0, answered: [], stale: [], waiting: [], troubled: 0, owed: 0 },
  ...{ blockers: 1, sentences: 4 },
  ...change,
})

/** `ada asked, rev answered`: everybody who is on turn, and why. */
const onTurn = (change: Partial<TurnInput>) =>
  ALL.flatMap((me) => turnsOf(me, input(change)).map((turn) => `${me.id} ${turn}`)).join(', ')

it('[TRN1] whose turn it is follows from questions, approvals and the state', () => {
  expect(onTurn({ asked: 1 })).toBe('ada asked')
  expect(onTurn({ answered: ['sol'] })).toBe('sol answered')
  expect(onTurn({ stale: ['rev'] })).toBe('rev stale')
  expect(onTurn({ stale: ['rev'], state: 'draft' })).toBe('')
  expect(onTurn({ state: 'annotated', waiting: [[], []] })).toBe('eve handedOver')
  expect(onTurn({ waiting: [[], []] })).toBe('rev review, sol review')
  // What I have approved waits for somebody else.
  expect(onTurn({ waiting: [['rev']] })).toBe('sol review')
  expect(onTurn({ waiting: [[], []], reviewers: ['sol'] })).toBe('sol review')
  expect(onTurn({ waiting: [[]], state: 'published' })).toBe('rev review, sol review')
  expect(onTurn({ state: 'changesRequested', waiting: [[], []] })).toBe('ada changes')
  expect(onTurn({ state: 'legalRead' })).toBe('pia legalRead')
  expect(onTurn({ state: 'ready' })).toBe('pia publish')
  expect(onTurn({ blockers: 0 })).toBe('pia publish')
  expect(onTurn({ state: 'scheduled', blockers: 0 })).toBe('')
  expect(onTurn({ owed: 1 })).toBe('ada source')
  expect(onTurn({ owed: 1, state: 'published' })).toBe('')
  expect(onTurn({ failedFor: 'pia' })).toBe('pia failed')
})

it('[TRN1] nothing waits in what is closed or empty', () => {
  expect(onTurn({ state: 'archived', asked: 1, owed: 1 })).toBe('')
  expect(onTurn({ state: 'retracted', stale: ['rev'] })).toBe('')
  expect(onTurn({ sentences: 0, blockers: 0, state: 'ready' })).toBe('')
})

it('[TRN2] other words or other evidence answer a question, and so does a sentence that is gone', () => {
  const content = article(['<a>It rained.</a>'], { a: { kind: 'fact' } })
  const status = only(derive(content))
  const standing = query(['a'], { fingerprint: status.fingerprint })
  const work = (questions: readonly ReturnType<typeof query>[]) =>
    openWorkOf(derive(content, { queries: questions }), questions, NONE)
  expect(work([standing])).toMatchObject({ asked: 1, answered: [] })
  expect(work([query(['a'], { fingerprint: 'of other words' })])).toMatchObject({
    ...{ asked: 0, answered: ['reviewer'] },
  })
  expect(work([query(['gone'], { fingerprint: 'x' })])).toMatchObject({ answered: ['reviewer'] })
  expect(work([{ ...standing, closedAt: '2026-01-02T00:00:00Z' }])).toMatchObject({
    ...{ asked: 0, answered: [] },
  })
  const lapsed = approvalOf(status, { fingerprint: 'before', personId: 'rev' })
  expect(openWorkOf(derive(content, { approvals: [lapsed] }), [], NONE).stale).toEqual(['rev'])
})

it('[TRN1] a dispute that readers are told of, and that is approved, leaves its writers nothing to do', () => {
  const troubled = (publicNote: string, isGiven: boolean) => {
    const record = {
      kind: 'fact',
      confidence: 'disputed',
      publicNote,
      citations: [citation()],
    } as const
    const content = article(['<a>It rained.</a>'], { a: record })
    const approvals = isGiven ? [approvalOf(only(derive(content)), { personId: 'rev' })] : []
    return openWorkOf(derive(content, { approvals }), [], NONE).troubled
  }
  expect([troubled('', false), troubled('The mayor denies it.', false)]).toEqual([1, 1])
  expect([troubled('', true), troubled('The mayor denies it.', true)]).toEqual([1, 0])
})

it('[TRN3] the nearest deadline comes first, what has none last and as it was', () => {
  const entry = (id: number, deadline: string | null) => ({ id, deadline })
  const lines = [
    entry(1, null),
    entry(2, '2026-01-03T00:00:00.000Z'),
    entry(3, null),
    entry(4, '2026-01-02T00:00:00.000Z'),
  ]
  expect(lines.toSorted(byDeadline).map(({ id }) => id)).toEqual([4, 2, 1, 3])
})
