import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Handle } from '#db/connection.ts'
import { keepPastSource } from '#db/repositories/kept.ts'
import { lockSources } from '#db/repositories/source-merges.ts'
import { aliasesOf } from '#db/repositories/source-rows.ts'
import { findSourceById, updateSource } from '#db/repositories/sources.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { facesDiffer } from '#lib/domain/sourcing/merge.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { sourceIdentity } from '#lib/domain/sourcing/source-identity.ts'
import { VaultError } from '#lib/vault/vault.ts'
import { NO_SOURCE, protectedPlace } from './check-identity.ts'
import type { Context } from './context.ts'
import { NO_VAULT, protectedOfSource } from './locked-identity.ts'
import { recordSource, type sourceChangeInput } from './sources.ts'

/** Changes a source. What readers see of it moves every fingerprint that cites it [SRC1]. */
export async function changeSource(
  context: Context,
  actor: Actor,
  sourceId: string,
  input: z.output<typeof sourceChangeInput>,
): Promise<Result<Source>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const known = await findRecord(context, sourceId)
  if (!known) return fail(NO_SOURCE)
  const { id } = known
  const { retired, reason = '', ...rest } = input
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const next = { ...known, ...given } as Source
  const turned = retired !== undefined && retired !== (known.retiredAt !== null)
  const moved = turned || facesDiffer(known, next)
  const stamps = {
    ...(turned && {
      retiredAt: retired ? context.now() : null,
      retiredReason: retired ? reason : '',
    }),
    ...(isJudgedAnew(known, next) && { reliabilityAt: context.now() }),
  }
  try {
    const outcome = await context.db.transaction(async (tx): Promise<Result<Source>> => {
      await lockSources(tx, [id])
      const secret = await keepsSecret(context, tx, next)
      if (!secret.ok) {
        // Whoever tries names leaves a trace of each try.
        await recordSource(tx, context, actor, 'identity.refused', known)
        return secret
      }
      const fields = { ...given, ...stamps, identity: sourceIdentity(next) }
      const changed = await updateSource(tx, id, fields, moved)
      if (!changed) return fail(NO_SOURCE)
      await keepPast(tx, context, actor, known, changed)
      return ok({ ...changed, ...(known.confidential && { confidential: true }) })
    })
    if (!outcome.ok) return outcome
    const source = outcome.value
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

/** How far it can be relied on was judged anew: the day counts. */
function isJudgedAnew(known: Source, next: Source): boolean {
  return (
    known.reliability !== next.reliability || known.reliabilityReason !== next.reliabilityReason
  )
}

/** What is said of a confidential source may not tell who it is, nor be on the record [CNF4]. */
async function keepsSecret(context: Context, tx: Handle, next: Source): Promise<Result<null>> {
  try {
    const hidden = await protectedOfSource(context, tx, next.id)
    if (!hidden) return ok(null)
    const conflict = (message: string) => fail({ kind: 'conflict', message } as const)
    if (next.terms === 'onRecord')
      return conflict(
        'Who this source is, is kept locked up. Take that away before it goes on the record.',
      )
    const place = protectedPlace(next, hidden)
    return place ? conflict(`${place} would hold a part of who it is.`) : ok(null)
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return fail({ kind: 'conflict', message: NO_VAULT })
  }
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

/** SQLSTATE 23505; drizzle wraps the driver's error. */
function isUniqueViolation(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23505'
}
