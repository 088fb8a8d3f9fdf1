import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'

/** Where publishing can be stopped: each waits for a lock that the experiment holds. */
const STEPS: readonly (readonly [step: string, trigger: string])[] = [
  ['the version is not written yet', 'before insert on version for each row'],
  ['the version is written', 'after insert on version for each row'],
  ['the article has another state', 'after update of state on article for each row'],
  ['the act is not recorded yet', 'before insert on audit for each row'],
  ['the act is recorded', 'after insert on audit for each row'],
]
const COMMIT = 'it is being committed'
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
  title: 'kill -9 at each step of publishing',
  pass: 'nothing of a version or the whole of it, and the next one is published as ever',
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
      await database.query(`select pg_advisory_lock(${LOCK})`)
      await database.query('insert into chaos_trap values ($1)', [step])
      const pressed = publisher.publish(articleId, 'first').catch(() => null)
      const isCaught = await untilWaiting(database)
      expect(isCaught, `nobody came to where ${step}`)
      await stage.server.kill9()
      await pressed
      await database.query(`select pg_advisory_unlock(${LOCK})`)
      // Not truncated: that would wait for whoever is caught, and be a deadlock's other half.
      await database.query('delete from chaos_trap')
      await stage.server.restart()
      const there = await publisher.check(articleId, (fault) => expect(false, `${step}: ${fault}`))
      const committed = step === COMMIT ? 1 : 0
      expect(there === committed, `${step}: ${there} versions are there`)
      whole += there
    }
  } finally {
    await database.end()
  }
  const figure = `${STEPS.length + 1} kills, ${whole} versions whole, ${faults.length} faults`
  return { figure, faults }
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

async function untilWaiting(database: pg.Client): Promise<boolean> {
  const deadline = performance.now() + 10_000
  while (performance.now() < deadline) {
    const { rowCount } = await database.query(
      "select from pg_locks where locktype = 'advisory' and not granted",
    )
    if (rowCount) return true
    await pause(10)
  }
  return false
}

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
  return { article, publish, check }
}
