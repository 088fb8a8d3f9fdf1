import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import {
  approvalOf,
  article,
  at,
  citation,
  derive,
  only,
  query,
  source,
} from '#lib/testing/builders.ts'
import { STATES } from './states.ts'
import { DISPLAY_WORDS, type Display, NEEDS_WORK } from './status.ts'

/** From the review on. */
const REVIEWING: readonly string[] = [
  ...['inReview', 'changesRequested', 'checked', 'legalRead', 'ready', 'scheduled', 'published'],
]

const sourced: Partial<Annotation> = { kind: 'fact', citations: [citation()] }
const text = '<a>It cost 2.4 million.</a> <b1>It leaks.</b1>'
const records = { a: sourced, b1: sourced }

it('[STS1] every sentence has a status, in the order of the text', () => {
  const found = derive(article(['headline: One', text], records))
  expect(found.map(({ sentence }) => sentence.text)).toEqual([
    'One',
    'It cost 2.4 million.',
    'It leaks.',
  ])
  expect(derive(article([]))).toEqual([])
})

describe('[STS2] what shows is the first that holds of ten words', () => {
  const order: readonly Display[] = [
    ...(['rejected', 'disputed', 'queried', 'stale', 'changed', 'none'] as const),
    ...(['approved', 'waiting', 'exempt', 'sourced'] as const),
  ]
  const evidences = {
    none: { kind: 'fact' },
    exempt: { kind: 'opinion' },
    sourced,
    disputed: { kind: 'fact', confidence: 'disputed' },
    changed: { ...sourced, sourcedText: { exact: 'x', prefix: '', suffix: '', scope: 'sentence' } },
  } as const satisfies Record<string, Partial<Annotation>>
  const reviews = ['nothing', 'approved', 'stale', 'query', 'reject'] as const

  for (const [evidence, fields] of Object.entries(evidences)) {
    for (const state of STATES) {
      it.each(reviews)(`[STS2] ${evidence} in ${state} with %s`, (review) => {
        const content = article(['<a>It rained.</a>'], { a: fields })
        const bare = only(derive(content))
        const approval = approvalOf(bare, review === 'stale' ? { fingerprint: 'other' } : {})
        const asked = query(['a'], { verdict: review === 'reject' ? 'reject' : 'query' })
        const status = only(
          derive(content, {
            state,
            approvals: review === 'approved' || review === 'stale' ? [approval] : [],
            queries: review === 'query' || review === 'reject' ? [asked] : [],
          }),
        )
        const waits = evidence !== 'none' && REVIEWING.includes(state)
        const words = {
          nothing: waits ? 'waiting' : 'none',
          query: 'queried',
          reject: 'rejected',
        } as const
        const expected = review in words ? words[review as keyof typeof words] : review
        expect(status.review).toBe(expected)
        // "none" of the review axis is no word that shows.
        const holding = [evidence, expected === 'none' ? evidence : expected]
        expect(status.display).toBe(order.find((word) => holding.includes(word)))
      })
    }
  }

  it('[STS2] each has its word for people, and asks for work or does not', () => {
    expect(Object.keys(DISPLAY_WORDS).sort()).toEqual([...order].sort())
    expect(new Set(Object.values(DISPLAY_WORDS)).size).toBe(order.length)
    expect([...NEEDS_WORK].sort()).toEqual([
      'changed',
      'disputed',
      'none',
      'queried',
      'rejected',
      'stale',
    ])
  })
})

it('[STS3] what has its evidence waits for a reviewer from the review on', () => {
  const waiting = STATES.filter(
    (state) => at(derive(article([text], records), { state }), 0).review === 'waiting',
  )
  expect(waiting).toEqual(REVIEWING)
})

