import { closeQuery, listQueries, withdrawApproval } from '#db/repositories/decisions.ts'
import { type Actor, mayOnArticle } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticle } from './open-article.ts'

/** Closes a query or a rejection: the one who raised it, or a chief with a reason that is logged [REV5]. */
export async function closeQuestion(
  context: Context,
  actor: Actor,
  articleId: string,
  queryId: string,
  reason: string,
): Promise<Result<null>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const query = (await listQueries(context.db, articleId)).find(({ id }) => id === queryId)
  if (!query) return fail({ kind: 'notFound', message: 'There is no such query.' })
  const own = query.personId === actor.id
  if (!own && !mayOnArticle(actor, 'overrule', opened.value)) {
    return fail({
      kind: 'forbidden',
      message: 'Only the one who raised it, or a chief with a reason, closes this.',
    })
  }
  if (!own && !reason.trim()) {
    return fail({
      kind: 'invalid',
      message: 'Say why you close a question that somebody else raised.',
    })
  }
  const closed = await context.db.transaction(async (tx) => {
    const change = { id: queryId, closedBy: actor.id, reason: reason.trim(), now: context.now() }
    if (!(await closeQuery(tx, change))) return false
    const detail = { query: queryId, overruled: !own, reason: reason.trim() }
    await record(tx, context, { actorId: actor.id, action: 'query.closed', articleId, detail })
    return true
  })
  if (!closed) return fail({ kind: 'conflict', message: 'It has been closed already.' })
  context.collab.announce(articleId, { type: 'decisions', ids: [queryId] })
  return ok(null)
}

/** Takes back one's own approval. */
export async function undoApproval(
  context: Context,
  actor: Actor,
  articleId: string,
  approvalId: string,
): Promise<Result<null>> {
  const opened = await openArticle(context, actor, articleId, 'decide')
  if (!opened.ok) return opened
  const none = fail({ kind: 'notFound', message: 'You have no such approval.' })
  if (!isId(approvalId)) return none
  const undone = await context.db.transaction(async (tx) => {
    const own = { articleId, id: approvalId, personId: actor.id, now: context.now() }
    if (!(await withdrawApproval(tx, own))) return false
    const detail = { approval: approvalId }
    await record(tx, context, {
      actorId: actor.id,
      action: 'approval.withdrawn',
      articleId,
      detail,
    })
    return true
  })
  if (!undone) return none
  context.collab.announce(articleId, { type: 'decisions', ids: [approvalId] })
  return ok(null)
}
