import { reopenQueries, withdrawApproval } from '#db/repositories/decisions.ts'
import type { HeldArticle, KeyedApproval } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Assessment, assessArticle, clearingOf } from './assess-article.ts'
import { type Context, record } from './context.ts'
import { openToDecide } from './decide.ts'
import { holdArticle } from './open-article.ts'

/**
 * Takes back one's own approval, as if it had never been [REV6]: approvals that only it allowed fall with it, because
 * whoever gave them would have approved their own work. Questions that it closed are open again.
 */
export async function undoApproval(
  context: Context,
  actor: Actor,
  articleId: string,
  approvalId: string,
): Promise<Result<null>> {
  const none = fail({ kind: 'notFound', message: 'You have no such approval.' })
  const open = () => openToDecide(context, actor, articleId)
  const outcome = await holdArticle(context, actor, articleId, open, async (article, held) => {
    const assessment = await assessArticle(context.db, article, held.state.content)
    const isOwn = ({ id, personId, withdrawnAt }: KeyedApproval) =>
      id === approvalId && personId === actor.id && withdrawnAt === null
    const given = isId(approvalId) && assessment.approvals.find(isOwn)
    if (!given) return none
    // Whoever approved once more, to close what they had asked meanwhile, has one approval of these words.
    const own = assessment.approvals.filter(
      (one) =>
        one.withdrawnAt === null &&
        one.personId === actor.id &&
        one.fingerprint === given.fingerprint,
    )
    const fallen = await fallenWith(own, assessment, held)
    const ended = [...own, ...fallen]
    const undone = await context.db.transaction(async (tx) => {
      const now = context.now()
      // In another process it may have been taken back meanwhile: then this is no act.
      const { id, personId } = given
      if (!(await withdrawApproval(tx, { articleId, id, personId, now }))) return false
      const reopened: string[] = []
      for (const one of ended) {
        if (one !== given)
          await withdrawApproval(tx, { articleId, id: one.id, personId: one.personId, now })
        const closed = { articleId, personId: one.personId, at: new Date(one.at) }
        reopened.push(...(await reopenQueries(tx, closed)))
      }
      const others = ended.filter((one) => one !== given).map(({ id: other }) => other)
      const detail = {
        approval: approvalId,
        ...(others.length && { fallen: others }),
        ...(reopened.length && { reopened }),
      }
      const act = { actorId: actor.id, action: 'approval.withdrawn', articleId, detail }
      await record(tx, context, act)
      return true
    })
    if (!undone) return none
    return ok(ended.map(({ id }) => id))
  })
  if (!outcome.ok) return outcome
  context.collab.announce(articleId, { type: 'decisions', ids: [...outcome.value] })
  return ok(null)
}

/**
 * Those after it, in the order in which they were given, by people who would have approved their own work without it: of
 * the same words, and of words that grew out of them. One that falls may have cleared others, so they are asked about anew.
 */
async function fallenWith(
  ended: readonly KeyedApproval[],
  { approvals, statuses }: Assessment,
  held: HeldArticle,
): Promise<readonly KeyedApproval[]> {
  const start = approvals.findIndex((one) => ended.includes(one))
  const isLater = (approval: KeyedApproval) => approvals.indexOf(approval) > start
  let kept = approvals.filter((one) => !ended.includes(one) && one.withdrawnAt === null)
  const fallen: KeyedApproval[] = []
  while (kept.some(isLater)) {
    const clearing = clearingOf({ approvals: kept, statuses })
    const own = await held.ownWork(kept, new Set(clearing.map(({ id }) => id)))
    const first = kept.find((one) => isLater(one) && own.has(one.id))
    if (!first) break
    fallen.push(first)
    kept = kept.filter((one) => one !== first)
  }
  return fallen
}
