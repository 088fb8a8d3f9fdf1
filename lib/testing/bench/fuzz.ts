/**
 * Cohorts of editors on a bad network, from seeds, with every character accounted by the event that inserted it:
 *
 *   npm run fuzz                                          our editor and the stock binding, 10,000 seeds of 100 operations
 *   npm run fuzz -- --kind editor --first 7 --seeds 1     one seed again
 *
 * `--kind`: `state` (our binding without a view), `editor` (our whole editor), `stock` (Tiptap's own binding); several
 * with commas. GALLEY_FUZZ_SEEDS and GALLEY_FUZZ_OPS stand for `--seeds` and `--ops`. Several processes share the work.
 */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { FuzzKind } from '#lib/testing/fuzz-run.ts'
import { addSums, emptySums, type Share, type Sums, tableOf } from './fuzz-share.ts'

/** Seeds of one message: small enough that the processes end together. */
const PART = 25
/** Messages for one process: pages of jsdom leave something behind, and a process that runs for ever grows. */
const PARTS = 8

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'editor,stock' },
    first: { type: 'string', default: '1' },
    seeds: { type: 'string', default: process.env.GALLEY_FUZZ_SEEDS ?? '10000' },
    ops: { type: 'string', default: process.env.GALLEY_FUZZ_OPS ?? '100' },
  },
})

function sharesOf(kind: FuzzKind): Share[] {
  const [first, seeds, ops] = [Number(values.first), Number(values.seeds), Number(values.ops)]
  const count = Math.ceil(seeds / PART)
  return Array.from({ length: count }, (_, k) => ({
    ...{ kind, ops, first: first + k * PART },
    seeds: Math.min(PART, seeds - k * PART),
  }))
}

/** Hands shares out to processes until none is left. */
async function runAll(shares: readonly Share[]): Promise<Sums> {
  const waiting = [...shares]
  const sums = emptySums()
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, 'fuzz-child.ts'))
      let left = PARTS
      const next = () => {
        const share = left-- > 0 ? waiting.shift() : undefined
        if (share) child.send(share)
        else child.disconnect()
      }
      child.on('message', (part: Sums) => {
        addSums(sums, part)
        for (const line of part.failures) console.log(line)
        next()
      })
      child.on('error', reject)
      child.on('exit', (code, signal) =>
        code === 0 ? resolve() : reject(new Error(`Ended with ${code ?? signal}`)),
      )
      next()
    })
  const work = async () => {
    while (waiting.length) await run()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return sums
}

const kinds = values.kind.split(',') as FuzzKind[]
const results: [FuzzKind, Sums][] = []
for (const kind of kinds) results.push([kind, await runAll(sharesOf(kind))])
console.log(tableOf(results))
const ours = results.filter(([kind]) => kind !== 'stock')
process.exitCode = ours.some(([, { failed }]) => failed) ? 1 : 0
