import { archivalOf } from '#db/repositories/archivals.ts'
import { type Article, lockArticle, setArticleState } from '#db/repositories/articles.ts'
import { planOf, setPlan } from '#db/repositories/plans.ts'
import {
  type Actor,
  mayOnArticle,
  requireOnArticle,
  rightsToMove,
} from '#lib/domain/access/policy.ts'
import { endsLegalRead, legalBar } from '#lib/domain/review/legal-read.ts'
import {
  advance,
  noteOwedFor,
  type State,
  skippedBy,
  takenBack,
} from '#lib/domain/review/states.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticle } from './open-article.ts'

/** Moves an article along its table: to review and back, on to "ready", into the archive and out of it [STA2]. */
export async function moveArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  wish: { readonly to: State; readonly note: string },
): Promise<Result<{ readonly state: State }>> {
  const opened = await openToMove(context, actor, articleId, wish.to)
  if (!opened.ok) return opened
  const before = opened.value.state
  const outcome = await context.db.transaction((tx) =>
    moveLocked({ ...context, db: tx }, actor, articleId, wish),
  )
  if (outcome.ok) {
    context.collab.announce(articleId, { type: 'article', ids: [] })
    // What one may do in an archived article differs: sockets are opened anew with today's rights.
    if (wish.to === 'archived' || before === 'archived') context.collab.revoke({ articleId })
  }
  return outcome
}

async function moveLocked(
  context: Context,
  actor: Actor,
  articleId: string,
  { to, note }: { readonly to: State; readonly note: string },
): Promise<Result<{ readonly state: State }>> {
  const { db } = context
  await lockArticle(db, articleId)
  // Asked again: it may have moved meanwhile, and what one may depends on where it is.
  const opened = await openToMove(context, actor, articleId, to)
  if (!opened.ok) return opened
  const from = opened.value.state
  const moved = await nextState(db, articleId, from, to)
  if (!moved.ok) return moved
  const owed = note.trim() ? null : noteOwedFor(from, to)
  if (owed) return fail({ kind: 'invalid', message: owed })
  const { legal } = await planOf(db, articleId)
  const free = legalBar(from, to, legal)
  if (!free.ok) return free
  await setArticleState(db, articleId, moved.value)
  const ends = endsLegalRead(from, to, legal)
  if (ends) await setPlan(db, articleId, { legalReadAt: context.now(), legalReadBy: actor.id })
  const skipped = skippedBy(from, to)
  const detail = {
    ...{ from, to },
    ...(skipped.length && { skipped }),
    ...(ends && { legalRead: true }),
  }
  const entry = { actorId: actor.id, action: 'article.moved', articleId, detail }
  await record(db, context, { ...entry, said: { note } })
  return ok({ state: moved.value })
}

/** The article, when this person may move it there from where it is [ACC8]. */
async function openToMove(
  context: Context,
  actor: Actor,
  articleId: string,
  to: State,
): Promise<Result<Article>> {
  const seen = await openArticle(context, actor, articleId, 'read')
  if (!seen.ok) return seen
  const rights = rightsToMove(seen.value.state, to)
  const found = rights.find((right) => mayOnArticle(actor, right, seen.value))
  const allowed = requireOnArticle(actor, found ?? rights[0] ?? 'move', seen.value)
  return allowed.ok ? seen : allowed
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
