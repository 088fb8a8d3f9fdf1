import { expect } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import {
  isOverridable,
  type OverrideKind,
  type OverrideWish,
} from '#lib/domain/publication/overrides.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { must } from '#lib/testing/desk-fixture.ts'
import { planArticle, planInput } from '#lib/usecases/plan-article.ts'
import { publishNextDue } from '#lib/usecases/publish-due.ts'
import { type PublishInput, publishVersion } from '#lib/usecases/publish-version.ts'
import { cancelSchedule, scheduleInput, scheduleVersion } from '#lib/usecases/schedule-version.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { takeDownVersion } from '#lib/usecases/take-down-version.ts'
import { checkPublished, type Said } from './gate-book.ts'
import { pick, type World } from './world.ts'

/** Somebody presses, with reasons for what is warned of, or in spite of what is in the way, or carelessly. */
export async function publish(world: World, person: Actor, how: number): Promise<void> {
  const said = await saidBy(world, how)
  await press(world, [person], how, said)
}

/** [VER9] Two press at the same moment. */
export async function pressBoth(
  world: World,
  person: Actor,
  at: number,
  how: number,
): Promise<void> {
  await press(world, [person, world.cast.at(at)], how, await saidBy(world, how))
}

async function saidBy({ desk, cast, id }: World, how: number): Promise<Said> {
  const isCareless = how % 5 === 4
  const reasons = isCareless ? [] : await desk.reasons(cast.admin, id, 'They say so.')
  return { reasons, overrides: how % 3 === 0 ? await overridesOf(desk, cast.admin, id, how) : [] }
}

/** One for each thing in the way, some of them without a word. */
async function overridesOf(
  desk: World['desk'],
  admin: Actor,
  id: string,
  how: number,
): Promise<readonly OverrideWish[]> {
  const { blockers, statuses } = must(await showArticle(desk.context, admin, id)).assessment
  return blockers.filter(isOverridable).map(({ kind, sentence }) => ({
    kind: kind as OverrideKind,
    fingerprint: sentence === null ? null : (statuses[sentence]?.fingerprint ?? ''),
    reason: how % 4 === 1 ? ' ' : 'The chief says so.',
  }))
}

const LATER = ['update', 'correction', 'clarification', 'update'] as const

function changeOf(world: World, how: number): Pick<PublishInput, 'change' | 'note' | 'correction'> {
  if (!world.versionBook.count) return { change: 'first', note: 'In a hurry.' }
  // Nothing is written in what is retracted.
  const change = how % 20 === 19 ? 'retraction' : (pick(LATER, how) ?? 'update')
  const correction = { wrong: 'They paid 41.', right: 'They paid 412.' }
  return { change, note: 'New.', ...(change === 'correction' && { correction }) }
}

async function press(
  world: World,
  people: readonly Actor[],
  how: number,
  said: Said,
): Promise<void> {
  const { desk, id } = world
  const statuses = await world.statuses()
  const input = { ...changeOf(world, how), ...said }
  const pressed = await Promise.all(
    people.map(async (person) => {
      const { ok } = await publishVersion(desk.context, person, id, input)
      return ok ? [person] : []
    }),
  )
  const [person, another] = pressed.flat()
  expect(another, 'two versions of one moment').toBeUndefined()
  if (!person) return
  world.time = null
  await tell(world, input.change === 'retraction' ? 'retracted' : 'published')
  if (input.change !== 'retraction') await checkPublished(world, person, statuses, said)
  else expect(person.roles, 'who retracts').toContain('publisher')
}

/** A version came out; what it was published in spite of stands in it. */
async function tell(world: World, what: string): Promise<void> {
  const { canonical } = await world.versionBook.cameOut(world.id)
  const { change, overrides = [] } = JSON.parse(canonical) as Version
  for (const { reason } of overrides ?? []) expect(reason.trim(), 'a reason').not.toBe('')
  world.count(what)
  if (change === 'correction') world.count('corrected')
}

/** [SCH1] A time is set for a version, or taken away again. */
export async function schedule(world: World, person: Actor, how: number): Promise<void> {
  const { desk, id } = world
  if (how % 6 === 0) {
    if ((await cancelSchedule(desk.context, person, id)).ok) world.time = null
    return
  }
  const statuses = await world.statuses()
  const { reasons } = await saidBy(world, how)
  const wish = { ...changeOf(world, 0), reasons, at: desk.inMinutes(5 + (how % 40)) }
  const set = await scheduleVersion(desk.context, person, id, scheduleInput.parse(wish))
  if (!set.ok) return
  world.count('a time was set')
  world.time = { personId: person.id, reasons }
  await checkPublished(world, person, statuses, { reasons, overrides: [] })
}

/** [SCH2, SCH3] Time goes by, and the server does what is due. */
export async function due(world: World): Promise<void> {
  const { desk, cast, id, time } = world
  const statuses = await world.statuses()
  desk.pass(120)
  // What met another act is tried again, and each look at the clock is a minute later.
  for (let tries = 0; tries < 9 && (await publishNextDue(desk.context)); tries++);
  const { state } = must(await showArticle(desk.context, cast.admin, id)).article
  expect(state, 'what is due is done with').not.toBe('scheduled')
  world.time = null
  if (!time || state !== 'published') return
  const count = (await world.versionBook.countOf(id)) - world.versionBook.count
  if (!count) return
  await tell(world, 'published at its time')
  const person = cast.people.find((one) => one.id === time.personId)
  if (!person) throw new Error('Who set the time is not there')
  await checkPublished(world, person, statuses, { reasons: time.reasons, overrides: [] })
}

/** [STA6] The article is flagged for a legal read, or the flag is taken away. */
export async function flag(world: World, person: Actor, how: number): Promise<void> {
  const legalRead = how % 3 !== 0
  const wish = planInput.parse({ legalRead, note: 'Because.' })
  const planned = await planArticle(world.desk.context, person, world.id, wish)
  if (!planned.ok) return
  if (!legalRead) expect(person.roles, 'who takes the flag away').toContain('publisher')
  world.ledger.legalDue = legalRead
  world.count(legalRead ? 'flagged' : 'unflagged')
}

/** [VER12] For reasons of law. */
export async function takeDown(world: World, person: Actor, at: number): Promise<void> {
  const { desk, id, versionBook } = world
  const number = 1 + (at % Math.max(1, versionBook.count))
  const reason = { reason: 'A court said so.' }
  if (!(await takeDownVersion(desk.context, person, id, number, reason)).ok) return
  const isChief = person.chief && person.roles.includes('publisher')
  expect(isChief || person.roles.includes('admin'), 'who takes down').toBe(true)
  versionBook.tookDown(number)
  world.count('taken down')
}
