/**
 * `npm test`: everything that must hold, from a fresh clone. Fetches what is missing, builds, runs every check and
 * every test, and ends with one line of counts. A check that fails, a runner that crashes or finds no tests and a
 * test that is skipped each count as a failure: zero failed means that everything ran and held.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  findBrowser,
  findJava,
  findPostgres,
  findShell,
  hasJapaneseFont,
  OLDEST_POSTGRES,
} from '#lib/testing/programs.mjs'
import { build, install, Refusal, root, run, runNpm } from './bootstrap.mjs'

const CHECKS = ['lint', 'types', 'layers', 'unused']

async function test(reports) {
  const took = new Map()
  const [node] = await Promise.all([
    timed(took, 'install', install),
    timed(took, 'programs', bringPrograms),
  ])
  await timed(took, 'build', () => build(node, { group: true, minutes: 15 }))
  const failed = (await Promise.all(CHECKS.map((check) => doesFail(took, check)))).flat()
  const unit = await timed(took, 'unit', () => runUnit(join(reports, 'unit.json')))
  // Servers that are killed and browsers that are waited for leave each other half of the machine.
  const [chaos, e2e] = await Promise.all([
    timed(took, 'chaos', () => runChaos(join(reports, 'chaos.json'))),
    timed(took, 'e2e', () => runE2e(join(reports, 'e2e.json'))),
  ])
  for (const check of failed) console.log(`Failed: npm run ${check}`)
  console.log(`Took, in seconds: ${[...took].map(([what, time]) => `${what} ${time}`).join(', ')}`)
  for (const [runner, { failed: count, names = [] }] of Object.entries({ unit, chaos, e2e })) {
    if (count) console.log([`Failed in ${runner}: ${count}`, ...names].join('\n  '))
  }
  if (e2e.shaky?.length) console.log(['Held at the second try only:', ...e2e.shaky].join('\n  '))
  return {
    passed: unit.passed + chaos.passed + e2e.passed,
    failed: failed.length + unit.failed + chaos.failed + e2e.failed,
  }
}

async function bringPrograms() {
  // A fifth quicker than with windows; not every system has it.
  if (!process.env.GALLEY_CHROMIUM)
    await bringIfWeMay('Chromium without windows', 'chromium-headless-shell', findShell)
  await bringProgram('Chromium', 'chromium', findBrowser, 'set GALLEY_CHROMIUM to its path')
  await bringProgram(
    `PostgreSQL ${OLDEST_POSTGRES} or newer`,
    'postgresql',
    findPostgres,
    'put its initdb on the PATH',
  )
  // The Nu HTML Checker runs on it. Without it html-validate checks the pages, and the tests say so.
  await bringIfWeMay('Java', 'default-jre-headless', findJava)
  // Without it the pages in Japanese are looked at with boxes in place of letters; the tests hold all the same.
  await bringIfWeMay('a Japanese font', 'fonts-ipafont-gothic', hasJapaneseFont)
}

/** The name of a check that did not pass. */
async function doesFail(took, check) {
  const code = await timed(took, check, () => runScript(check, [], 5))
  return code === 0 ? [] : [check]
}

/** Notes how long it took, whatever came of it. */
async function timed(took, what, run) {
  const start = performance.now()
  try {
    return await run()
  } finally {
    took.set(what, Math.round((performance.now() - start) / 1000))
  }
}

function runScript(name, args, minutes, env) {
  return runNpm(['run', '--silent', name, '--', ...args], { group: true, minutes, env })
}

async function runUnit(report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runScript('unit', reporters, 30)
  const counts = readReport(report, ({ numTotalTests, numPassedTests, testResults }) => {
    // A file that could not even be loaded has no tests that failed.
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every(isNotFailed),
    )
    const names = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.flatMap((one) => (isNotFailed(one) ? [] : `${name}: ${one.fullName}`)),
    )
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length, names }
  })
  return settle(counts, code)
}

function isNotFailed(assertion) {
  return assertion.status !== 'failed'
}

/** The short set: real servers are killed, cut off and lied to. */
async function runChaos(report) {
  const code = await runScript('chaos', ['--short', '--report', report], 20)
  return settle(
    readReport(report, (counts) => counts),
    code,
  )
}

async function runE2e(report) {
  const code = await runScript('e2e', ['--reporter=list,json'], 48, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const counts = readReport(report, ({ stats, errors, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
    names: suites.flatMap((suite) => namedSpecs(suite, ({ ok }) => !ok)),
    shaky: suites.flatMap((suite) => namedSpecs(suite, isShaky)),
  }))
  return settle(counts, code)
}

/** Held the second time only: a bug of the product or of the test, named until somebody has found it. */
function isShaky({ tests }) {
  return tests.some(({ status }) => status === 'flaky')
}

/** Of a file, and of what stands inside it. */
function namedSpecs({ suites = [], specs = [] }, which) {
  const own = specs.filter(which).map(({ file, title }) => `${file}: ${title}`)
  return [...own, ...suites.flatMap((suite) => namedSpecs(suite, which))]
}

function readReport(path, count) {
  return existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 }
}

/** A runner that failed without naming a failed test, or that ran nothing, is one failure itself. */
function settle({ passed, failed, ...names }, code) {
  const silent = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed, ...names }
}

/** Installs a program that is missing, where we may; else says what to install. */
async function bringProgram(name, debianPackage, find, otherwise) {
  if (find()) return
  if (mayInstall()) {
    await aptInstall(name, debianPackage)
    if (find()) return
  }
  throw new Refusal(
    `The tests need ${name}. On Debian and Ubuntu: sudo apt-get install ${debianPackage}. ` +
      `If it is installed in a place of its own, ${otherwise}.`,
  )
}

/** The same for what is not worth a failure. */
async function bringIfWeMay(name, debianPackage, find) {
  if (find() || !mayInstall()) return
  await aptInstall(name, debianPackage).catch((error) => console.log(error.message))
}

function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

async function aptInstall(name, debianPackage) {
  console.log(`Installing ${name} (apt-get install ${debianPackage}) …`)
  const options = { group: true, minutes: 10, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-q'], options)
  await run('apt-get', ['install', '-qy', '--no-install-recommends', debianPackage], options)
}

const reports = mkdtempSync(join(tmpdir(), 'galley-reports-'))
process.chdir(root)
try {
  const { passed, failed } = await test(reports)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  console.log('\n0 passed, 1 failed')
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
