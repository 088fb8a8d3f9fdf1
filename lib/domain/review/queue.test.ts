import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
  statusSaying,
} from '#lib/testing/status-builder.ts'
import type { Query } from './decisions.ts'
import { besideInQueue, comparedWith, nextInQueue, QUEUE_GROUPS, queueOf } from './queue.ts'

const PEOPLE = ['ana', 'ben', 'cleo']
const KINDS = ['fact', 'number', 'quote', 'allegation', 'opinion', 'exempt'] as const

interface Story {
  readonly claims: readonly Claim[]
  readonly decided: readonly { at: number; by: string; what: 'approve' | Query['verdict'] }[]
  readonly changed: readonly number[]
  readonly authors: readonly (readonly string[])[]
}

/** Articles with any evidence, any decisions, and changes after them. */
const stories: fc.Arbitrary<Story> = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const at = fc.nat(size - 1)
  return fc.record({
    claims: fc
      .tuple(...Array.from({ length: size }, (_, index) => claimAt(index)))
      .map((claims) => claims as readonly Claim[]),
    decided: fc.array(
      fc.record({
        at,
        by: fc.constantFrom(...PEOPLE),
        what: fc.constantFrom('approve' as const, 'query' as const, 'reject' as const),
      }),
    ),
    changed: fc.array(at),
    authors: fc.array(fc.subarray(PEOPLE), { minLength: size, maxLength: size }),
  })
})

function claimAt(index: number): fc.Arbitrary<Claim> {
  const text = `Sentence ${index}.`
  const cites = [cite('log')]
  return fc.oneof(
    fc.constant(bare(text)),
    fc.constantFrom(...KINDS).map((kind) => claim(text, { kind, cites })),
    fc.constant(claim(text, { kind: 'fact', confidence: 'disputed', cites })),
  )
}

function tell({ claims, decided, changed, authors }: Story) {
  const before = reviewOf({ content: contentOf([line('paragraph', ...claims)]) })
  const given = (what: string) => decided.filter((decision) => decision.what === what)
  const on = (at: number) => claims[at]?.text ?? ''
  const approvals = given('approve').map(({ at, by }) => approvalOf(before, { on: on(at), by }))
  const queries = (['query', 'reject'] as const).flatMap((verdict) =>
    given(verdict).map(({ at, by }) =>
      queryOf(before, { on: on(at), by, verdict, note: 'Who says so?' }),
    ),
  )
  const after = claims.map((entry, index) =>
    changed.includes(index) ? { ...entry, text: `Changed ${index}.` } : entry,
  )
  const content = contentOf([line('paragraph', ...after)])
  const reviewed = reviewOf({ content, approvals, queries })
  return { ...reviewed, authors, queue: queueOf(reviewed.statuses, 'ben', authors) }
}

