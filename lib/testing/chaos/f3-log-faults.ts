import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Cable, startCable } from '#lib/testing/cable.ts'
import { checkLogs, newNewsroom, openWriters, Promises, untilAgreed } from './crew.ts'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import type { Writer } from './writer.ts'

/** What PostgreSQL can say to an append, by the codes that it says it with. */
const REFUSALS = [
  ['disk full', '53100'],
  ['deadlock', '40P01'],
  ['serialization failure', '40001'],
  ['statement timeout', '57014'],
] as const

/** A trigger refuses appends, as PostgreSQL itself would: inside the transaction, with the code of the cause. */
// The server works in a role that owns nothing, and has to be let in.
const TRAP = `
  create table chaos_refusal (code text);
  grant select on chaos_refusal to public;
  create function chaos_refuse() returns trigger language plpgsql as $$
  declare refusal text;
  begin
    select code into refusal from chaos_refusal limit 1;
    if refusal is not null then raise exception 'as asked' using errcode = refusal; end if;
    return new;
  end $$;
  create trigger chaos_refuse before insert on article_update for each row execute function chaos_refuse();`

export const logFaults: Experiment = {
  id: 'F3',
  title: 'the log refuses to append, or commits and says nothing',
  pass: 'no crash; 0 saved lost; nothing twice; nothing refused was acknowledged',
  embedded: false,
  run: async (run) => {
    const cables: Cable[] = []
    const stage = await openStage({
      database: 'postgres',
      databasePort: async (port) => {
        const cable = await startCable(port)
        cables.push(cable)
        return cable.port
      },
    })
    const database = new pg.Client({ connectionString: stage.postgres?.url })
    await database.connect()
    try {
      await database.query(TRAP)
      return await refuseInTurn(run, stage, database, cables)
    } finally {
      await database.end()
      await stage.close()
      for (const cable of cables) await cable.close()
    }
  },
}

async function refuseInTurn(run: Run, stage: Stage, database: pg.Client, cables: readonly Cable[]) {
  const { faults, expect } = faultList(run)
  const { pid } = stage.server
  const newsroom = await newNewsroom(stage, 6, 3)
  const names = Array.from({ length: 6 }, (_, at) => `f${at}`)
  const seats = await openWriters(run, stage, newsroom, names)
  for (const { writer } of seats) writer.start(15)
  const rounds = run.short ? 2 : 10
  let trouble = 0
  for (let round = 0; round < rounds; round++) {
    for (const [name, code] of REFUSALS) {
      await pause(100 + run.dice.int(150))
      const dreamt = await refuse(database, code, seats)
      expect(!dreamt, `"Saved" was said in spite of ${name}`)
      trouble += 1
    }
    for (const cable of cables) trouble += await loseAnswer(cable)
  }
  for (const { writer } of seats) writer.pause()
  await untilAgreed(stage, seats)
  const promises = new Promises()
  for (const { articleId, writer } of seats) {
    promises.take(articleId, writer)
    await writer.leave()
  }
  expect(stage.server.pid === pid, 'the server ended')
  for (const broken of await checkLogs(stage, newsroom, promises)) expect(false, broken)
  for (const twice of await doubles(stage, newsroom.articles)) expect(false, twice)
  const figure = `${trouble} faults in the log, ${promises.count} saved changes, ${faults.length} broken promises`
  return { figure, faults }
}

/** Refuses for a while; true when somebody was told that what they wrote meanwhile is saved. */
async function refuse(
  database: pg.Client,
  code: string,
  seats: readonly { readonly writer: Writer }[],
): Promise<boolean> {
  await database.query('insert into chaos_refusal values ($1)', [code])
  const since = performance.now()
  await pause(1000)
  const dreamt = seats.some(({ writer }) => writer.savedUpTo > since)
  await database.query('truncate chaos_refusal')
  return dreamt
}

/** The next append is committed, and its answer never arrives. */
async function loseAnswer(cable: Cable): Promise<number> {
  let lost = 0
  const appending = new WeakSet<object>()
  cable.watch((piece, from, line) => {
    if (from === 'client' && piece.includes('append-rows')) appending.add(line)
    if (from === 'client' || lost || !appending.has(line)) return true
    lost += 1
    return false
  })
  const deadline = performance.now() + 3000
  while (!lost && performance.now() < deadline) await pause(10)
  cable.watch(() => true)
  return lost
}

/** Words of a writer are there once. */
async function doubles(stage: Stage, articles: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const articleId of articles) {
    const { text } = await stage.control.text({ articleId })
    const words: readonly string[] = text.match(/f\d+w\d+/g) ?? []
    const twice = words.filter((word, at) => words.indexOf(word) !== at)
    faults.push(...twice.map((word) => `${word} is there twice`))
  }
  return faults
}
