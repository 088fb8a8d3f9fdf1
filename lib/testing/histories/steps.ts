import { expect } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import { STATES, type State } from '#lib/domain/review/states.ts'
import { must } from '#lib/testing/desk-fixture.ts'
import { moveArticle } from '#lib/usecases/move-article.ts'
import { changePerson } from '#lib/usecases/people.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { apart, cut, forge, restore, tweak } from './apart.ts'
import { OTHER_ROLES } from './cast.ts'
import { due, flag, pressBoth, publish, schedule, takeDown } from './publishing.ts'
import { close, judge, judgeAll, withdraw } from './review.ts'
import { settle, settleAll, suggest } from './suggesting.ts'
import { pick, type World } from './world.ts'
import { annotate, edit, giveSource, rename, undo } from './writing.ts'

/** One thing that somebody does, or tries; numbers are taken modulo what there is. */
export interface Step {
  readonly does: keyof typeof DOES
  readonly who: number
  readonly at: number
  readonly how: number
}

/** Takes a step, and then everything that is shown has to agree with the books. */
export async function take(world: World, { does, who, at, how }: Step): Promise<void> {
  world.ledger.step++
  await DOES[does](world, world.cast.at(who), at, how)
  await world.check()
}

async function move(world: World, person: Actor, how: number): Promise<void> {
  const to = pick(STATES, how) ?? 'draft'
  // Hardly anything can be done there.
  if (to === 'archived' && how % 3) return
  await moveTo(world, person, to)
}

async function moveTo(world: World, person: Actor, to: State): Promise<void> {
  const { desk, cast, id, ledger } = world
  const { state } = must(await showArticle(desk.context, cast.admin, id)).article
  const moved = await moveArticle(desk.context, person, id, { to, note: 'Because.' })
  if (!moved.ok) return
  world.count('moved')
  if (to === 'archived') world.count('archived')
  // [STA6] What is flagged is ready only out of its legal read, by whoever does that.
  if (to !== 'ready' || !ledger.legalDue) return
  expect([state, person.roles.includes('publisher')], 'who reads it').toEqual(['legalRead', true])
  ledger.legalDue = false
  world.count('read for reasons of law')
}

async function changeRoles(world: World, at: number, how: number): Promise<void> {
  await give(world, at % 5, { roles: pick(OTHER_ROLES, how) ?? [], chief: how % 2 === 0 })
}

async function give(
  { desk, cast }: World,
  at: number,
  { roles, chief }: Pick<Actor, 'roles' | 'chief'>,
): Promise<void> {
  const { id } = cast.at(at)
  must(await changePerson(desk.context, cast.admin, id, { roles: [...roles], chief }))
  cast.setRoles(id, roles, chief)
}

/** [LOG3] Everything is as it was. */
async function restart(world: World): Promise<void> {
  const before = await world.statuses()
  await world.desk.restart()
  expect(await world.statuses()).toEqual(before)
}

/** What a newsroom does before it publishes, each of it as far as they may. */
async function finish(world: World): Promise<void> {
  const [writer] = world.cast.with('editor')
  await settleAll(world)
  for (const at of world.ledger.questions
    .keys()
    .map((_, index) => index)
    .toArray()
    .toReversed()) {
    const raiser = [...world.ledger.questions.values()][at]
    const person = world.cast.people.find(({ id }) => id === raiser)
    if (person) await close(world, person, at)
  }
  for (const { sentence, evidence } of await world.statuses()) {
    const status = (await world.statuses())[sentence.index]
    if (writer && status && (evidence === 'none' || evidence === 'changed'))
      await giveSource(world, writer, status, 'number', 1)
  }
  await approveAll(world)
}

/** All reviewers try to approve all at once, and then whatever they may one by one. */
async function approveAll(world: World): Promise<void> {
  for (const person of world.cast.with('reviewer')) {
    const open = (await world.statuses()).filter(({ isApproved }) => !isApproved)
    if (open.length > 1) await judgeAll(world, person, open, 'approve')
    for (const status of open) await judgeAll(world, person, [status], 'approve')
  }
}

