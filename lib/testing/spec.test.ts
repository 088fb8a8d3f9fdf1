import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The code and SPEC.md speak of the same rules. */

const RULE = /\[([A-Z]{3}\d+(?:, ?[A-Z]{3}\d+)*)\]/g
const DEFINED = /^- \*\*([A-Z]{3}\d+)\*\* \S/gm

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'components', 'db', 'lib'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && existsSync(path))

const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path)
/** Cases that a test reads name the rule of each. */
const isCases = (path: string) => /^lib\/testing\/.*-cases\.ts$/.test(path)

function quotedIn(paths: readonly string[], pattern = RULE): Map<string, string> {
  const quoted = new Map<string, string>()
  for (const path of paths) {
    for (const [, rules = ''] of readFileSync(path, 'utf8').matchAll(pattern)) {
      for (const rule of rules.split(/, ?/)) quoted.set(rule, path)
    }
  }
  return quoted
}

const defined = [...readFileSync('lib/domain/SPEC.md', 'utf8').matchAll(DEFINED)].map(
  ([, rule = '']) => rule,
)
const tested = new Set([
  ...quotedIn(files.filter(isTest)).keys(),
  ...quotedIn(files.filter(isCases), /'([A-Z]{3}\d+)'/g).keys(),
])

it('states each rule once, in order', () => {
  expect(defined.length).toBeGreaterThan(100)
  expect(new Set(defined).size).toBe(defined.length)
  const numbers = Map.groupBy(defined, (rule) => rule.slice(0, 3))
  for (const rules of numbers.values()) {
    const ordered = [...rules].sort((a, b) => Number(a.slice(3)) - Number(b.slice(3)))
    expect(rules).toEqual(ordered)
  }
})

it('quotes only rules that are stated', () => {
  const unknown = [...quotedIn(files)].filter(([rule]) => !defined.includes(rule))
  expect(unknown).toEqual([])
})

it('proves every rule that is stated', () => {
  expect(defined.filter((rule) => !tested.has(rule))).toEqual([])
})