describe('approvals', () => {
  const before = derive(article([text], records))
  const approvals = before.map((status) => approvalOf(status))
  const reviews = (literal: string, more = records) =>
    derive(article([literal], more), { approvals }).map(({ review }) => review)

  it('[REV3] one digit changed makes that sentence stale, and no other; the digit back, the approval holds', () => {
    expect(reviews(text)).toEqual(['approved', 'approved'])
    expect(reviews(text.replace('2.4', '2.5'))).toEqual(['stale', 'approved'])
    expect(reviews(text)).toEqual(['approved', 'approved'])
    expect(reviews(text.replace('2.4', '<b>2.4</b>'))).toEqual(['approved', 'approved'])
    expect(reviews(text, { ...records, a: { ...sourced, publicNote: 'x' } })).toEqual([
      'stale',
      'approved',
    ])
  })

  it('[REV3] no sequence of changes shows an approval on another fingerprint', () => {
    const change = fc.constantFrom('2.4', '2.5', '2.4 ', 'leaks', 'cost', '. ', '<b1>', '</b1>')
    fc.assert(
      fc.property(fc.array(fc.tuple(change, change), { maxLength: 6 }), (changes) => {
        const literal = changes.reduce((all, [from, to]) => all.replace(from, to), text)
        for (const status of derive(article([literal], records), { approvals })) {
          const holds = approvals.some(({ fingerprint }) => fingerprint === status.fingerprint)
          expect(status.approvals.length > 0).toBe(holds)
          expect(status.review === 'approved').toBe(holds)
          expect(status.display === 'approved' && !holds).toBe(false)
        }
      }),
    )
  })

  it('[REV3] a source that readers see differently takes them back', () => {
    const moved = derive(article([text], records), {
      approvals,
      sources: [source({ publicRevision: 2 })],
    })
    expect(moved.map(({ review }) => review)).toEqual(['stale', 'stale'])
  })

  it('[REV6] one that was taken back counts no more', () => {
    const withdrawn = approvals.map((approval) => ({
      ...approval,
      withdrawnAt: '2026-02-01T00:00:00.000Z',
    }))
    expect(
      derive(article([text], records), { approvals: withdrawn }).map(({ review }) => review),
    ).toEqual(['none', 'none'])
  })

  it('[STS4] after a split both halves are stale by the approval of the whole', () => {
    const whole = only(derive(article(['<a>It rained, and it leaks.</a>'], { a: sourced })))
    const halves = article(['<a>It rained. And it leaks.</a>'], { a: sourced })
    const found = derive(halves, { approvals: [approvalOf(whole)] })
    expect(found.map(({ review, lapsed }) => [review, lapsed?.text])).toEqual([
      ['stale', 'It rained, and it leaks.'],
      ['stale', 'It rained, and it leaks.'],
    ])
    const first = approvalOf(at(found, 0), { id: 'half', at: '2026-02-01T00:00:00.000Z' })
    const then = derive(halves, { approvals: [approvalOf(whole), first] })
    expect(then.map(({ review, lapsed }) => [review, lapsed?.text])).toEqual([
      ['approved', undefined],
      ['stale', 'It rained, and it leaks.'],
    ])
  })

  it('[STS4] a sentence that was never approved is not stale because its neighbour was', () => {
    const shared = article(['<a>It rained. It leaks.</a>'], { a: sourced })
    const approved = derive(shared, { approvals: [approvalOf(at(derive(shared), 0))] })
    expect(approved.map(({ review }) => review)).toEqual(['approved', 'none'])
  })
})

it('[REV4] a question follows its sentence by its annotations', () => {
  const asked = { queries: [query(['b1'])] }
  const reviews = (literal: string) =>
    derive(article([literal], records), asked).map(({ review }) => review)
  expect(reviews(text)).toEqual(['none', 'queried'])
  expect(reviews('<b1>It leaks no more.</b1> <a>It cost 2.4 million.</a>')).toEqual([
    'queried',
    'none',
  ])
  const closed = { queries: [query(['b1'], { closedAt: '2026-02-01T00:00:00.000Z' })] }
  expect(derive(article([text], records), closed).map(({ review }) => review)).toEqual([
    'none',
    'none',
  ])
})
