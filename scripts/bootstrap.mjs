/**
 * What `npm start` and `npm test` share: install, find a Node that can run the server, build, run a program.
 * Runs before anything is installed, so on the newcomer's own Node (20 or later) and without packages.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packBuild } from '#lib/server/pack-build.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The first Node that runs TypeScript without a flag. */
const OLDEST_NODE = [22, 18]

const BUILT_FROM = ['app', 'components', 'db', 'lib', 'public']
const BUILT_WITH = ['next.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const NOT_BUILT = /\.(test|bench|spec)\.tsx?$|\.(md|sql)$|^lib\/testing\//

/** A reason to stop that is no bug: its message is all that the person needs. */
export class Refusal extends Error {}

/** Installs what the lock file names, if it is not there yet; then says which Node to use. */
export async function install() {
  if (!isInstalled()) {
    console.log('Installing packages (npm ci) …')
    // NODE_ENV=production would leave out the packages that the build needs.
    const code = await runNpm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
    ])
    if (code !== 0) throw new Refusal('npm ci failed; its own message above says why.')
  }
  return findNode()
}

/** npm keeps its own record of what it installed; packages for other machines are absent from it. */
function isInstalled() {
  const wanted = readLock('package-lock.json')
  const found = readLock('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, { version, integrity, optional, os, cpu }]) => {
    const there = found[path]
    if (path === '') return true
    if (!there) return Boolean(optional || os || cpu)
    return there.version === version && there.integrity === integrity
  })
}

function readLock(path) {
  const file = join(root, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

function findNode() {
  const node = [join(root, 'node_modules/.bin/node'), process.execPath].find(isNewEnough)
  if (node) return node
  throw new Refusal(
    `Galley runs on Node 24 (${OLDEST_NODE.join('.')} at least); this is ${process.version}. The packages bring ` +
      `Node 24 along for Linux on x64 and arm64, not for ${process.platform} on ${process.arch}: ` +
      'please install it from https://nodejs.org and run the command again.',
  )
}

function isNewEnough(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const [major, minor] = (stdout ?? '').trim().slice(1).split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

/** Builds the pages, if their sources differ from those of the last build. */
export async function build(node, options = {}) {
  const stamp = join(root, '.next/galley-sources')
  const sources = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  rmSync(stamp, { force: true })
  // Types that a development run generated for routes that are gone would fail the build.
  rmSync(join(root, '.next/dev/types'), { recursive: true, force: true })
  console.log('Building (next build) …')
  const code = await run(node, ['node_modules/next/dist/bin/next', 'build'], {
    ...options,
    env: { NODE_ENV: 'production' },
  })
  if (code !== 0) throw new Refusal('The build failed; the messages above say where.')
  await packBuild(join(root, '.next'))
  writeFileSync(stamp, sources)
}

function hashSources() {
  const hash = createHash('sha256')
  for (const path of [...BUILT_FROM.flatMap(filesBelow), ...BUILT_WITH]) {
    if (!NOT_BUILT.test(path)) hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

/** Runs npm itself: the one that runs us, else the one on the PATH. */
export function runNpm(args, options) {
  const own = process.env.npm_execpath
  return own && /^npm/.test(basename(own))
    ? run(process.execPath, [own, ...args], options)
    : run('npm', args, options)
}

/** What runs now, and how each is told to end. */
const running = new Set()
let stoppedBy = null

/**
 * Runs a program in the project's folder and gives its exit code (128 and more: a signal ended it). Signals that reach us reach it, and end us after it.
 * With `group`, it leads a process group of its own, so that a time limit (`minutes`) ends its children too.
 */
export function run(command, args, { env = {}, ipc = false, group = false, minutes } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    detached: group,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      // What Node has compiled once it need not compile at the next start.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      ...env,
    },
    stdio: ['inherit', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])],
  })
  const kill = (signal) => killTree(child, group, signal)
  running.add(kill)
  const limit =
    minutes && setTimeout(() => stopLate(child, group, command, args, minutes), minutes * 60_000)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(limit)
      running.delete(kill)
      if (!stoppedBy) resolve(code ?? 128 + constants.signals[signal])
      // Of several the last one to end lets us go.
      else if (!running.size) exitBy(stoppedBy, code)
    })
  })
}

function stopLate(child, group, command, args, minutes) {
  console.error(`Stopped after ${minutes} minutes: ${basename(command)} ${args.join(' ')}`)
  killTree(child, group, 'SIGTERM')
  setTimeout(() => killTree(child, group, 'SIGKILL'), 10_000).unref()
}

function killTree(child, group, signal) {
  try {
    if (group) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** Ends as the program ended: with its exit code, or by the signal if it died of that. */
function exitBy(signal, code) {
  if (code !== null) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stoppedBy = signal
    if (!running.size) exitBy(signal, null)
    for (const kill of running) kill(signal)
  })
}
