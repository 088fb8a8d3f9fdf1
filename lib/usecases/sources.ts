import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { keepPastSource } from '#db/repositories/kept.ts'
import { aliasesOf } from '#db/repositories/source-rows.ts'
import {
  findSourceById,
  insertSource,
  listSources,
  updateSource,
} from '#db/repositories/sources.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { facesDiffer } from '#lib/domain/sourcing/merge.ts'
import { RELIABILITIES, SOURCE_KINDS, type Source, TERMS } from '#lib/domain/sourcing/source.ts'
import { sourceIdentity } from '#lib/domain/sourcing/source-identity.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { type Context, record } from './context.ts'

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).replace(/\s+/gu, ' ').trim())

const address = z
  .string()
  .max(2_000)
  .transform((text, ctx) => {
    if (!text.trim()) return null
    const href = safeHref(text)
    if (!href)
      ctx.addIssue({ code: 'custom', message: 'The address must begin with http:// or https://.' })
    return href
  })

const fields = z.object({
  kind: z.enum(SOURCE_KINDS),
  title: line(300).refine((text) => text !== '', 'Give the source a name.'),
  publicName: line(300),
  description: line(1_000),
  terms: z.enum(TERMS),
  wording: line(300),
  url: address.nullable(),
  reliability: z.enum(RELIABILITIES),
  edition: line(100),
})

export const newSourceInput = fields
  .partial({
    publicName: true,
    description: true,
    wording: true,
    url: true,
    reliability: true,
    terms: true,
    edition: true,
  })
  .extend({
    /** Chosen by who adds it, so that it is cited before the server has answered [SRC9]. */
    id: z.uuid().optional(),
  })
  .transform((input) => ({
    ...input,
    publicName: input.publicName || input.title,
    description: input.description ?? '',
    terms: input.terms ?? ('onRecord' as const),
    wording: input.wording ?? '',
    url: input.url ?? null,
    reliability: input.reliability ?? ('F' as const),
    edition: input.edition ?? '',
  }))

export const sourceChangeInput = fields.partial().extend({
  retired: z.boolean().optional(),
  /** Why it is withdrawn. */
  reason: line(500).optional(),
})

/** The registry, newest change first. Everybody in the house reads it. */
export async function searchSources(
  context: Context,
  _actor: Actor,
  search: string,
): Promise<readonly Source[]> {
  return listSources(context.db, cleanText(search))
}

export async function showSource(
  context: Context,
  _actor: Actor,
  id: string,
): Promise<Result<Source>> {
  const source = await findSourceById(context.db, id)
  return source ? ok(source) : fail({ kind: 'notFound', message: 'There is no such source.' })
}

/** Adds a source. Two people who add the same one get one record, and so does who adds it again: `created` is false then. */
export async function createSource(
  context: Context,
  actor: Actor,
  input: z.output<typeof newSourceInput>,
): Promise<Result<{ readonly source: Source; readonly created: boolean }>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const id = input.id ?? context.newId()
  const outcome = await context.db.transaction(async (tx) => {
    const inserted = await insertSource(tx, {
      ...input,
      id,
      identity: sourceIdentity(input),
      createdBy: actor.id,
    })
    if (inserted.created) await recordSource(tx, context, actor, 'source.created', inserted.source)
    return inserted
  })
  context.collab.announce(null, { type: 'sources', ids: [outcome.source.id] })
  return ok(outcome)
}

export async function changeSource(
  context: Context,
  actor: Actor,
  sourceId: string,
  input: z.output<typeof sourceChangeInput>,
): Promise<Result<Source>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const known = await findRecord(context, sourceId)
  if (!known) return fail({ kind: 'notFound', message: 'There is no such source.' })
  const { id } = known
  const { retired, reason = '', ...rest } = input
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const next = { ...known, ...given } as Source
  const turned = retired !== undefined && retired !== (known.retiredAt !== null)
  const moved = turned || facesDiffer(known, next)
  const retiredAt = turned
    ? { retiredAt: retired ? context.now() : null, retiredReason: retired ? reason : '' }
    : {}
  try {
    const source = await context.db.transaction(async (tx) => {
      const changed = await updateSource(
        tx,
        id,
        { ...given, ...retiredAt, identity: sourceIdentity(next) },
        moved,
      )
      if (changed) await keepPast(tx, context, actor, known, changed)
      return changed
    })
    if (!source) return fail({ kind: 'notFound', message: 'There is no such source.' })
    const ids = [id, ...(await aliasesOf(context.db, id))]
    context.collab.announce(null, { type: 'sources', ids })
    return ok(source)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return fail({
      kind: 'conflict',
      message: 'Another source has this address or this name already: use that one.',
    })
  }
}

/** What was cited stays known [SRC7]. Said of every source alike, so that nobody learns where one is cited. */
export async function refuseDeletion(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<null>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  if (!(await findRecord(context, id)))
    return fail({ kind: 'notFound', message: 'There is no such source.' })
  return fail({
    kind: 'conflict',
    message: 'Sources are not deleted: what was cited stays known. Withdraw it, with a reason.',
  })
}

/** The record behind an id: that of an alias is another one's. */
async function findRecord(context: Context, id: string): Promise<Source | null> {
  const found = await findSourceById(context.db, id)
  return found?.mergedInto ? findSourceById(context.db, found.mergedInto) : found
}

/** What it said before, for nothing is really gone [KEP2]; and that it was changed. */
async function keepPast(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  known: Source,
  changed: Source,
) {
  const past = { id: context.newId(), fields: known, personId: actor.id, at: context.now() }
  if (!isDeepStrictEqual(known, changed)) await keepPastSource(tx, past)
  await recordSource(tx, context, actor, 'source.changed', changed)
}

function recordSource(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  action: string,
  source: Source,
) {
  const detail = { source: source.id, publicRevision: source.publicRevision }
  return record(tx, context, { actorId: actor.id, action, articleId: null, detail })
}

/** SQLSTATE 23505; drizzle wraps the driver's error. */
function isUniqueViolation(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23505'
}
