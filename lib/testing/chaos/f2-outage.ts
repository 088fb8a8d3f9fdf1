import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresCluster } from '#lib/testing/postgres.ts'
import { checkLogs, newNewsroom, openWriters, Promises, untilAgreed } from './crew.ts'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { until, type Writer } from './writer.ts'

/** The database dies under people who type. The last of an article leaves meanwhile, with all that it was told is saved. */
export const outage: Experiment = {
  id: 'F2',
  title: 'kill -9 of PostgreSQL while people type',
  pass: '0 saved while it is down; 0 saved lost; open tabs saved 5 s after it is back',
  embedded: false,
  run: async (run) => {
    const stage = await openStage({ database: 'postgres' })
    try {
      return await outages(run, stage)
    } finally {
      await stage.close()
    }
  },
}

type Seat = { readonly articleId: string; readonly writer: Writer }

async function outages(run: Run, stage: Stage) {
  const seconds = run.short ? [1, 3] : [1, 10, 60]
  const newsroom = await newNewsroom(stage, 6, 3)
  const promises = new Promises()
  const { faults, expect, expectTime } = faultList(run)
  const returns: number[] = []
  const postgres = stage.postgres as PostgresCluster
  for (const [round, length] of seconds.entries()) {
    const names = Array.from({ length: 6 }, (_, at) => `o${round}p${at}`)
    const seats = await openWriters(run, stage, newsroom, names)
    for (const { writer } of seats) writer.start(15)
    await until(() => seats.every(({ writer }) => writer.waits.length > 5), 'all have saved')
    await postgres.kill9()
    const down = performance.now()
    await stayDown(seats, length, newsroom.articles[0] ?? '', promises)
    const dreamt = seats.filter(({ writer }) => writer.savedUpTo > down)
    expect(dreamt.length === 0, `${dreamt.length} tabs said "Saved" without a database`)
    const staying = seats.filter(({ articleId }) => articleId !== newsroom.articles[0])
    await postgres.revive()
    for (const { writer } of staying) writer.pause()
    const back = await until(
      () => staying.every(({ writer }) => writer.isSaved),
      'what was written during the outage is saved',
    )
    returns.push(back)
    await untilAgreed(stage, staying)
    for (const { articleId, writer } of staying) {
      promises.take(articleId, writer)
      await writer.leave()
    }
  }
  for (const broken of await checkLogs(stage, newsroom, promises)) expect(false, broken)
  const slowest = Math.max(...returns) / 1000
  expectTime(slowest <= 5, `saved ${slowest.toFixed(1)} s after it was back`)
  const figure = `down for ${seconds.join(', ')} s; ${promises.count} saved changes, ${faults.length} faults; saved again ${slowest.toFixed(1)} s after`
  return { figure, faults }
}

/** Those of one article leave in the middle of it. */
async function stayDown(
  seats: readonly Seat[],
  seconds: number,
  left: string,
  promises: Promises,
): Promise<void> {
  await pause(seconds * 500)
  for (const { articleId, writer } of seats) {
    if (articleId !== left) continue
    writer.pause()
    promises.take(articleId, writer)
    await writer.leave()
  }
  await pause(seconds * 500)
}
