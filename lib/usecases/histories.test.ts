import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyAudit } from '#db/repositories/audit.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk } from '#lib/testing/desk-fixture.ts'
import { DOES, type Step, take, tour } from '#lib/testing/histories/steps.ts'
import { World } from '#lib/testing/histories/world.ts'

/** As many as are wished for, and in each everything at least once; else a few. */
const wanted = process.env.GALLEY_HISTORIES

const step = fc.record({
  does: fc.constantFrom(...(Object.keys(DOES) as Step['does'][])),
  who: fc.nat(5),
  at: fc.nat(200),
  how: fc.nat(100),
})

const TRIED = ['written', 'sourced', 'approve', 'query', 'closed', 'moved', 'published']
const TRIED_ON_DEMAND = [
  ...['taken back', 'restored', 'suggested', 'accepted', 'rejected', 'told apart by letters'],
  ...['forged', 'a time was set', 'published at its time', 'overridden', 'corrected'],
  ...['flagged', 'taken down', 'archived'],
]
const tried = wanted ? [...TRIED, ...TRIED_ON_DEMAND] : TRIED
/** One does, but for bad luck. */
const ROUNDS = 6

withSharedDatabase('random histories', (open, kind) => {
  const numRuns = Number(wanted ?? (kind === 'postgres' ? 4 : 2))
  it(
    '[REV2] [REV3] [VER2] [GAT8] nothing is published with a blocker or an unanswered warning, approved on other words or by its author',
    async () => {
      const done = new Map<string, number>()
      const run = async (steps: readonly Step[]) => {
        const desk = new Desk(open())
        try {
          const world = await World.begin(desk, done)
          for (const each of steps) await take(world, each)
          if (wanted) await tour(world)
          // So that each history gets to the end of the way at least once.
          else
            for (const how of [5, 0, 1, 4, 6])
              await take(world, { who: 4, at: 21, does: 'almost', how })
          expect(await verifyAudit(desk.database.handle), 'the chain of the audit trail').toBeNull()
        } finally {
          await desk.stop()
        }
      }
      // A law that nothing ever came under would say nothing: then it goes on.
      const isTried = () => tried.every((what) => done.has(what))
      for (let round = 0; round < ROUNDS && !isTried(); round++) {
        await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50 }), run), {
          numRuns,
          endOnFailure: process.env.CI !== undefined,
        })
      }
      expect([...done.keys()]).toEqual(expect.arrayContaining(tried))
    },
    40_000 * numRuns * ROUNDS,
  )
})
