/**
 * Finds the programs that the tests need and npm cannot bring: a Chromium, the PostgreSQL server and, if they are there, Java and
 * a font for Japanese.
 * Plain JavaScript without packages: scripts/test.mjs reads it before anything is installed, on any Node from 20.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where they stand in what Playwright fetches. */
const CHROMIUM_BUILDS = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
]
const SHELL_BUILDS = [
  'chrome-linux/headless_shell',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
]

const DEBIAN_POSTGRES = '/usr/lib/postgresql'

/** The oldest PostgreSQL that Galley runs on, so also the one that the tests prefer. */
export const OLDEST_POSTGRES = 15

/**
 * The Chromium that people have, or null: for what measures it. GALLEY_CHROMIUM wins even when it is wrong: a path that
 * was asked for is never replaced by another in silence.
 * @returns {string | null}
 */
export function findChromium() {
  const wanted = process.env.GALLEY_CHROMIUM
  if (wanted) return isProgram(wanted) ? wanted : null
  return onPath(CHROMIUMS) ?? playwrightBuild('chromium', CHROMIUM_BUILDS)
}

/**
 * The browser to test with, or null: Chromium without its windows, the same engine a fifth quicker; else the whole.
 * @returns {string | null}
 */
export function findBrowser() {
  return process.env.GALLEY_CHROMIUM ? findChromium() : (findShell() ?? findChromium())
}

/**
 * Chromium without its windows, or null.
 * @returns {string | null}
 */
export function findShell() {
  return onPath(SHELLS) ?? playwrightBuild('chromium_headless_shell', SHELL_BUILDS)
}

/**
 * The folder of `initdb` and `postgres`, or null. Of several versions the oldest that we support, because SQL that
 * only newer ones know must fail here and not in somebody's newsroom.
 * @returns {string | null}
 */
export function findPostgres() {
  const versions = (existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [])
    .map(Number)
    .filter((version) => version >= OLDEST_POSTGRES)
    .sort((a, b) => a - b)
  const folders = versions.map((version) => join(DEBIAN_POSTGRES, String(version), 'bin'))
  const initdb = onPath(['initdb'])
  if (initdb) folders.push(dirname(realpathSync(initdb)))
  return folders.find(isPostgres) ?? null
}

/**
 * The Java that the Nu HTML Checker runs on, or null: pages are then checked by html-validate alone.
 * @returns {string | null}
 */
export function findJava() {
  const java = onPath(['java'])
  return java && spawnSync(java, ['-version']).status === 0 ? java : null
}

/**
 * Whether a browser here can show Japanese. Where fonts are not listed this way, as on a Mac, they come with the system.
 * @returns {boolean}
 */
export function hasJapaneseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' })
  return status !== 0 || stdout.trim() !== ''
}

/** @param {string} folder */
function isPostgres(folder) {
  const server = join(folder, 'postgres')
  if (!isProgram(server) || !isProgram(join(folder, 'initdb'))) return false
  const { stdout } = spawnSync(server, ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(stdout)?.[1]) >= OLDEST_POSTGRES
}

/**
 * The newest of those that `npx playwright install chromium` has put into its cache.
 * @param {string} product
 * @param {readonly string[]} places
 */
function playwrightBuild(product, places) {
  const mac = process.platform === 'darwin'
  const cache = join(homedir(), mac ? 'Library/Caches' : '.cache', 'ms-playwright')
  const builds = existsSync(cache) ? readdirSync(cache) : []
  const numberOf = (/** @type {string} */ name) => Number(name.slice(product.length + 1))
  const candidates = builds
    .filter((name) => name.startsWith(`${product}-`) && Number.isInteger(numberOf(name)))
    .sort((a, b) => numberOf(b) - numberOf(a))
    .flatMap((name) => places.map((path) => join(cache, name, path)))
  return candidates.find(isProgram) ?? null
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find(isProgram) ?? null
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