const BETWEEN = [
  'asked',
  'edited',
  'renamed',
  'withdrawn',
  'unplaced',
  'nothing',
  'doubted',
  'scheduled',
] as const

/** Everything is done, then one thing comes between, and somebody publishes all the same. */
async function almost(world: World, _person: Actor, at: number, how: number): Promise<void> {
  await finish(world)
  const [reviewer] = world.cast.with('reviewer')
  const [writer] = world.cast.with('editor')
  const [publisher] = world.cast.with('publisher')
  if (!reviewer || !writer || !publisher) return
  if (at % 2) await moveTo(world, writer, 'inReview')
  const between = pick(BETWEEN, how)
  const status = pick(await world.statuses(), at)
  if (between === 'asked' && status) await judgeAll(world, reviewer, [status], 'query')
  if (between === 'edited') await edit(world, writer, at, 7)
  if (between === 'renamed') await rename(world, writer, at, how)
  if (between === 'withdrawn') await withdraw(world, reviewer, at)
  if (between === 'unplaced' && status) {
    await giveSource(world, writer, status, 'number', 0)
    await approveAll(world)
  }
  if (between === 'doubted' && status) {
    await giveSource(world, writer, status, 'fact', 4)
    await approveAll(world)
  }
  if (between === 'scheduled') {
    await schedule(world, publisher, 1)
    if (at % 3 === 0) await withdraw(world, reviewer, at)
    return due(world)
  }
  await publish(world, publisher, between === 'doubted' ? 4 : how % 2)
}

/** So that each history comes by everything at least once: whoever begins has their roles again. */
export async function tour(world: World): Promise<void> {
  for (const [at, person] of world.cast.begun.entries()) await give(world, at, person)
  await world.setPolicy(1)
  const pia = world.cast.at(4)
  await due(world)
  await moveTo(world, world.cast.at(0), 'inReview')
  await flag(world, pia, 0)
  for (const how of [5, 7, 0, 1, 4, 6])
    await take(world, step('almost', 4, how === 7 ? 23 : 21, how))
  await moveTo(world, pia, 'archived')
  await moveTo(world, world.cast.at(0), 'inReview')
  for (const [does, who, at, how] of TOUR) await take(world, step(does, who, at, how))
}

const step = (does: Step['does'], who: number, at: number, how: number): Step => ({
  ...{ does, who, at, how },
})

/** ada is 0, rev 2, pia 4. */
const TOUR: readonly (readonly [Step['does'], number, number, number])[] = [
  ['edit', 0, 9, 1],
  ['edit', 1, 30, 1],
  ['forge', 0, 0, 1],
  ['suggest', 2, 3, 1],
  ['settle', 1, 0, 1],
  ['suggest', 2, 5, 2],
  ['settle', 0, 0, 3],
  ['restore', 1, 40, 0],
  ['flag', 4, 0, 1],
  // In spite of all that: the chief.
  ['publish', 4, 0, 3],
  ['takeDown', 4, 0, 0],
  ['publish', 4, 0, 3],
]

type Does = (world: World, person: Actor, at: number, how: number) => Promise<void>

/** Everything that happens in a history; what is there twice happens more often. */
export const DOES = {
  edit,
  editAgain: edit,
  undo,
  annotate,
  annotateAgain: annotate,
  judge,
  judgeAgain: judge,
  look: async (world) => {
    world.seen = await world.statuses()
  },
  close,
  withdraw,
  rename,
  move: (world, person, _at, how) => move(world, person, how),
  changeRoles: (world, _person, at, how) => changeRoles(world, at, how),
  changePolicy: (world, _person, _at, how) => world.setPolicy(how % 4 === 0 ? 2 : 1),
  restart,
  finish,
  almost,
  almostAgain: almost,
  publish: (world, person, _at, how) => publish(world, person, how),
  pressBoth,
  schedule: (world, person, _at, how) => schedule(world, person, how),
  due: (world) => due(world),
  flag: (world, person, _at, how) => flag(world, person, how),
  takeDown,
  suggest,
  settle,
  apart,
  apartAgain: apart,
  tweak,
  cut,
  forge,
  restore,
} satisfies Readonly<Record<string, Does>>
