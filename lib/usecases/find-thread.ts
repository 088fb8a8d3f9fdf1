import type { Article } from '#db/repositories/articles.ts'
import { hasThread } from '#db/repositories/threads.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openArticle } from './open-article.ts'

/** The article of a thread, for those who may read it: they may also speak in it [THR3]. */
export async function openArticleOfThread(
  context: Context,
  actor: Actor,
  articleId: string,
  threadId: string,
): Promise<Result<Article>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  if (isId(threadId) && (await hasThread(context.db, articleId, threadId))) return opened
  return fail({ kind: 'notFound', message: 'There is no such comment.' })
}
