import { findSourceById } from '#db/repositories/sources.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { Context } from './context.ts'

/** A source, for somebody who may change it. */
export async function openSource(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<Source>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const source = await findSourceById(context.db, sourceId)
  return source ? ok(source) : fail({ kind: 'notFound', message: 'There is no such source.' })
}

/** A source that something may be captured of: everybody in the house can read captures [CNF4]. */
export async function openToCapture(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<Source>> {
  const opened = await openSource(context, actor, sourceId)
  if (!opened.ok || !opened.value.confidential) return opened
  return fail(LOCKED_UP)
}

export const LOCKED_UP = {
  kind: 'conflict',
  message:
    'Who this source is, is kept locked up, and everybody can read captures. Add the file to what is locked up.',
} as const

/** The address of a source that is a page's; null: it has none that could be fetched. */
export function pageOf({ url }: Source): string | null {
  return url && /^https?:/i.test(url) ? url : null
}
