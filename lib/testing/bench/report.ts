import type { Name } from './contender.ts'
import type { Killed } from './durability.ts'
import type { Cost } from './generator.ts'
import type { Reading } from './meter.ts'

export interface Noted {
  readonly at: string
  /** Share of the last ten seconds in which something waited for a processor, before it began. */
  readonly pressureBefore: number
}
interface Typed extends Noted {
  readonly runs: Partial<Record<Name, readonly Cost[]>>
}
interface Of<T> extends Noted {
  readonly servers: Partial<Record<Name, T>>
}

export interface Results {
  machine?: string
  L1?: Typed
  L2?: Typed
  L3?: Typed
  L3R?: Of<readonly { readonly editors: number; readonly cost: Cost }[]>
  L4?: Of<readonly { readonly rate: number; readonly cost: Cost }[]>
  L5?: Of<{ readonly before: Reading; readonly full: Reading; readonly after: Reading }>
  L6?: Of<{ readonly server: readonly number[]; readonly client: readonly number[] }>
  L7?: Of<{ readonly seconds: number; readonly doubled: boolean }>
  KILL?: Of<Killed>
  DURABLE?: Of<readonly number[]>
  BYTES?: Of<readonly number[]>
}

const NAMES: Readonly<Record<Name, string>> = {
  galley: 'Galley',
  hocuspocus: 'Hocuspocus + Database',
  'hocuspocus-durable': 'Hocuspocus that first inserts each change',
  'y-websocket': 'y-websocket, in memory',
}

const TYPED = [
  ['L1', '30 editors in one article, 150 changes a second'],
  ['L2', '300 editors in 100 articles, 600 changes a second'],
  ['L3', '100 editors in one article, 200 changes a second'],
] as const

/** The table, newest figures of each load. */
export function report(results: Results): string {
  const parts = [
    '# Collaboration, measured',
    `\`npm run bench:collab\` writes this page. Machine: ${results.machine}; load generator, server and PostgreSQL on the same cores. Medians over interleaved repeats, with the lowest and highest behind. Acknowledged means committed with Galley, and applied in memory with Hocuspocus; y-websocket acknowledges nothing. Of Hocuspocus that first inserts each change into a table, and checks, numbers and fences nothing, it is committed: so much the promise itself costs. “Busy” is the share of time in which something on the machine waited for a processor just before (PSI, ten seconds): beyond a tenth, believe ratios and no times.`,
    ...TYPED.flatMap(([load, title]) => {
      const typed = results[load]
      return typed ? [`## ${load}: ${title}`, noted(typed), table(typed)] : []
    }),
    ...rest(results),
  ]
  return `${parts.join('\n\n')}\n`
}

const noted = ({ at, pressureBefore }: Noted) => `${at} UTC, busy ${pressureBefore} %.`

function table({ runs }: Typed): string {
  const galley = median((runs.galley ?? []).map(({ cpuPerOperation }) => cpuPerOperation))
  const lines = (Object.entries(runs) as [Name, readonly Cost[]][]).map(([name, costs]) => {
    const of = (value: (cost: Cost) => number) => spread(costs.map(value))
    const cpu = median(costs.map(({ cpuPerOperation }) => cpuPerOperation))
    const sum = (value: (cost: Cost) => number) => costs.reduce((all, cost) => all + value(cost), 0)
    const ack =
      name === 'y-websocket'
        ? 'none'
        : `${of(({ ack: { p50 } }) => p50)} / ${of(({ ack: { p99 } }) => p99)}`
    return `| ${NAMES[name]} | ${of(({ cpuPerOperation }) => cpuPerOperation)} | ${name === 'galley' ? '' : (galley / cpu).toFixed(2)} | ${of(({ cores }) => cores)} | ${ack} | ${of(({ propagation: { p50 } }) => p50)} / ${of(({ propagation: { p99 } }) => p99)} | ${sum(({ missing }) => missing)} / ${sum(({ diverged }) => diverged)} |`
  })
  const head =
    '| | CPU µs a change | Galley ÷ it | cores | acknowledged p50 / p99 ms | seen by others p50 / p99 ms | lost / diverged |\n|---|---|---|---|---|---|---|'
  return [head, ...lines].join('\n')
}

