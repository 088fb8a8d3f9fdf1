import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from '#lib/collab/meter.ts'
import type { CollabServer } from '#lib/collab/server.ts'

/** Seconds; a commit to a disk that flushes takes about a millisecond. */
const COMMIT_BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

export interface Metrics {
  readonly meter: Meter
  /** From now on the gauges tell what this server holds. */
  watch(collab: CollabServer): void
  text(): Promise<string>
}

/** The numbers of this process, in a registry of its own: the pages' bundle has another copy of everything. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Counter({ name, help, labelNames, registers })
  const refused = counter('galley_refused_total', 'Updates that were refused, by reason', [
    'reason',
  ])
  const closed = counter('galley_closed_total', 'Sockets that the server ended', ['reason'])
  const slowed = counter('galley_slowed_total', 'Messages that waited for a rate', ['what'])
  const commits = counter('galley_commits_total', 'Commits to the update log')
  const rows = counter('galley_rows_total', 'Rows that were committed to the update log')
  const acknowledged = counter('galley_acknowledged_total', 'Marks answered: durable up to here')
  const help = 'Time that a commit took'
  const seconds = { name: 'galley_commit_seconds', help, buckets: COMMIT_BUCKETS, registers }
  const commitTime = new Histogram(seconds)
  return {
    meter: {
      refused: (reason) => refused.inc({ reason }),
      closed: (reason) => closed.inc({ reason }),
      slowed: (what) => slowed.inc({ what }),
      committed: (count, time) => {
        commits.inc()
        rows.inc(count)
        commitTime.observe(time)
      },
      acknowledged: () => acknowledged.inc(),
    },
    watch: (collab) => watch(registry, collab),
    text: () => registry.metrics(),
  }
}

function watch(registry: Registry, collab: CollabServer) {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        this.set(value())
      },
    })
  gauge('galley_sockets', 'Open websockets', () => collab.counts().sockets)
  gauge('galley_documents', 'Articles that browsers are in', () => collab.counts().documents)
  gauge('galley_rooms', 'Articles in memory', () => collab.rooms.size)
  gauge('galley_queue', 'Rows that wait to be committed', () => collab.rooms.queue.length)
}
