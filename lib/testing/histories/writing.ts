import { type Actor, mayOnArticle } from '#lib/domain/access/policy.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { KINDS, type Kind } from '#lib/domain/sourcing/annotation.ts'
import { must } from '#lib/testing/desk-fixture.ts'
import { changeSource } from '#lib/usecases/change-source.ts'
import { deleteAnnotation } from '#lib/usecases/remove-annotation.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { pick, type World } from './world.ts'

export async function edit(world: World, person: Actor, at: number, how: number): Promise<void> {
  const editor = await world.editorOf(person)
  if (how % 3) await editor.hear()
  editor.edit(how, at)
  // Sometimes offline for a while.
  if (how % 4) await send(world, person)
}

export async function undo(world: World, person: Actor): Promise<void> {
  const editor = await world.editorOf(person)
  editor.undo()
  await send(world, person)
}

/** Sends what was changed, as the door lets it through: whoever may not write loses their tab. */
export async function send(world: World, person: Actor): Promise<void> {
  const { desk, id } = world
  const editor = await world.editorOf(person)
  if (!(await maySend(world, person))) return world.closeEditorOf(person)
  for (const update of editor.take()) {
    await desk.rooms.receive(id, { personId: person.id, sessionId: null }, update)
    await world.wrote(person.id)
    world.count('written')
  }
}

export async function maySend({ desk, cast, id }: World, person: Actor): Promise<boolean> {
  const { article } = must(await showArticle(desk.context, cast.admin, id))
  const isClosed = article.state === 'archived' || article.state === 'retracted'
  return !isClosed && mayOnArticle(person, 'write', article)
}

/** Gives a sentence its source, or takes one off. */
export async function annotate(
  world: World,
  person: Actor,
  at: number,
  how: number,
): Promise<void> {
  const statuses = await world.statuses()
  if (how % 6 === 0) {
    const one = pick(
      statuses.flatMap(({ annotations }) => annotations),
      at,
    )
    if (one && (await deleteAnnotation(world.desk.context, person, world.id, one.id)).ok)
      world.count('taken off')
    return world.wrote(person.id)
  }
  const status = pick(statuses, at)
  if (status) await giveSource(world, person, status, KINDS[how % KINDS.length] ?? 'fact', how)
}

/** A sentence of a kind, mostly confirmed, with a citation; those who may not are refused. */
export async function giveSource(
  world: World,
  person: Actor,
  { sentence: { index }, fingerprint }: SentenceStatus,
  kind: Kind,
  how: number,
): Promise<void> {
  const citations = [{ sourceId: pick(world.sources, how), ...(how % 3 && { locator: '14' }) }]
  const confidence = how % 5 === 4 ? 'unconfirmed' : 'confirmed'
  const item = { index, fingerprint, kind, confidence, citations }
  try {
    const [result] = await world.desk.annotate(person, world.id, [item])
    if (result?.status === 200) world.count('sourced')
  } catch (error) {
    if (!/^(forbidden|conflict):/u.test((error as Error).message)) throw error
  }
  await world.wrote(person.id)
}

/** Changes what readers are told of a source. */
export async function rename(world: World, person: Actor, at: number, how: number): Promise<void> {
  const id = pick(world.sources, at) ?? ''
  const publicName = `Name ${world.sources.indexOf(id)}${how % 4}`
  const changed = await changeSource(world.desk.context, person, id, { publicName })
  if (changed.ok) world.ledger.names.set(id, publicName)
}