function rest({ L3R, L4, L5, L6, L7, ...kept }: Results): readonly string[] {
  return [
    ...part('L3: how many in one article, at two changes a second each', L3R, (steps) =>
      steps
        .map(({ editors, cost }) => `${editors}: p95 ${whole(cost.propagation.p95)} ms`)
        .join('; '),
    ),
    ...part('L4: how many changes a second, on 100 articles', L4, (steps) =>
      steps
        .map(({ rate, cost }) => `${rate}: p99 ${whole(cost.ack.p99)} ms, lost ${cost.missing}`)
        .join('; '),
    ),
    ...part('L5: 2,000 sockets that say nothing, in 500 articles of 1,000 words', L5, (is) =>
      [
        `memory ${mib(is.before.rss)} before, ${mib(is.full.rss)} with them`,
        `heap ${mib(is.before.heap)} before, ${mib(is.full.heap)} with them, ${mib(is.after.heap)} when all had gone`,
        `${kib((is.full.rss - is.before.rss) / IDLE_DOCUMENTS)} of memory for each article with its four sockets`,
      ].join('; '),
    ),
    ...part('L6: first open of 100,000 characters with a history of 260,000 changes', L6, (is) =>
      [
        ...(is.server.length
          ? [
              `the server has it after ${whole(median(is.server))} ms (${whole(Math.max(...is.server))} at most of ${is.server.length})`,
            ]
          : []),
        `a client after ${whole(median(is.client))} ms (${whole(Math.max(...is.client))} at most)`,
      ].join('; '),
    ),
    ...part('L7: 1,000 sockets come back at once after kill -9', L7, ({ seconds, doubled }) =>
      [
        `all synchronised after ${seconds.toFixed(1)} s`,
        doubled ? 'contents differ' : 'no content doubled',
      ].join('; '),
    ),
    ...durability(kept),
  ]
}

function durability({ KILL, DURABLE, BYTES }: Results): readonly string[] {
  return [
    ...part('What kill -9 takes, of ten who type in five articles', KILL, (is) =>
      [
        `of ${is.acknowledged} acknowledged changes ${is.lost} lost in five kills`,
        `${is.worst} at most in one`,
      ].join(', '),
    ),
    ...part(
      'From a key to the database, while somebody types twice a second',
      DURABLE,
      (times) =>
        `${whole(median(times))} ms (${whole(Math.min(...times))}–${whole(Math.max(...times))}), read from the database`,
    ),
    ...part(
      'What the database writes for a thousand keys in 200,000 characters, with a pause after each twenty',
      BYTES,
      (bytes) => `${kib(median(bytes))} (${bytes.map(kib).join(', ')})`,
    ),
  ]
}

const whole = (value: number | null) => (value === null ? '–' : value.toFixed(0))

function part<T>(title: string, of: Of<T> | undefined, tell: (value: T) => string) {
  return of ? [`## ${title}`, noted(of), ...each(of, tell)] : []
}

function each<T>({ servers }: Of<T>, tell: (value: T) => string): readonly string[] {
  const lines = (Object.entries(servers) as [Name, T][]).map(
    ([name, value]) => `- ${NAMES[name]}: ${tell(value)}.`,
  )
  return [lines.join('\n')]
}

/** Of L5. */
export const IDLE_DOCUMENTS = 500

const kib = (bytes: number) => `${Math.round(bytes / 1024).toLocaleString('en-GB')} KiB`
const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function spread(values: readonly number[]): string {
  const show = (value: number) => value.toFixed(value < 10 ? 2 : 0)
  return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`
}
