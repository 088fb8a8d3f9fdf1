import { setTimeout as pause } from 'node:timers/promises'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import { type Cable, startCable } from '#lib/testing/cable.ts'
import { canonical } from '#lib/testing/cohort.ts'
import { dice } from '#lib/testing/dice.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import { alphabet, randomEdit } from '#lib/testing/random-edits.ts'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { newNewsroom } from './crew.ts'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'
import { until, Writer } from './writer.ts'

/** Whole editors through a real server, cut off and killed at random, while a reviewer approves what stands there. */
export const fuzzEditors: Experiment = {
  id: 'FUZZ',
  title: 'editors through the real server, with cuts and kills, under review',
  pass: '0 divergences; 0 approvals shown on other words than those approved',
  embedded: true,
  run: async (run) => {
    const stage = await openStage({ database: run.database })
    try {
      return await fuzz(run, stage)
    } finally {
      await stage.close()
    }
  },
}

interface Tally {
  edits: number
  cuts: number
  kills: number
  readonly approved: Map<string, string>
  shown: number
}

async function fuzz(run: Run, stage: Stage) {
  const { faults, expect } = faultList(run)
  const tally: Tally = { edits: 0, cuts: 0, kills: 0, approved: new Map(), shown: 0 }
  const rounds = run.short ? 3 : 25
  for (let round = 0; round < rounds; round++) {
    const fault = await playRound(run, stage, tally, run.short ? 120 : 400)
    if (fault) expect(false, `round ${round}: ${fault}`)
  }
  const { edits, cuts, kills, approved, shown } = tally
  const figure = `${rounds} articles, ${edits} edits, ${cuts} cuts, ${kills} kills; ${faults.length} divergences or false approvals; ${approved.size} sentences approved, ${shown} shown so`
  return { figure, faults }
}

async function playRound(run: Run, stage: Stage, tally: Tally, edits: number) {
  const { control, server } = stage
  const people = await control.people({ count: 3, roles: ['editor'] })
  const [reviewerId = ''] = await control.people({ count: 1, roles: ['reviewer'] })
  const { articles } = await newNewsroom(stage, 1, 1)
  const articleId = articles[0] ?? ''
  const cable = await startCable(Number(new URL(server.url).port))
  const address = `http://127.0.0.1:${cable.port}`
  const writers = await Promise.all(
    people.map((personId, at) => {
      const own = dice(run.dice.int(2 ** 31))
      return new Writer({
        name: `z${at}`,
        personId,
        articleId,
        control,
        address,
        dice: own,
      }).ready()
    }),
  )
  const replicas = writers.map(({ session }) => flatReplica(session.doc))
  const letters = alphabet()
  for (let n = 0; n < edits; n++) {
    const replica = run.dice.pick(replicas)
    const tr = randomEdit(replica.editor.state, run.dice, letters)
    if (tr?.docChanged) replica.editor.dispatch(tr)
    tally.edits += 1
    await disturb(run, server, cable, tally)
    if (run.dice.chance(0.05)) await approve(stage, articleId, reviewerId, tally)
    await pause(run.dice.int(6))
  }
  const fault = await verdict(stage, articleId, reviewerId, tally, writers, () =>
    replicas.map(({ editor }) => JSON.stringify(canonical(editor.state.doc))),
  )
  for (const { binding } of replicas) binding.destroy()
  for (const writer of writers) await writer.leave()
  await cable.close()
  return fault
}

async function disturb(run: Run, server: ServerProcess, cable: Cable, tally: Tally) {
  if (run.dice.chance(0.02)) {
    cable.cut()
    tally.cuts += 1
  }
  if (run.dice.chance(0.006)) {
    await server.kill9()
    await server.restart()
    tally.kills += 1
  }
}

/** Approves whatever the reviewer sees now. */
async function approve({ control }: Stage, articleId: string, personId: string, tally: Tally) {
  try {
    const seen = await control.sentences({ personId, articleId })
    const items = seen.map(({ index, fingerprint }) => ({
      ...{ index, fingerprint, verdict: 'approve' as const },
    }))
    const results = await control.decide({ personId, articleId, items })
    for (const [at, { fingerprint, text }] of seen.entries())
      if (results[at] === 200) tally.approved.set(fingerprint, text)
  } catch {
    // The words moved meanwhile, or the server is on its way up: a reviewer looks again.
  }
}

async function verdict(
  { control }: Stage,
  articleId: string,
  personId: string,
  tally: Tally,
  writers: readonly Writer[],
  documents: () => readonly string[],
): Promise<string | null> {
  const saved = () => writers.every(({ session }) => session.view.save.kind === 'saved')
  try {
    await until(saved, 'all is saved', 20_000)
    await until(() => new Set(documents()).size === 1, 'all editors show the same', 10_000)
  } catch (error) {
    const states = writers.map(({ session }) => JSON.stringify(session.view.save)).join(' ')
    return `${(error as Error).message}: ${states}`
  }
  const [first = ''] = writers.map(({ session }) =>
    session.reader.content.blocks
      .map((block) => (block.type === 'text' ? block.text : ''))
      .join('\n'),
  )
  const { text } = await control.text({ articleId })
  if (first !== text) return 'the server says something else than the editors'
  for (const sentence of await control.sentences({ personId, articleId })) {
    if (sentence.review !== 'approved') continue
    tally.shown += 1
    const words = tally.approved.get(sentence.fingerprint)
    if (words === undefined || normaliseWords(words) !== normaliseWords(sentence.text))
      return `approved: ${sentence.text}, but that was given for: ${words}`
  }
  return null
}
