// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { type FuzzKind, fuzzRun } from '#lib/testing/fuzz-run.ts'

/** `npm run fuzz` runs ten thousand of them, and the peer beside ours. */
const SEEDS: readonly (readonly [kind: FuzzKind, seeds: number, ops: number])[] = [
  ['state', 200, 60],
  ['editor', 60, 60],
]

/**
 * Cohorts that once failed, for what they found. Seeds shift when the generator changes: what one found has a test of its
 * own beside the code, which is named here, and the seed is kept for as long as it is in the way of the same fault.
 */
const FOUND: readonly (readonly [what: string, kind: FuzzKind, seed: number, ops: number])[] = [
  // lib/collab/browser/divider.test.ts [SEG20]
  ['a boundary that was gone, taken back in front of an emoji', 'state', 60, 60],
  ['the same between people who suggest', 'state', 327, 25],
  ['the same early', 'state', 507, 16],
  // lib/editor/anchors-apart.test.ts [ANN12]: what the audit of anchors has to know
  ['an anchor that stood on the opening of a paragraph alone', 'state', 929, 60],
  ['an anchor whose end had not come yet', 'state', 1617, 60],
]

it.each(FOUND)('[EDT1] found by the fuzz: %s', async (_, kind, seed, ops) => {
  expect((await fuzzRun(kind, seed, ops)).problems).toEqual([])
})

it.each(SEEDS)(
  '[EDT1] cohorts in %s lose nothing, double nothing and agree',
  async (kind, seeds, ops) => {
    const failures: string[] = []
    for (let seed = 1; seed <= seeds; seed++) {
      const { problems } = await fuzzRun(kind, seed, ops)
      if (!problems.length) continue
      failures.push(
        `seed ${seed}: ${[...new Set(problems)].join('; ')}`,
        `  npm run fuzz -- --kind ${kind} --first ${seed} --seeds 1 --ops ${ops}`,
      )
    }
    expect(failures.slice(0, 20)).toEqual([])
  },
  600_000,
)
