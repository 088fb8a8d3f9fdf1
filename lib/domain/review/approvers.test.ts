import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gateOf } from '#lib/domain/publication/gate.ts'
import { KINDS } from '#lib/domain/sourcing/annotation.ts'
import {
  approvalOf,
  article,
  citation,
  derive,
  only,
  registry,
  source,
} from '#lib/testing/builders.ts'
import { approversNeeded, clearingApprovals, FIRST_POLICY } from './approvers.ts'
import { coverageOf } from './coverage.ts'
import { queueOf } from './queue.ts'

const allegation = article(['<a>They knew.</a>'], {
  a: {
    kind: 'allegation',
    confidence: 'likely',
    citations: [citation({ locator: { label: 'page', value: '2' } })],
  },
})
const bare = only(derive(allegation, { policy: FIRST_POLICY }))
const by = (personId: string, more: object = {}) =>
  approvalOf(bare, { id: personId, personId, needed: 2, ...more })
const seen = (...people: readonly string[]) =>
  only(derive(allegation, { policy: FIRST_POLICY, approvals: people.map((id) => by(id)) }))
const kinds = (status: ReturnType<typeof seen>) =>
  gateOf([status], [], registry(source())).map(({ kind }) => kind)

describe('how many approve', () => {
  it('[REV9] an allegation needs two, by the first rules', () => {
    for (const kind of KINDS)
      expect(approversNeeded(FIRST_POLICY, kind, '')).toBe(kind === 'allegation' ? 2 : 1)
  })

  it('[REV9] the most that a fitting rule asks', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(null, 'quote' as const, 'fact' as const),
            section: fc.constantFrom(null, 'Courts', 'sport'),
            approvers: fc.integer({ min: 1, max: 5 }),
          }),
        ),
        fc.constantFrom('quote' as const, 'fact' as const, null),
        fc.constantFrom('courts ', 'Sport', ''),
        (rules, kind, section) => {
          const needed = approversNeeded({ everywhere: 1, rules }, kind, section)
          const fits = rules.filter(
            (rule) =>
              (!rule.kind || rule.kind === kind) &&
              (!rule.section || rule.section.toLowerCase() === section.trim().toLowerCase()),
          )
          expect(needed).toBe(Math.max(1, ...fits.map(({ approvers }) => approvers)))
        },
      ),
    )
  })

  it('[REV9] one of two leaves it waiting, at the gate, and with another reviewer', () => {
    expect([seen().review, seen('ben').review, seen('ben', 'cleo').review]).toEqual([
      'none',
      'waiting',
      'approved',
    ])
    expect(kinds(seen('ben'))).toEqual(['approvalMissing'])
    expect(kinds(seen('ben', 'cleo'))).toEqual([])
    expect(seen('ben', 'ben').isApproved).toBe(false)
    expect(coverageOf([seen('ben')]).approved).toBe(0)
    const turn = (me: string) => queueOf([seen('ben')], me, []).items[0]?.turn.of
    expect([turn('ben'), turn('cleo')]).toEqual(['otherReviewer', 'me'])
  })

  it('[REV10] fewer than were needed clear nobody, and the last one clears from its row on', () => {
    const first = by('ben', { seq: 3, at: '2026-01-01T00:00:00Z' })
    const second = by('cleo', { seq: 7, at: '2026-01-02T00:00:00Z' })
    expect(clearingApprovals([first])).toEqual([])
    expect(clearingApprovals([first, by('ben', { id: 'again', seq: 9 })])).toEqual([])
    expect(clearingApprovals([first, second])).toEqual([second])
    expect(clearingApprovals([first, { ...second, withdrawnAt: 'x' }])).toEqual([])
    const alone = { ...first, needed: 1 }
    expect(clearingApprovals([alone])).toHaveLength(1)
    // A rule that asks for more since.
    expect(clearingApprovals([alone], new Map([[alone.fingerprint, 2]]))).toEqual([])
  })
})
