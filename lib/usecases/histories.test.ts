import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk } from '#lib/testing/desk-fixture.ts'
import { DOES, type Step, take } from '#lib/testing/histories/steps.ts'
import { World } from '#lib/testing/histories/world.ts'

const step = fc.record({
  does: fc.constantFrom(...(Object.keys(DOES) as Step['does'][])),
  who: fc.nat(5),
  at: fc.nat(200),
  how: fc.nat(100),
})

/** As many as the tests take time for; more on demand. */
const wanted = process.env.GALLEY_HISTORIES

const TRIED = ['written', 'sourced', 'approve', 'query', 'closed', 'moved', 'published'] as const
/** One does, but for bad luck. */
const ROUNDS = 6

withSharedDatabase('random histories', (open, kind) => {
  const numRuns = Number(wanted ?? (kind === 'postgres' ? 4 : 2))
  it(
    '[REV2] [REV3] [VER2] [GAT8] nothing is published with a blocker or an unanswered warning, approved on other words or by its author',
    async () => {
      const done = new Map<string, number>()
      const end = { who: 4, at: 21 }
      const run = async (steps: readonly Step[]) => {
        const desk = new Desk(open())
        try {
          const world = await World.begin(desk, done)
          for (const each of steps) await take(world, each)
          // So that each history gets to the end of the way at least once.
          for (const how of [5, 0, 1, 4, 6]) await take(world, { ...end, does: 'almost', how })
        } finally {
          await desk.stop()
        }
      }
      // A law that nothing ever came under would say nothing: then it goes on.
      const isTried = () => TRIED.every((what) => done.has(what))
      for (let round = 0; round < ROUNDS && !isTried(); round++) {
        await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50 }), run), {
          numRuns,
          endOnFailure: process.env.CI !== undefined,
        })
      }
      expect([...done.keys()]).toEqual(expect.arrayContaining([...TRIED]))
    },
    40_000 * numRuns * ROUNDS,
  )
})
