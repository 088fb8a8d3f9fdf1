import { setTimeout as pause } from 'node:timers/promises'
import { checkLogs, newNewsroom, openWriters, Promises, untilAgreed } from './crew.ts'
import { type Experiment, faultList, percentile, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'

/** A new version is rolled out while everybody types: the tabs stay. */
export const handOver: Experiment = {
  id: 'F6',
  title: 'SIGTERM under load, and the next process on its port',
  pass: '0 saved lost; ends with 0; changes wait p99 2 s longer than it is down',
  embedded: true,
  run: async (run) => {
    const stage = await openStage({ database: run.database })
    try {
      return await rollOut(run, stage)
    } finally {
      await stage.close()
    }
  },
}

async function rollOut(run: Run, stage: Stage) {
  const times = run.short ? 2 : 20
  const { faults, expect, expectTime } = faultList(run)
  const newsroom = await newNewsroom(stage, 10, 5)
  const names = Array.from({ length: 10 }, (_, at) => `h${at}`)
  const seats = await openWriters(run, stage, newsroom, names)
  for (const { writer } of seats) writer.start(20)
  const starts: number[] = []
  const stops: number[] = []
  for (let round = 0; round < times; round++) {
    await pause(400 + run.dice.int(600))
    const start = performance.now()
    const code = await stage.server.stop()
    stops.push(performance.now() - start)
    expect(code === 0, `ended with ${code}`)
    await stage.server.restart()
    starts.push(performance.now() - start)
  }
  await pause(1_000)
  for (const { writer } of seats) writer.pause()
  await untilAgreed(stage, seats)
  const promises = new Promises()
  for (const { articleId, writer } of seats) promises.take(articleId, writer)
  const stalls = seats.flatMap(({ writer }) =>
    [...writer.waits].sort((a, b) => b - a).slice(0, times),
  )
  for (const { writer } of seats) await writer.leave()
  await stage.server.stop()
  for (const broken of await checkLogs(stage, newsroom, promises)) expect(false, broken)
  const start = percentile(starts, 0.5)
  const stall = percentile(stalls, 0.99)
  expectTime(stall <= Math.max(...starts) + 2_000, `changes waited for ${stall.toFixed(0)} ms`)
  const figure = `${times} hand-overs, ${promises.count} saved changes, ${faults.length} faults; down for ${start.toFixed(0)} ms, of that ${percentile(stops, 0.5).toFixed(0)} to stop; longest waits p99 ${stall.toFixed(0)} ms`
  return { figure, faults }
}
