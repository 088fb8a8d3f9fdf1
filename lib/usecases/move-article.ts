import { findArticle, lockArticle, setArticleState } from '#db/repositories/articles.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { advance, type State } from '#lib/domain/review/states.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticle } from './open-article.ts'

/** Sends an article to review, takes it back, archives it. */
export async function moveArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  { to, note }: { readonly to: State; readonly note: string },
): Promise<Result<{ readonly state: State }>> {
  const action = to === 'archived' ? 'archive' : 'move'
  const opened = await openArticle(context, actor, articleId, action)
  if (!opened.ok) return opened
  const outcome = await context.db.transaction(async (tx): Promise<Result<{ state: State }>> => {
    await lockArticle(tx, articleId)
    const from = (await findArticle(tx, articleId))?.state ?? opened.value.state
    const moved = advance(from, to, 'move')
    if (!moved.ok) return moved
    await setArticleState(tx, articleId, moved.value)
    const detail = { from, to, note }
    await record(tx, context, { actorId: actor.id, action: 'article.moved', articleId, detail })
    return ok({ state: moved.value })
  })
  if (outcome.ok) {
    context.collab.announce(articleId, { type: 'article', ids: [] })
    // What one may do in an archived article differs: sockets are opened anew with today's rights.
    if (to === 'archived' || opened.value.state === 'archived') context.collab.revoke({ articleId })
  }
  return outcome
}
