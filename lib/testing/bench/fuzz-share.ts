import { builtinEnvironments } from 'vitest/runtime'
import type { FuzzKind, FuzzResult } from '#lib/testing/fuzz-run.ts'

/** Some seeds of one kind. */
export interface Share {
  readonly kind: FuzzKind
  readonly first: number
  readonly seeds: number
  readonly ops: number
}

const COUNTS = [
  'seeds',
  'failed',
  'diverged',
  'threw',
  'typed',
  'lost',
  'doubled',
  'risen',
  'foreign',
  'disputed',
  'copies',
] as const

/** What came of seeds, added up. */
export type Sums = Record<(typeof COUNTS)[number], number> & { failures: string[] }

export const emptySums = (): Sums => ({
  ...(Object.fromEntries(COUNTS.map((name) => [name, 0])) as Record<
    (typeof COUNTS)[number],
    number
  >),
  failures: [],
})

export function addSums(sums: Sums, part: Sums) {
  for (const name of COUNTS) sums[name] += part[name]
}

let page: Promise<unknown> | null = null

/** Runs them one after the other, in a page of jsdom that this process keeps. */
export async function runShare({ kind, first, seeds, ops }: Share): Promise<Sums> {
  page ??= Promise.resolve(builtinEnvironments.jsdom.setup(globalThis, {}))
  await page
  // Only now: what it imports looks for a page when it is read.
  const { fuzzRun } = await import('#lib/testing/fuzz-run.ts')
  const sums = emptySums()
  silence(kind)
  for (let seed = first; seed < first + seeds; seed++) {
    const result = await fuzzRun(kind, seed, ops)
    addResult(sums, result)
    if (!result.problems.length || kind === 'stock') continue
    sums.failures.push(
      `seed ${seed}: ${[...new Set(result.problems)].join('; ')}`,
      `  npm run fuzz -- --kind ${kind} --first ${seed} --seeds 1 --ops ${ops}`,
    )
  }
  return sums
}

/** The stock binding tells the console of each change that it could not show. */
function silence(kind: FuzzKind) {
  if (kind !== 'stock') return
  console.warn = () => undefined
  console.error = () => undefined
}

function addResult(sums: Sums, { problems, diverged, threw, tally }: FuzzResult) {
  sums.seeds++
  sums.failed += Number(problems.length > 0)
  sums.diverged += Number(diverged)
  sums.threw += Number(threw)
  for (const [name, count] of Object.entries(tally ?? {})) sums[name as 'typed'] += count
}

/** A table in Markdown. */
export function tableOf(results: readonly (readonly [FuzzKind, Sums])[]): string {
  const rows = results.map(([kind, sums]) => {
    // Where a split copies the identifier of its block, two of one are no sign of a move.
    const cell = (name: (typeof COUNTS)[number]) =>
      kind === 'stock' && name === 'copies' ? '' : `${sums[name]}`
    return [kind, ...COUNTS.map(cell)]
  })
  const head = ['binding', ...COUNTS]
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