describe('queueOf', () => {
  it('[QUE1] has every sentence once, by group, in the order of the text within a group', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { queue, statuses } = tell(story)
        const indexes = queue.items.map(({ status }) => status.sentence.index)
        expect(indexes.toSorted((a, b) => a - b)).toEqual(
          statuses.map(({ sentence }) => sentence.index),
        )
        const ranks = queue.items.map(
          ({ group, status }) => QUEUE_GROUPS.indexOf(group) * 1000 + status.sentence.index,
        )
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  it('[QUE3] done is what has an approval that holds and no open question', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { queue, statuses } = tell(story)
        const done = statuses.filter(
          ({ approvals, openQueries }) => approvals.length && !openQueries.length,
        )
        expect(queue.done).toBe(done.length)
        for (const { group, turn } of queue.items) {
          expect(turn.of === 'nobody').toBe(group === 'done')
        }
      }),
    )
  })

  it('[QUE4] my turn is never to approve what I changed, nor what cites nothing', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { queue, authors } = tell(story)
        for (const { status, own, turn } of queue.items) {
          expect(own).toBe(authors[status.sentence.index]?.includes('ben'))
          if (turn.of !== 'me') continue
          expect(status.evidence).not.toBe('none')
          if (own) expect(status.openQueries.some(({ personId }) => personId === 'ben')).toBe(true)
        }
      }),
    )
  })

  it('[QUE5] going on to the next from anywhere reaches every sentence whose turn is mine', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { queue } = tell(story)
        const mine = queue.items.filter(({ turn }) => turn.of === 'me')
        const seen = new Set<number>()
        let at = nextInQueue(queue, null)
        for (let step = 0; step < mine.length && at !== null; step++) {
          seen.add(at)
          at = nextInQueue(queue, at)
        }
        expect(seen.size).toBe(queue.left)
      }),
    )
  })

  const words = 'They paid 412.'
  const one = (more: Parameters<typeof claim>[1] = {}) =>
    contentOf([line('paragraph', claim(words, { id: 'a', cites: [cite('log')], ...more }))])
  const changed = contentOf([
    line('paragraph', claim('They paid 398.', { id: 'a', cites: [cite('log')] })),
  ])

  it('[QUE2] groups by the first that holds', () => {
    const before = reviewOf({ content: one({ kind: 'number' }) })
    const by = (person: string) => [approvalOf(before, { on: words, by: person })]
    const asked = [queryOf(before, { on: words, by: 'ana', verdict: 'query', note: 'Sure?' })]
    const rejected = [queryOf(before, { on: words, by: 'ana', verdict: 'reject', note: 'Wrong.' })]
    const groupOf = (input: Parameters<typeof reviewOf>[0]) =>
      queueOf(reviewOf(input).statuses, 'ben', []).items[0]?.group
    expect(groupOf({ content: one({ kind: 'number' }) })).toBe('claims')
    expect(groupOf({ content: one() })).toBe('rest')
    expect(groupOf({ content: contentOf([line('paragraph', bare(words))]) })).toBe('unsourced')
    expect(groupOf({ content: one(), queries: asked })).toBe('asked')
    expect(groupOf({ content: one(), queries: rejected })).toBe('rejected')
    expect(groupOf({ content: one({ confidence: 'disputed' }) })).toBe('rejected')
    expect(groupOf({ content: changed, approvals: by('ben') })).toBe('lapsedMine')
    expect(groupOf({ content: changed, approvals: by('ana') })).toBe('lapsed')
    expect(groupOf({ content: changed, approvals: by('ben'), queries: rejected })).toBe('rejected')
    expect(groupOf({ content: one({ kind: 'number' }), approvals: by('ana') })).toBe('done')
  })

  it('[QUE4] my question is the writer’s to answer until the words change, then mine to close', () => {
    const before = reviewOf({ content: one() })
    const queries = [queryOf(before, { on: words, by: 'ben', verdict: 'query', note: 'Sure?' })]
    const turn = (content: typeof changed, me: string) =>
      queueOf(reviewOf({ content, queries }).statuses, me, [['ben']]).items[0]?.turn
    expect(turn(one(), 'ben')).toEqual({ of: 'writer' })
    expect(turn(changed, 'ben')).toEqual({ of: 'me' })
    expect(turn(changed, 'ana')).toEqual({ of: 'asker', names: ['Ben'] })
  })

  it('[QUE5] steps stop at the ends', () => {
    const content = contentOf([line('paragraph', bare('One.'), bare('Two.'))])
    const queue = queueOf(reviewOf({ content }).statuses, 'ben', [])
    expect(besideInQueue(queue, 0, 1)).toBe(1)
    expect(besideInQueue(queue, 1, 1)).toBeNull()
    expect(besideInQueue(queue, 0, -1)).toBeNull()
    expect(besideInQueue(queue, null, 1)).toBe(0)
  })

  it('[QUE6] compares with my own last approval, else with the last of anybody', () => {
    const before = reviewOf({ content: one() })
    const mine = approvalOf(before, { on: words, by: 'ben', at: '2026-11-01T10:00:00Z' })
    const hers = approvalOf(before, { on: words, by: 'ana', at: '2026-11-02T10:00:00Z' })
    const compared = (content: typeof changed, approvals: (typeof mine)[]) => {
      const reviewed = reviewOf({ content, approvals })
      const [status] = reviewed.statuses
      return status && comparedWith(status, approvals, 'ben')
    }
    expect(compared(changed, [mine, hers])).toBe(mine)
    expect(compared(changed, [hers])).toBe(hers)
    expect(compared(changed, [{ ...mine, withdrawnAt: '2026-11-03T10:00:00Z' }])).toBeNull()
    expect(compared(one(), [mine, hers])).toBeNull()
    expect(statusSaying(before, words).approvals).toEqual([])
  })
})
