import { expect } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { WarningReason } from '#lib/domain/publication/overrides.ts'
import { STATES, type State } from '#lib/domain/review/states.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { must } from '#lib/testing/desk-fixture.ts'
import { moveArticle } from '#lib/usecases/move-article.ts'
import { changePerson } from '#lib/usecases/people.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'
import { OTHER_ROLES } from './cast.ts'
import { close, judge, judgeAll, withdraw } from './review.ts'
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
  const moved = await moveArticle(world.desk.context, person, world.id, { to, note: 'Because.' })
  if (moved.ok) world.count('moved')
}

async function changeRoles(world: World, at: number, how: number): Promise<void> {
  const { id } = world.cast.at(at % 5)
  const roles = [...(pick(OTHER_ROLES, how) ?? [])]
  must(await changePerson(world.desk.context, world.cast.admin, id, { roles }))
  world.cast.setRoles(id, roles)
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
    await judgeAll(world, person, await world.statuses(), 'approve')
    for (const status of await world.statuses()) await judgeAll(world, person, [status], 'approve')
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
  await publish(world, publisher, between === 'doubted')
}

/** [VER2, GAT8] Nothing comes out that the books would not let out. */
async function publish(world: World, person: Actor, isCareless = false): Promise<void> {
  const statuses = await world.statuses()
  const change = world.versions ? 'update' : 'first'
  const { desk, cast, id } = world
  const reasons = isCareless ? [] : await desk.reasons(cast.admin, id, 'They say so.')
  const input = { change, note: 'In a hurry.', reasons } as const
  if (!(await publishVersion(world.desk.context, person, world.id, input)).ok) return
  world.versions++
  world.count('published')
  expect(person.roles, 'who publishes').toContain('publisher')
  expect(world.ledger.questions.size, 'open questions').toBe(0)
  for (const status of statuses) checkPublished(world, status, reasons)
}

function checkPublished(
  { ledger }: World,
  status: SentenceStatus,
  reasons: readonly WarningReason[],
): void {
  const { kind, annotations, confidence, fingerprint } = status
  const cited = annotations.flatMap(({ citations }) => citations)
  if (kind !== 'exempt' && kind !== 'opinion') expect(cited, 'no source').not.toEqual([])
  const isPlaced = cited.some(({ locator, quote }) => locator || quote)
  if (kind === 'number' || kind === 'quote' || kind === 'allegation')
    expect(isPlaced, 'no evidence').toBe(true)
  const isSingle = new Set(cited.map(({ sourceId }) => sourceId)).size < 2
  if (kind !== 'opinion' && kind !== 'exempt')
    if (confidence === 'unconfirmed' || (kind === 'allegation' && isSingle))
      expect(
        reasons.flatMap(({ fingerprints }) => fingerprints),
        'a reason for a warning',
      ).toContain(fingerprint)
  const people = ledger.approversOf(status)
  expect(people.size, 'approvers').toBeGreaterThanOrEqual(ledger.needed(kind))
}

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
  publish: (world, person, _at, how) => publish(world, person, how % 2 === 0),
} satisfies Readonly<Record<string, Does>>
