import { z } from 'zod'
import { findArticle, lockArticle } from '#db/repositories/articles.ts'
import { listVersions, takeDown } from '#db/repositories/versions.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { says } from '#lib/domain/shared/says.ts'
import { type Context, record } from './context.ts'
import { findNoteLeaks } from './find-leaks.ts'
import { forgetAnswers } from './forget-answers.ts'
import { gateOpen } from './may-publish.ts'
import { signToldAct } from './sign-audit-head.ts'
import { tellHooks } from './tell-hooks.ts'

export const takedownInput = z.object({
  /** For readers, who find it in the place of the words. */
  reason: z.string().trim().max(2_000).refine(says, 'say why, for readers'),
})

/**
 * Takes the words of a version away for reasons of law. What stays is a tombstone: number, times, hash and signature,
 * so that whoever has a copy can still prove what it is [VER12].
 */
export async function takeDownVersion(
  context: Context,
  actor: Actor,
  articleId: string,
  number: number,
  { reason }: z.output<typeof takedownInput>,
): Promise<Result<null>> {
  const allowed = requireInHouse(actor, 'takeDown')
  if (!allowed.ok) return allowed
  const clear = gateOpen(await findNoteLeaks(context, reason))
  if (!clear.ok) return clear
  const outcome = await context.db.transaction(async (tx): Promise<Result<null>> => {
    const article = await findArticle(tx, articleId)
    const versions = article ? await listVersions(tx, articleId) : []
    const version = versions.find((known) => known.number === number)
    if (!version) return fail({ kind: 'notFound', message: 'There is no such version.' })
    await lockArticle(tx, articleId)
    const act = { articleId, number, by: actor.id, reason, now: context.now() }
    if (!(await takeDown(tx, act)))
      return fail({ kind: 'conflict', message: 'It has been taken down already.' })
    const detail = { number, hash: version.hash }
    const action = 'version.takenDown'
    await record(tx, context, { actorId: actor.id, action, articleId, detail })
    await signToldAct({ ...context, db: tx }, articleId)
    const { slug } = article ?? { slug: '' }
    const told = { articleId, slug, number, note: reason, hash: version.hash }
    await tellHooks(tx, context, 'takenDown', { ...told, takenDownAt: act.now.toISOString() })
    return ok(null)
  })
  if (outcome.ok) forgetAnswers()
  if (outcome.ok) context.collab.announce(articleId, { type: 'article', ids: [] })
  return outcome
}
