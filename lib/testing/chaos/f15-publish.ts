import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type ControlCalls, controlOf } from '#lib/testing/control.ts'
import { ANSWER, DIES } from '#lib/testing/die-before.ts'
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

// The server works in a role that owns nothing, and has to be let in.
const TRAP = `
  create table chaos_trap (step text);
  grant select on chaos_trap to public;
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
  title:
    'kill -9 at each step of publishing, at a time that was set, and several who press at once',
  pass: 'nothing of a version or the whole of it, once, and the next one is published as ever',
  embedded: true,
  run: async (run) => {
    const stage = await openStage({ database: run.database })
    try {
      return await (stage.postgres
        ? atEachStep(run, stage, stage.postgres.url)
        : inTheProcess(run, stage))
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
  expect: Expect,
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
  const controls = [stage.control, controlOf(() => second.url)]
  return whole + (await atOnce(controls, publisher, expect))
}

/** Two press in every process at the same moment: one version comes of it. */
async function atOnce(
  controls: readonly ControlCalls[],
  publisher: Publisher,
  expect: Expect,
): Promise<number> {
  const articleId = await publisher.article()
  const pressed = await Promise.allSettled(
    [...controls, ...controls].map((control) => publisher.publish(articleId, 'first', control)),
  )
  const done = pressed.filter(({ status }) => status === 'fulfilled').length
  expect(done === 1, `${done} of ${pressed.length} who pressed at once have published`)
  return publisher.check(articleId, (fault) => expect(false, `at once: ${fault}`))
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

/** The embedded database runs in the process, which dies before each statement that writes; then at any moment. */
async function inTheProcess(run: Run, stage: Stage) {
  const { faults, expect } = faultList(run)
  const publisher = await newPublisher(stage)
  const steps = await beforeEachStatement(run, stage, publisher, expect)
  const kills = run.kills ?? (run.short ? 2 : 20)
  let whole = 1 + (await anywhere(run, stage, publisher, { kills, expect }))
  whole += await atOnce([stage.control], publisher, expect)
  const figure = `${steps} + ${kills} kills, ${whole} versions whole, ${faults.length} faults`
  return { figure, faults }
}

type Expect = (holds: boolean, otherwise: string) => void
/** What a publication writes at least: without one of these the trial would have missed steps. */
const WRITES = [
  'insert into "version"',
  'update "article"',
  'insert into "audit"',
  'insert into "webhook_delivery"',
  'commit',
  ANSWER,
]

/** One more statement is done each time, until a publication comes to its end. Gives how many there were. */
async function beforeEachStatement(
  { note }: Run,
  { server }: Stage,
  publisher: Publisher,
  expect: Expect,
): Promise<number> {
  const died: string[] = []
  for (;;) {
    const articleId = await publisher.article()
    const said = await publisher.publishAndDie(articleId, died.length).catch(() => null)
    if (said) break
    await server.kill9()
    const what = server.log().split(DIES).at(-1)?.split('\n')[0] ?? ''
    died.push(what)
    await server.restart()
    const there = await publisher.check(articleId, (fault) =>
      expect(false, `before ${what}: ${fault}`),
    )
    expect(there === (what === ANSWER ? 1 : 0), `before ${what}: ${there} versions are there`)
  }
  note(`died before ${died.map((what) => what.replaceAll(/\s+/g, ' ')).join('; ')}`)
  for (const write of WRITES)
    expect(
      died.some((what) => what.toLowerCase().startsWith(write)),
      `it never came to where it would ${write}`,
    )
  return died.length
}

/** Killed often from without, a little later each time: also in the middle of a statement. */
async function anywhere(
  run: Run,
  stage: Stage,
  publisher: Publisher,
  { kills, expect }: { kills: number; expect: Expect },
): Promise<number> {
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
  return whole
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
  const [adminId = ''] = await control.people({ count: 1, roles: ['admin'] })
  await control.webhook({ adminId })
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
  const publish = (articleId: string, change: 'first' | 'update', by = control) =>
    by.publish({ personId, articleId, change, note: 'It rained.' })
  const publishAndDie = (articleId: string, at: number) =>
    control.publishAndDie({ personId, articleId, at, change: 'first', note: 'It rained.' })
  const schedule = (articleId: string) => control.schedule({ personId, articleId, after: 300 })
  const check = async (articleId: string, fault: (words: string) => void) => {
    const { versions, state, records, told, wrong } = await control.published({ articleId })
    for (const words of wrong) fault(words)
    if (versions > 1 || records !== versions) fault(`${versions} versions, ${records} records`)
    if (told !== versions) fault(`${versions} versions, of which webhooks are told ${told} times`)
    if ((state === 'published') !== (versions === 1)) fault(`${versions} versions, but ${state}`)
    const next = await publish(articleId, versions ? 'update' : 'first')
    if (next.number !== versions + 1) fault(`the next version is ${next.number}`)
    const after = await control.published({ articleId })
    for (const words of after.wrong) fault(`afterwards: ${words}`)
    return versions
  }
  return { article, publish, publishAndDie, schedule, check }
}
