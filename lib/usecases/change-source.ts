import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Handle } from '#db/connection.ts'
import { keepPastSource } from '#db/repositories/kept.ts'
import { lockSources } from '#db/repositories/source-merges.ts'
import { aliasesOf } from '#db/repositories/source-rows.ts'
import { findSourceById, updateSource } from '#db/repositories/sources.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { says } from '#lib/domain/shared/says.ts'
import { facesDiffer } from '#lib/domain/sourcing/merge.ts'
import { recordOf, type Source } from '#lib/domain/sourcing/source.ts'
import { sourceIdentity, workIdentities } from '#lib/domain/sourcing/source-identity.ts'
import { VaultError } from '#lib/vault/vault.ts'
import { NO_SOURCE, protectedPlace } from './check-identity.ts'
import type { Context } from './context.ts'
import { NO_VAULT, protectedOfSource } from './locked-identity.ts'
import { recordSource, type sourceChangeInput } from './sources.ts'

type Change = z.output<typeof sourceChangeInput>
/** Asked of the record as it is when nobody else can change it. */
type Check = (now: Source) => Result<null>

/** Changes a source. What readers see of it moves every fingerprint that cites it [SRC1]. */
export async function changeSource(
  context: Context,
  actor: Actor,
  sourceId: string,
  input: Change,
  check: Check = () => ok(null),
): Promise<Result<Source>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  try {
    let outcome: Result<Source> | null = null
    while (!outcome) outcome = await changeOnce(context, actor, sourceId, { input, check })
    if (!outcome.ok) return outcome
    const { id } = outcome.value
    const ids = [id, ...(await aliasesOf(context.db, id))]
    context.collab.announce(null, { type: 'sources', ids })
    return outcome
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return fail({
      kind: 'conflict',
      message: 'Another source has this address, DOI, ISBN or name already: use that one.',
    })
  }
}

/**
 * Null: the record was merged into another meanwhile, and nothing was done. To lock that one as well, in whatever order, could
 * stop a merge for ever.
 */
async function changeOnce(
  context: Context,
  actor: Actor,
  sourceId: string,
  { input, check }: { readonly input: Change; readonly check: Check },
): Promise<Result<Source> | null> {
  const found = await findSourceById(context.db, sourceId)
  if (!found) return fail(NO_SOURCE)
  const id = recordOf(found)
  return context.db.transaction(async (tx): Promise<Result<Source> | null> => {
    await lockSources(tx, [id])
    const known = await findSourceById(tx, id)
    if (!known) return fail(NO_SOURCE)
    if (known.mergedInto) return null
    const expected = check(known)
    if (!expected.ok) return expected
    // An old client that withdraws once more changes nothing, and owes nothing.
    if (input.retired && known.retiredAt === null && !says(input.reason))
      return fail({ kind: 'invalid', message: 'Say why the source is withdrawn.' })
    const { next, fields, moved } = changeOf(known, input, context.now())
    const secret = await keepsSecret(context, tx, next)
    if (!secret.ok) {
      // Whoever tries names leaves a trace of each try.
      await recordSource(tx, context, actor, 'identity.refused', known)
      return secret
    }
    const changed = await updateSource(tx, id, fields, moved)
    if (!changed) return fail(NO_SOURCE)
    await keepPast(tx, context, actor, known, changed)
    return ok({ ...changed, ...(known.confidential && { confidential: true }) })
  })
}

/** What a change makes of the record as it is. */
function changeOf(known: Source, { retired, reason = '', ...rest }: Change, now: Date) {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const next = { ...known, ...given } as Source
  const turned = retired !== undefined && retired !== (known.retiredAt !== null)
  const fields = {
    ...given,
    ...(turned && { retiredAt: retired ? now : null, retiredReason: retired ? reason : '' }),
    ...(isJudgedAnew(known, next) && { reliabilityAt: now }),
    identity: sourceIdentity(next),
    // Only where they move: two that were one before there was this rule can still be changed in other ways.
    ...(!isDeepStrictEqual(workIdentities(known), workIdentities(next)) && workIdentities(next)),
  }
  return { next, fields, moved: turned || facesDiffer(known, next) }
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
