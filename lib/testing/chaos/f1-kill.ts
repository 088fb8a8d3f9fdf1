import { setTimeout as pause } from 'node:timers/promises'
import { checkLogs, newNewsroom, openWriters, Promises, type Seat } from './crew.ts'
import { type Experiment, faultList, percentile, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { until } from './writer.ts'

const WRITERS = 10
const ARTICLES = 5

/** The machine dies at any moment, and everybody's tabs with it: nothing can be sent a second time. */
export const kill: Experiment = {
  id: 'F1',
  title: 'kill -9 of the server, with all tabs',
  pass: '0 saved changes lost; back in 3 s; p99 of unsaved 2 s',
  embedded: true,
  run: async (run) => {
    const stage = await openStage({ database: run.database })
    try {
      return await killOften(run, stage)
    } finally {
      await stage.close()
    }
  },
}

async function killOften(run: Run, stage: Stage) {
  const kills = run.kills ?? (run.short ? 4 : 20)
  const newsroom = await newNewsroom(stage, WRITERS, ARTICLES)
  const promises = new Promises()
  const waits: number[] = []
  const downs: number[] = []
  const { faults, expect, expectTime } = faultList(run)
  let lost = 0
  const expectKept = (broken: readonly string[], when: string) => {
    lost += broken.length
    for (const promise of broken) expect(false, `${when}: ${promise}`)
  }
  for (let round = 0; round < kills; round++) {
    const names = Array.from({ length: WRITERS }, (_, at) => `r${round}p${at}`)
    const writers = await openWriters(run, stage, newsroom, names)
    for (const { writer } of writers) writer.start(4 + run.dice.int(12))
    // By what was saved, not by the clock: a slow machine must not find less to lose.
    const wanted = 60 + run.dice.int(120)
    await until(() => savedBy(writers) >= wanted, `${wanted} changes are saved`)
    await pause(run.dice.int(50))
    await stage.server.kill9()
    for (const { articleId, writer } of writers) {
      promises.take(articleId, writer)
      waits.push(...writer.waits)
      await writer.leave()
    }
    const down = performance.now()
    await stage.server.restart()
    downs.push(performance.now() - down)
    for (const articleId of newsroom.articles) {
      const { text } = await stage.control.text({ articleId })
      expectKept(promises.broken(articleId, text), `kill ${round}`)
    }
  }
  await stage.server.stop()
  expectKept(await checkLogs(stage, newsroom, promises), 'log')
  const wait = percentile(waits, 0.99)
  const down = percentile(downs, 0.5)
  expectTime(wait <= 2000, `unsaved for ${wait.toFixed(0)} ms`)
  expectTime(down <= 3000, `down for ${down.toFixed(0)} ms`)
  const figure = `${kills} kills, ${promises.count} saved changes, ${lost} lost; back after ${down.toFixed(0)} ms; unsaved p99 ${wait.toFixed(0)} ms`
  return { figure, faults }
}

function savedBy(seats: readonly Seat[]): number {
  return seats.reduce((sum, { writer }) => sum + writer.saved.written.size, 0)
}
