import { listMoves } from '#db/repositories/moves.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Move } from '#lib/domain/review/moves.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openArticle } from './open-article.ts'

/** Every move of an article, oldest first: who, when, from where to where, and what they said [STA5]. */
export async function movesOf(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<Result<{ readonly moves: readonly Move[] }>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  return opened.ok ? ok({ moves: await listMoves(context.db, articleId) }) : opened
}
