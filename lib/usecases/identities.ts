import { z } from 'zod'
import type { Handle } from '#db/connection.ts'
import { hidePastSources } from '#db/repositories/kept.ts'
import { findPerson } from '#db/repositories/people.ts'
import { lockSources } from '#db/repositories/source-merges.ts'
import { findSourceById } from '#db/repositories/sources.ts'
import {
  destroyIdentity,
  findIdentity,
  type LockedIdentity,
  listOpenings,
  listReaders,
  listRecordings,
  OPENED,
  type Opening,
  putIdentity,
  setReaders,
} from '#db/repositories/vault.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { findProtected, type Identity, protectedOf } from '#lib/domain/sourcing/identity.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { checkIdentity, checkReaders, NO_SOURCE } from './check-identity.ts'
import { type Context, record } from './context.ts'
import { lockIdentity, requireVault, unlockIdentity } from './locked-identity.ts'
import { type PublishedBefore, publishedBefore } from './published-before.ts'

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).replace(/\s+/gu, ' ').trim())
const lines = (max: number) =>
  z
    .array(line(max))
    .max(20)
    .transform((all) => all.filter(Boolean))

export const identityInput = z.object({
  name: line(300).refine((text) => text !== '', 'Say who it is.'),
  otherNames: lines(300).default([]),
  contacts: lines(300).default([]),
  note: z.string().max(5_000).transform(cleanText).default(''),
  /** Words of the names that are not looked for before publication. */
  harmless: lines(100).default([]),
  /** Ids of people who may open it, beside the owner. */
  readers: z.array(z.string().max(100)).max(50).default([]),
})

export interface Knowledge {
  readonly isLocked: boolean
  /** By name: the owner first. */
  readonly knownTo: readonly string[]
  readonly mayOpen: boolean
  readonly isOwner: boolean
  /** Of the owner alone. */
  readonly readers?: readonly string[]
  readonly openings?: readonly Opening[]
}

/** What everybody may know of a confidential source: who knows who it is [CNF1]. */
export async function whoKnows(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<Knowledge>> {
  if (!(await findSourceById(context.db, sourceId))) return fail(NO_SOURCE)
  const locked = await findIdentity(context.db, sourceId)
  if (!locked) return ok({ isLocked: false, knownTo: [], mayOpen: false, isOwner: false })
  const readers = await listReaders(context.db, sourceId)
  const owner = await findPerson(context.db, locked.ownerId)
  const isOwner = actor.id === locked.ownerId
  return ok({
    isLocked: true,
    knownTo: [owner?.name ?? 'somebody', ...readers.map(({ name }) => name)],
    mayOpen: isOwner || readers.some(({ id }) => id === actor.id),
    isOwner,
    ...(isOwner && {
      readers: readers.map(({ id }) => id),
      openings: await listOpenings(context.db, sourceId),
    }),
  })
}

/** Locks up who a source is. Whoever does so first owns it, and changes it alone. They are told what is out already [CNF8]. */
export async function keepIdentity(
  context: Context,
  actor: Actor,
  sourceId: string,
  { readers, ...identity }: z.output<typeof identityInput>,
): Promise<Result<Knowledge & { readonly published: PublishedBefore }>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const vault = requireVault(context)
  if (!vault.ok) return vault
  const outcome = await context.db.transaction(async (tx): Promise<Result<null>> => {
    await lockSources(tx, [sourceId])
    const checked = await checkIdentity(tx, actor, sourceId, identity)
    if (!checked.ok) return checked
    const others = await checkReaders(tx, actor, readers)
    if (!others.ok) return others
    const locked = lockIdentity(vault.value, sourceId, identity)
    const changedAt = context.now()
    await putIdentity(tx, { sourceId, ownerId: actor.id, ...locked, changedAt })
    await setReaders(tx, sourceId, others.value, changedAt)
    const hidden = protectedOf([identity])
    await hidePastSources(tx, sourceId, (text) => findProtected(text, hidden) !== null)
    const detail = { source: sourceId, key: locked.keyId, readers: others.value }
    await record(tx, context, {
      actorId: actor.id,
      action: 'identity.kept',
      articleId: null,
      detail,
    })
    return ok(null)
  })
  if (!outcome.ok) return outcome
  context.collab.announce(null, { type: 'sources', ids: [sourceId] })
  // From here on nothing is published that tells: what is found now is all there is.
  const published = await publishedBefore(context, protectedOf([identity]))
  if (published.total) await recordPublished(context, actor, sourceId, published)
  const known = await whoKnows(context, actor, sourceId)
  return known.ok ? ok({ ...known.value, published }) : known
}

/** How many, and not which: whoever reads the trail would find the name there. */
async function recordPublished(
  context: Context,
  actor: Actor,
  sourceId: string,
  { total }: PublishedBefore,
): Promise<void> {
  const detail = { source: sourceId, versions: total }
  const action = 'identity.wasPublished'
  await context.db.transaction((tx) =>
    record(tx, context, { actorId: actor.id, action, articleId: null, detail }),
  )
}

interface Opened extends Identity {
  readonly recordings: readonly string[]
  /** Versions in which something of it stands. */
  readonly published: PublishedBefore
}

/** What is locked up, for who may open it. That it was opened is recorded before anything is shown [CNF2]. */
export async function openIdentity(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<Opened>> {
  const vault = requireVault(context)
  if (!vault.ok) return vault
  const locked = await openable(context.db, actor, sourceId)
  if (!locked.ok) return locked
  await recordOpening(context, actor, sourceId)
  const identity = unlockIdentity(vault.value, locked.value)
  const published = await publishedBefore(context, protectedOf([identity]))
  return ok({ ...identity, recordings: await listRecordings(context.db, sourceId), published })
}

/** Destroys it for good, recordings too: the source is an alias of nobody from then on. */
export async function forgetIdentity(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<null>> {
  const owned = await ownedIdentity(context.db, actor, sourceId)
  if (!owned.ok) return owned
  await context.db.transaction(async (tx) => {
    await destroyIdentity(tx, sourceId)
    const detail = { source: sourceId }
    await record(tx, context, {
      actorId: actor.id,
      action: 'identity.destroyed',
      articleId: null,
      detail,
    })
  })
  context.collab.announce(null, { type: 'sources', ids: [sourceId] })
  return ok(null)
}

export async function recordOpening(
  context: Context,
  actor: Actor,
  sourceId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const detail = { source: sourceId, ...more }
  await context.db.transaction((tx) =>
    record(tx, context, { actorId: actor.id, action: OPENED, articleId: null, detail }),
  )
}

export async function openable(
  db: Handle,
  actor: Actor,
  sourceId: string,
): Promise<Result<LockedIdentity>> {
  const locked = await findIdentity(db, sourceId)
  if (!locked) return fail(NOTHING_LOCKED)
  if (locked.ownerId === actor.id) return ok(locked)
  const readers = await listReaders(db, sourceId)
  if (readers.some(({ id }) => id === actor.id)) return ok(locked)
  const message = 'Only its owner and those whom the owner names open it.'
  return fail({ kind: 'forbidden', message })
}

export async function ownedIdentity(
  db: Handle,
  actor: Actor,
  sourceId: string,
): Promise<Result<LockedIdentity>> {
  const locked = await findIdentity(db, sourceId)
  if (!locked) return fail(NOTHING_LOCKED)
  return locked.ownerId === actor.id
    ? ok(locked)
    : fail({ kind: 'forbidden', message: 'Only whoever locked it up changes it.' })
}

const NOTHING_LOCKED = {
  kind: 'notFound',
  message: 'Nobody has locked up who this source is.',
} as const
