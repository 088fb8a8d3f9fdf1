import { archivalOf } from '#db/repositories/archivals.ts'
import {
  type Article,
  findArticle,
  lockArticle,
  setArticleState,
} from '#db/repositories/articles.ts'
import { type Actor, mayOnArticle } from '#lib/domain/access/policy.ts'
import { advance, type State, takenBack } from '#lib/domain/review/states.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticle } from './open-article.ts'

/** Sends an article to review, takes it back, archives it, takes it out of the archive. */
export async function moveArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  { to, note }: { readonly to: State; readonly note: string },
): Promise<Result<{ readonly state: State }>> {
  const opened = await openToMove(context, actor, articleId, to)
  if (!opened.ok) return opened
  const outcome = await context.db.transaction(async (tx): Promise<Result<{ state: State }>> => {
    await lockArticle(tx, articleId)
    const from = (await findArticle(tx, articleId))?.state ?? opened.value.state
    const moved = await nextState(tx, articleId, from, to)
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

/** Whoever archives also takes out of the archive, and so does whoever moves it else [ACC7]. */
async function openToMove(
  context: Context,
  actor: Actor,
  articleId: string,
  to: State,
): Promise<Result<Article>> {
  if (to === 'archived') return openArticle(context, actor, articleId, 'archive')
  const seen = await openArticle(context, actor, articleId, 'read')
  const archives = seen.ok && mayOnArticle(actor, 'archive', seen.value)
  if (seen.ok && seen.value.state === 'archived' && archives) return seen
  return openArticle(context, actor, articleId, 'move')
}

async function nextState(
  tx: Context['db'],
  articleId: string,
  from: State,
  to: State,
): Promise<Result<State>> {
  if (from !== 'archived') return advance(from, to, 'move')
  return takenBack(to, (await archivalOf(tx, articleId))?.from ?? 'draft')
}
