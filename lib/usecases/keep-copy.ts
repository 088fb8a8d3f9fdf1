import { hasText } from '#db/repositories/captures.ts'
import { findHealth, writeHealth } from '#db/repositories/links.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { hoursToNextLook, linkState } from '#lib/domain/sourcing/link-state.ts'
import { type Context, record } from './context.ts'
import { openSource } from './open-source.ts'

/** Says that the captured copy stands in for a page that is gone or has changed [CAP8]. */
export async function keepCopy(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<null>> {
  const opened = await openSource(context, actor, sourceId)
  if (!opened.ok) return opened
  const known = await findHealth(context.db, sourceId)
  const state = known && known.url === opened.value.url ? linkState(known.health) : 'ok'
  if (!known || (state !== 'dead' && state !== 'changed'))
    return fail({
      kind: 'conflict',
      message: 'The page is neither gone nor changed: there is nothing to stand in for.',
    })
  if (!(await hasText(context.db, sourceId)))
    return fail({
      kind: 'conflict',
      message: 'There is no copy that could stand in. Upload one, or cite another source.',
    })
  const now = context.now()
  const { url, textHash } = known
  const health = { ...known.health, keptAt: now.toISOString() }
  const nextAt = new Date(now.getTime() + hoursToNextLook(health) * 3_600_000)
  await context.db.transaction(async (tx) => {
    await writeHealth(tx, { sourceId, url, health, textHash, nextAt, keptBy: actor.id })
    const detail = { source: sourceId, state }
    await record(tx, context, {
      actorId: actor.id,
      action: 'source.copyKept',
      articleId: null,
      detail,
    })
  })
  context.collab.announce(null, { type: 'sources', ids: [sourceId] })
  return ok(null)
}
