import { expect } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import { must } from '#lib/testing/desk-fixture.ts'
import { restoreArticle } from '#lib/usecases/restore-article.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import type { World } from './world.ts'
import { maySend, send } from './writing.ts'

/** Two people change one place without hearing of each other, and come back one after the other. */
export async function apart(world: World, person: Actor, at: number, how: number): Promise<void> {
  const other = world.cast.at(at + 1 + how)
  const both = [person, other]
  const editors = [await world.editorOf(person), await world.editorOf(other)]
  for (const editor of editors) await editor.hear()
  for (const [turn, editor] of editors.entries())
    for (let times = 0; times <= how % 3; times++) editor.edit(how + turn + times, at + times)
  for (const one of how % 2 ? both : both.toReversed()) await send(world, one)
  for (const editor of editors) await editor.hear()
}

/** [AUT1] A document that two have joined on one device: what another wrote comes in nobody else's name. */
export async function forge(world: World, person: Actor, at: number): Promise<void> {
  const other = world.cast.at(at + 1)
  if (other.id === person.id || !(await maySend(world, person))) return
  const theirs = await world.editorOf(other)
  if (!world.letters.hasRead(theirs.clientId)) return
  await theirs.hear()
  // A word that comes in: what goes belongs to whoever sends that.
  if (!theirs.edit(2, at)) return
  const { rooms } = world.desk
  const who = { personId: person.id, sessionId: null }
  const sent = rooms.receive(world.id, who, theirs.whole).then(
    () => 'let in',
    (error: unknown) => (error as Error).name,
  )
  expect(await sent, 'in another’s name').toBe('UpdateRefused')
  world.count('forged')
}

/** A small change, and back again by somebody else, or by undoing it. */
export async function tweak(world: World, person: Actor, at: number, how: number): Promise<void> {
  const editor = await world.editorOf(person)
  await editor.hear()
  editor.edit(2, at)
  await send(world, person)
  if (how % 2) {
    editor.undo()
    return send(world, person)
  }
  const other = world.cast.at(at + how)
  const theirs = await world.editorOf(other)
  await theirs.hear()
  theirs.cut(at, 1)
  await send(world, other)
}

export async function cut(world: World, person: Actor, at: number, how: number): Promise<void> {
  const editor = await world.editorOf(person)
  await editor.hear()
  editor.cut(at, 8 + (how % 30))
  await send(world, person)
}

/** [HIS5] The article as it once was, by whoever restores it. */
export async function restore(world: World, person: Actor, at: number): Promise<void> {
  const { desk, cast, id } = world
  const { seq } = must(await showArticle(desk.context, cast.admin, id))
  const wish = { seq: 1 + (at % seq) }
  const restored = await restoreArticle(desk.context, person, id, wish)
  await world.wrote(person.id)
  if (restored.ok) world.count('restored')
}
