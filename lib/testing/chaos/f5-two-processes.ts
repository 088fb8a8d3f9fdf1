import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startCable } from '#lib/testing/cable.ts'
import { controlOf } from '#lib/testing/control.ts'
import { checkLogs, leaveAll, newNewsroom, openWriters, untilAgreed } from './crew.ts'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { until } from './writer.ts'

const portOf = (url: string) => Number(new URL(url).port)

/** A process stands still, another serves its articles, and then it wakes up and goes on as if nothing had been. */
export const twoProcesses: Experiment = {
  id: 'F5',
  title: 'the owner of an article is stopped, another takes over, it wakes up',
  pass: '0 rows of the one that slept after the take-over; 0 saved lost; all agree in 5 s',
  embedded: false,
  run: async (run) => {
    const stage = await openStage({ database: 'postgres' })
    try {
      return await sleep(run, stage)
    } finally {
      await stage.close()
    }
  },
}

async function sleep(run: Run, stage: Stage) {
  const { faults, expect, expectTime } = faultList(run)
  const other = await stage.second()
  const cable = await startCable(portOf(stage.server.url))
  const newsroom = await newNewsroom(stage, 4, 2)
  let address = stage.server.url
  const led = { ...stage, control: controlOf(() => address) }
  const names = ['a', 'b', 'c', 'd']
  const through = `http://127.0.0.1:${cable.port}`
  const seats = await openWriters(run, led, newsroom, names, through)
  for (const { writer } of seats) writer.start(15)
  await until(() => seats.every(({ writer }) => writer.waits.length > 5), 'all have saved')
  const asleep = run.short ? 3_000 : 30_000
  process.kill(stage.server.pid, 'SIGSTOP')
  address = other.url
  cable.lead(portOf(other.url))
  // Two of them are led to the other process; the sockets of the rest still end in the one that sleeps.
  const late = await openWriters(run, led, newsroom, ['e', 'f'], through)
  for (const { writer } of late) writer.start(15)
  await pause(asleep)
  const heads = await Promise.all(newsroom.articles.map((id) => stage.readLog(id)))
  const taken = late.reduce((sum, { writer }) => sum + writer.waits.length, 0)
  expect(taken > 5, `the other process took over only ${taken} saves`)
  process.kill(stage.server.pid, 'SIGCONT')
  const woken = performance.now()
  await pause(1_000)
  const all = [...seats, ...late]
  for (const { writer } of all) writer.pause()
  // The balancer has long given up on the one that slept.
  cable.cut()
  await untilAgreed(led, all)
  const agreed = performance.now() - woken - 1_000
  expectTime(agreed <= 5_000, `agreed only after ${agreed.toFixed(0)} ms`)
  const promises = await leaveAll(all)
  for (const broken of await checkLogs(stage, newsroom, promises)) expect(false, broken)
  const stale = await staleRows(stage, newsroom.articles)
  expect(stale === 0, `${stale} rows of an older epoch behind a newer one`)
  await cable.close()
  const rows = heads.reduce((sum, { length }) => sum + length, 0)
  const figure = `asleep for ${asleep / 1000} s, ${rows} rows by then; ${stale} stale rows; ${promises.count} saved changes, ${faults.length} faults; agreed after ${agreed.toFixed(0)} ms`
  return { figure, faults }
}

async function staleRows({ postgres }: Stage, articles: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: postgres?.url })
  await client.connect()
  const { rows } = await client.query(
    'select count(*)::int as count from article_update a join article_update b on a.article_id = b.article_id and a.seq > b.seq and a.epoch < b.epoch where a.article_id = any($1)',
    [articles],
  )
  await client.end()
  return rows[0].count
}
