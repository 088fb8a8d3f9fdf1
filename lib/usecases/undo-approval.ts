import { withdrawApproval } from '#db/repositories/decisions.ts'
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
 * whoever gave them would have approved their own work.
 */
export async function undoApproval(
  context: Context,
  actor: Actor,
  articleId: string,
  approvalId: string,
): Promise<Result<null>> {
  const none = fail({ kind: 'notFound', message: 'You have no such approval.' })
  const open = () => openToDecide(context, actor, articleId)
  const outcome = await holdArticle(context, articleId, open, async (article, held) => {
    const assessment = await assessArticle(context.db, article, held.state.content)
    const isOwn = ({ id, personId, withdrawnAt }: KeyedApproval) =>
      id === approvalId && personId === actor.id && withdrawnAt === null
    const given = isId(approvalId) && assessment.approvals.find(isOwn)
    if (!given) return none
    const fallen = await fallenWith(given, assessment, held)
    const undone = await context.db.transaction(async (tx) => {
      const now = context.now()
      // In another process it may have been taken back meanwhile: then this is no act.
      const { id, personId } = given
      if (!(await withdrawApproval(tx, { articleId, id, personId, now }))) return false
      for (const one of fallen)
        await withdrawApproval(tx, { articleId, id: one.id, personId: one.personId, now })
      const others = fallen.map(({ id }) => id)
      const detail = { approval: approvalId, ...(others.length && { fallen: others }) }
      const act = { actorId: actor.id, action: 'approval.withdrawn', articleId, detail }
      await record(tx, context, act)
      return true
    })
    if (!undone) return none
    return ok([given, ...fallen].map(({ id }) => id))
  })
  if (!outcome.ok) return outcome
  context.collab.announce(articleId, { type: 'decisions', ids: [...outcome.value] })
  return ok(null)
}

/** Those after it of the same words, in the order in which they were given, by people who are authors without it. */
async function fallenWith(
  given: KeyedApproval,
  { approvals, statuses }: Assessment,
  held: HeldArticle,
): Promise<readonly KeyedApproval[]> {
  const isLater = (approval: KeyedApproval) =>
    approval.withdrawnAt === null &&
    approvals.indexOf(approval) > approvals.indexOf(given) &&
    (approval.fingerprint === given.fingerprint || approval.authorshipKey === given.authorshipKey)
  const later = approvals.filter(isLater)
  const kept = approvals.filter((approval) => approval !== given && !later.includes(approval))
  const fallen: KeyedApproval[] = []
  for (const approval of later) {
    const index = statuses.findIndex(({ fingerprint }) => fingerprint === approval.fingerprint)
    const authors = await held.authors(clearingOf({ approvals: kept, statuses }))
    if (authors[index]?.has(approval.personId)) fallen.push(approval)
    else kept.push(approval)
  }
  return fallen
}
