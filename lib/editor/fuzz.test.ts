// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { type FuzzKind, fuzzRun } from '#lib/testing/fuzz-run.ts'

/** `npm run fuzz` runs ten thousand of them, and the peer beside ours. */
const SEEDS: readonly (readonly [kind: FuzzKind, seeds: number, ops: number])[] = [
  ['state', 200, 60],
  ['editor', 60, 60],
]

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
