import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { startPostgres } from '#lib/testing/postgres.ts'
import { coldOpen, coldOpenPeer } from './cold-open.ts'
import { type Contender, NAMES, type Name, startContender } from './contender.ts'
import { bytesWritten, killWhileTyping, untilDurable } from './durability.ts'
import { Generator } from './generator.ts'
import { idleSockets, rampEditors, rampRate, SHAPES, storm, typeIn } from './loads.ts'
import { IDLE_DOCUMENTS, type Noted, type Results, report } from './report.ts'

/**
 * `npm run bench:collab`: what a change costs, and how long it takes, against Hocuspocus with its Database extension on
 * the same PostgreSQL and against y-websocket's server. `npm run bench:collab -- L1 L2 --repeats 3 --profile`. The table in
 * collab.md keeps what was measured before of the loads that are not run now.
 */
const LOADS = [
  ...['L1', 'L2', 'L3', 'L3R', 'L4', 'L5', 'L6', 'L7'],
  ...['KILL', 'DURABLE', 'BYTES'],
] as const
const RESULTS = 'test-results/bench/collab.json'
const TABLE = 'lib/testing/bench/collab.md'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repeats: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '8' },
    servers: { type: 'string', default: NAMES.join(',') },
    profile: { type: 'boolean', default: false },
  },
})

const times = { warmSeconds: 2, seconds: Number(values.seconds) }
const wanted = LOADS.filter((load) => !positionals.length || positionals.includes(load))
const names = NAMES.filter((name) => values.servers.split(',').includes(name))
mkdirSync('test-results/bench', { recursive: true })
const results: Results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {}

const postgres = await startPostgres()
const generator = new Generator()
const contenders: Contender[] = []
try {
  for (const name of names) contenders.push(await startContender(name, postgres.url))
  for (const load of wanted) {
    console.log(`${load} …`)
    await measure(load)
    results.machine = `${cpus().length} cores (${cpus()[0]?.model ?? ''}), ${Math.round(totalmem() / 2 ** 30)} GiB`
    writeFileSync(RESULTS, JSON.stringify(results))
    writeFileSync(TABLE, report(results))
  }
  console.log(report(results))
} finally {
  generator.end()
  for (const contender of contenders) await contender.stop()
  await postgres.stop()
}

function pressure(): number {
  if (!existsSync('/proc/pressure/cpu')) return Number.NaN
  return Number(/avg10=(\S+)/.exec(readFileSync('/proc/pressure/cpu', 'utf8'))?.[1])
}

async function measure(load: (typeof LOADS)[number]): Promise<void> {
  const at = new Date().toISOString().slice(0, 16).replace('T', ' ')
  const noted = { at, pressureBefore: pressure() }
  if (load === 'L1' || load === 'L2' || load === 'L3') await interleave(load, noted)
  const both = contenders.filter(({ name }) => name === 'galley' || name === 'hocuspocus')
  for (const server of both) {
    if (load === 'L3R')
      keep(
        'L3R',
        server.name,
        noted,
        await rampEditors(server, generator, { ...times, seconds: 5 }),
      )
    if (load === 'L4')
      keep('L4', server.name, noted, await rampRate(server, generator, { ...times, seconds: 5 }))
    if (load === 'L5')
      keep('L5', server.name, noted, await idleSockets(server, 2_000, IDLE_DOCUMENTS))
    if (load === 'L7') keep('L7', server.name, noted, await storm(server, 1_000))
    if (load === 'KILL') keep('KILL', server.name, noted, await killWhileTyping(server))
    if (load === 'DURABLE')
      keep('DURABLE', server.name, noted, await untilDurable(server, postgres.url))
  }
  if (load === 'L6') await opening(both, noted)
  if (load === 'BYTES') await writing(both, noted)
}

/** The same text for both. */
async function opening(servers: readonly Contender[], noted: Noted) {
  const [galley, peer] = servers
  if (!galley) return
  const { times: taken, state } = await coldOpen(galley, postgres.url)
  keep('L6', galley.name, noted, taken)
  if (peer) keep('L6', peer.name, noted, await coldOpenPeer(peer, postgres.url, state))
}

/** In turn, so that what the database writes for itself falls on both. */
async function writing(servers: readonly Contender[], noted: Noted) {
  const all = new Map<Name, number[]>()
  for (let round = 0; round < 3; round++)
    for (const server of servers)
      all.set(server.name, [
        ...(all.get(server.name) ?? []),
        await bytesWritten(server, postgres.url),
      ])
  for (const [name, bytes] of all) keep('BYTES', name, noted, bytes)
}

/** One after the other and again from the start, so that what the machine does beside hits all alike. */
async function interleave(load: keyof typeof SHAPES, noted: Noted) {
  const runs: Results[typeof load] = { ...noted, runs: {} }
  for (const server of contenders)
    await typeIn(server, generator, SHAPES[load], { warmSeconds: 1, seconds: 2 })
  for (let repeat = 0; repeat < Number(values.repeats); repeat++) {
    for (const server of contenders) {
      const cost = await typeIn(server, generator, SHAPES[load], times)
      runs.runs[server.name] = [...(runs.runs[server.name] ?? []), cost]
      console.log(
        `  ${server.name}: ${cost.cpuPerOperation.toFixed(0)} µs, ack p50 ${cost.ack.p50?.toFixed(2)} ms, lost ${cost.missing}`,
      )
    }
  }
  results[load] = runs
  if (!values.profile) return
  for (const server of contenders) {
    const path = `test-results/bench/${load}-${server.name}.cpuprofile`
    await typeIn(server, generator, SHAPES[load], times, path)
    console.log(`  profile: ${path}`)
  }
}

function keep<L extends Exclude<(typeof LOADS)[number], keyof typeof SHAPES>>(
  load: L,
  name: Name,
  noted: Noted,
  value: unknown,
) {
  const known = (results[load] ?? { ...noted, servers: {} }) as { servers: Record<string, unknown> }
  results[load] = { ...known, ...noted, servers: { ...known.servers, [name]: value } } as never
}
