import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Experiment } from './experiment.ts'

const TEST = 'lib/editor/older-tab.test.ts'

/** The experiment is a unit test; here it is only run. */
export const olderTab: Experiment = {
  id: 'F9',
  title: 'tabs that lack a mark, a node or a role, each in turn',
  pass: 'not one byte of content changes',
  embedded: false,
  run: async () => {
    if (!existsSync(TEST)) return { figure: 'not run', faults: [`${TEST} is missing`] }
    const run = spawnSync('npx', ['vitest', 'run', TEST, '--reporter=json'], { encoding: 'utf8' })
    const report = run.stdout.slice(run.stdout.indexOf('{'))
    const { numTotalTests: all = 0, numPassedTests: passed = 0 } = JSON.parse(report || '{}')
    const held = run.status === 0 && all > 0
    return {
      figure: `${passed} of ${all} tests passed`,
      faults: held ? [] : [run.stderr.slice(-2_000)],
    }
  },
}
