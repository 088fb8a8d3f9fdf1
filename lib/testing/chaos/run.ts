import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dice } from '#lib/testing/dice.ts'
import { findPostgres } from '#lib/testing/programs.mjs'
import type { Experiment, Outcome, Run } from './experiment.ts'
import { kill } from './f1-kill.ts'
import { outage } from './f2-outage.ts'
import { logFaults } from './f3-log-faults.ts'
import { twoProcesses } from './f5-two-processes.ts'
import { handOver } from './f6-hand-over.ts'
import { compactor } from './f7-compactor.ts'
import { damage } from './f8-damage.ts'
import { olderTab } from './f9-older-tab.ts'
import { firstOpen } from './f10-first-open.ts'
import { hostile } from './f12-hostile.ts'
import { rights } from './f13-rights.ts'
import { publishing } from './f15-publish.ts'
import { fuzzEditors } from './fuzz-editors.ts'

/**
 * `npm run chaos`: breaks what can break under real servers and real sockets, and says whether the promises held.
 * `npm run chaos -- F1 F5 --kills 200 --seed 7 --database embedded`.
 */
const EXPERIMENTS: readonly Experiment[] = [
  kill,
  outage,
  logFaults,
  twoProcesses,
  handOver,
  compactor,
  damage,
  olderTab,
  firstOpen,
  hostile,
  rights,
  publishing,
  fuzzEditors,
]

/** In the short set the others run on PostgreSQL alone. */
const IN_TESTS_ON_BOTH = ['F1', 'F15', 'FUZZ']

interface Row {
  readonly experiment: Experiment
  readonly database: Run['database']
  readonly outcome: Outcome
  readonly seconds: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    kills: { type: 'string' },
    database: { type: 'string' },
    short: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
})

const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
const wanted = positionals.map((id) => id.toUpperCase())
const unknown = wanted.filter((id) => !EXPERIMENTS.some((experiment) => experiment.id === id))
if (unknown.length) {
  const known = EXPERIMENTS.map(({ id }) => id).join(' ')
  console.error(`There is no experiment ${unknown.join(', ')}. There are: ${known}`)
  process.exit(2)
}

const rows: Row[] = []
for (const experiment of EXPERIMENTS) {
  if (wanted.length && !wanted.includes(experiment.id)) continue
  // As part of the tests it has run already.
  if (values.short && !wanted.length && experiment === olderTab) continue
  for (const database of databasesOf(experiment)) rows.push(await perform(experiment, database))
}
conclude(rows)

function databasesOf({ embedded, id }: Experiment): readonly Run['database'][] {
  const given = values.database as Run['database'] | undefined
  if (given) return embedded || given === 'postgres' ? [given] : []
  const both = embedded && (!values.short || IN_TESTS_ON_BOTH.includes(id))
  return both ? ['postgres', 'embedded'] : ['postgres']
}

async function perform(experiment: Experiment, database: Run['database']): Promise<Row> {
  const { id, title, pass } = experiment
  console.log(`\n${id} on ${database}: ${title} (seed ${seed})`)
  const start = performance.now()
  const note = (line: string) => console.log(`  ${line}`)
  const kills = values.kills === undefined ? null : Number(values.kills)
  const run: Run = { dice: dice(seed), seed, short: values.short, kills, database, note }
  const outcome = await experiment.run(run).catch((error: unknown): Outcome => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { figure: 'could not be measured', faults: [reason] }
  })
  const seconds = (performance.now() - start) / 1000
  note(`must: ${pass}`)
  note(`is:   ${outcome.figure}`)
  for (const fault of outcome.faults) note(`FAULT ${fault}`)
  note(`${outcome.faults.length ? 'FAILED' : 'passed'} in ${seconds.toFixed(1)} s`)
  return { experiment, database, outcome, seconds }
}

function conclude(done: readonly Row[]) {
  const failed = done.filter(({ outcome }) => outcome.faults.length)
  console.log('\n| | database | result | figure |\n|---|---|---|---|')
  for (const { experiment, database, outcome } of done) {
    const result = outcome.faults.length ? 'FAILED' : 'passed'
    console.log(`| ${experiment.id} | ${database} | ${result} | ${outcome.figure} |`)
  }
  if (done.some(({ database }) => database === 'embedded')) {
    console.log(
      '\nThe embedded database never asks the disk to flush: what passes here survives the end of a process, not a power cut.',
    )
  }
  const ids = failed.map(({ experiment }) => experiment.id).join(' ')
  if (failed.length) console.log(`\nRepeat with: npm run chaos -- ${ids} --seed ${seed}`)
  console.log(`\n${done.length - failed.length} experiments passed, ${failed.length} failed`)
  if (values.report) {
    const counts = { passed: done.length - failed.length, failed: failed.length }
    writeFileSync(values.report, JSON.stringify(counts))
  }
  process.exitCode = failed.length || !done.length || !findPostgres() ? 1 : 0
}
