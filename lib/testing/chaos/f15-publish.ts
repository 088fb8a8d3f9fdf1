import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { until } from './writer.ts'

const WRITTEN = 'the version is written'
/** Where publishing can be stopped: each waits for a lock that the experiment holds. */
const STEPS: readonly (readonly [step: string, trigger: string])[] = [
  ['the version is not written yet', 'before insert on version for each row'],
  [WRITTEN, 'after insert on version for each row'],
  ['the article has another state', 'after update of state on article for each row'],
  ['the act is not recorded yet', 'before insert on audit for each row'],
  ['the act is recorded', 'after insert on audit for each row'],
]
const COMMIT = 'it is being committed'
/** What the second process is called in the database. */
const SECOND = 'second'
const LOCK = 77

const TRAP = `
  create table chaos_trap (step text);
  create function chaos_wait() returns trigger language plpgsql as $$
  begin
    if exists (select from chaos_trap where step = tg_argv[0]) then
      perform pg_advisory_xact_lock_shared(${LOCK});
    end if;
    return new;
  end $$;
  ${STEPS.map(([step, when], at) => `create trigger chaos_${at} ${when} execute function chaos_wait('${step}');`).join('\n')}
  create constraint trigger chaos_commit after insert on version deferrable initially deferred
    for each row execute function chaos_wait('${COMMIT}');`

export const publishing: Experiment = {
  id: 'F15',
  title: 'kill -9 at each step of publishing, and of two processes at a time that was set',
  pass: 'nothing of a version or the whole of it, once, and the next one is published as ever',
  embedded: true,
  run: async (run) => {
    const stage = await openStage({ database: run.database })
    try {
      return await (stage.postgres
        ? atEachStep(run, stage, stage.postgres.url)
        : anywhere(run, stage))
    } finally {
      await stage.close()
    }
  },
}

async function atEachStep(run: Run, stage: Stage, url: string) {
  const { faults, expect } = faultList(run)
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  let whole = 0
  try {
    await database.query(TRAP)
    const publisher = await newPublisher(stage)
    for (const step of [...STEPS.map(([name]) => name), COMMIT]) {
      const articleId = await publisher.article()
      await setTrap(database, step)
      const pressed = publisher.publish(articleId, 'first').catch(() => null)
      const caught = await untilCaught(database)
      expect(caught.length === 1, `${caught.length} came to where ${step}`)
      await stage.server.kill9()
      await pressed
      await release(database)
      await stage.server.restart()
      const there = await publisher.check(articleId, (fault) => expect(false, `${step}: ${fault}`))
      const committed = step === COMMIT ? 1 : 0
      expect(there === committed, `${step}: ${there} versions are there`)
      whole += there
    }
    whole += await byTheClock(stage, database, publisher, expect)
  } finally {
    await database.end()
  }
  const figure = `${STEPS.length + 3} kills, ${whole} versions whole, ${faults.length} faults`
  return { figure, faults }
}

/**
 * Two processes look for what is due. Whichever gets it is killed, and the other gets it while what the first began is
 * still on its way in the database: undone in one case, committed in the other.
 */
async function byTheClock(
  stage: Stage,
  database: pg.Client,
  publisher: Publisher,
  expect: (holds: boolean, otherwise: string) => void,
): Promise<number> {
  const address = new URL(stage.postgres?.url ?? '')
  address.searchParams.set('application_name', SECOND)
  const second = await stage.second({ DATABASE_URL: address.href })
  let whole = 0
  for (const step of [WRITTEN, COMMIT]) {
    const articleId = await publisher.article()
    await setTrap(database, step)
    await publisher.schedule(articleId)
    const caught = await untilCaught(database)
    expect(caught.length === 1, `at the time, ${caught.length} came to where ${step}`)
    const killed = caught[0] === SECOND ? second : stage.server
    await killed.kill9()
    // It would lapse by itself, in a quarter of a minute.
    await database.query('update scheduled_version set claimed_until = now()')
    await release(database)
    await untilPublished(database, articleId)
    await killed.restart()
    const { rowCount } = await database.query('select from scheduled_version')
    expect(rowCount === 0, `${rowCount} times are still set where ${step}`)
    whole += await publisher.check(articleId, (fault) => expect(false, `at the time: ${fault}`))
  }
  return whole
}

async function untilPublished(database: pg.Client, articleId: string): Promise<void> {
  const find = 'select from version where article_id = $1'
  await until(
    async () => ((await database.query(find, [articleId])).rowCount ?? 0) > 0,
    'what is due is published',
  )
}

async function setTrap(database: pg.Client, step: string): Promise<void> {
  await database.query(`select pg_advisory_lock(${LOCK})`)
  await database.query('insert into chaos_trap values ($1)', [step])
}

async function release(database: pg.Client): Promise<void> {
  await database.query(`select pg_advisory_unlock(${LOCK})`)
  // Not truncated: that would wait for whoever is caught, and be a deadlock's other half.
  await database.query('delete from chaos_trap')
}

/** The embedded database cannot be stopped at a step: it is killed often, a little later each time. */
async function anywhere(run: Run, stage: Stage) {
  const { faults, expect } = faultList(run)
  const kills = run.kills ?? (run.short ? 4 : 20)
  const publisher = await newPublisher(stage)
  let whole = 0
  const first = await publisher.article()
  const start = performance.now()
  await publisher.publish(first, 'first')
  const long = performance.now() - start
  for (let round = 0; round < kills; round++) {
    const articleId = await publisher.article()
    const pressed = publisher.publish(articleId, 'first').catch(() => null)
    await pause(run.dice.int(Math.ceil(long)))
    await stage.server.kill9()
    const said = await pressed
    await stage.server.restart()
    const there = await publisher.check(articleId, (fault) =>
      expect(false, `kill ${round}: ${fault}`),
    )
    expect(!said || there === 1, `kill ${round}: what was said to be published is not there`)
    whole += there
  }
  const figure = `${kills} kills, ${whole} versions whole, ${faults.length} faults`
  return { figure, faults }
}

/** Names of those who wait at the trap; empty: nobody came. */
async function untilCaught(database: pg.Client): Promise<readonly string[]> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const { rows } = await database.query<{ name: string }>(
      `select application_name as name from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and not granted`,
    )
    if (rows.length) return rows.map(({ name }) => name)
    await pause(10)
  }
  return []
}

type Publisher = Awaited<ReturnType<typeof newPublisher>>

/** Somebody who publishes articles that are ready, and looks whether what is there is whole. */
async function newPublisher({ control }: Stage) {
  const [editor = ''] = await control.people({ count: 1, roles: ['editor'] })
  const [reviewer = ''] = await control.people({ count: 1, roles: ['reviewer'] })
  const [personId = ''] = await control.people({ count: 1, roles: ['publisher'] })
  const { id: sourceId } = await control.source({ personId: editor, title: 'The log' })
  const article = async () => {
    const text = 'The quay was closed on Monday. It rained all day.'
    const { id: articleId } = await control.article({ personId: editor, text })
    const said = { kind: 'fact', confidence: 'confirmed', citations: [{ sourceId }] } as const
    const found = await control.sentences({ personId: editor, articleId })
    const items = found.map(({ index, fingerprint }) => ({ index, fingerprint, ...said }))
    await control.annotate({ personId: editor, articleId, items: items as never })
    const ready = await control.sentences({ personId: reviewer, articleId })
    const verdicts = ready.map(({ index, fingerprint }) => {
      return { index, fingerprint, verdict: 'approve', note: '' } as const
    })
    await control.decide({ personId: reviewer, articleId, items: verdicts })
    return articleId
  }
  const publish = (articleId: string, change: 'first' | 'update') =>
    control.publish({ personId, articleId, change, note: 'It rained.' })
  const schedule = (articleId: string) => control.schedule({ personId, articleId, after: 300 })
  const check = async (articleId: string, fault: (words: string) => void) => {
    const { versions, state, records, wrong } = await control.published({ articleId })
    for (const words of wrong) fault(words)
    if (versions > 1 || records !== versions) fault(`${versions} versions, ${records} records`)
    if ((state === 'published') !== (versions === 1)) fault(`${versions} versions, but ${state}`)
    const next = await publish(articleId, versions ? 'update' : 'first')
    if (next.number !== versions + 1) fault(`the next version is ${next.number}`)
    const after = await control.published({ articleId })
    for (const words of after.wrong) fault(`afterwards: ${words}`)
    return versions
  }
  return { article, publish, schedule, check }
}
