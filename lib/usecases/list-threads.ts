import { listThreads } from '#db/repositories/threads.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Talk } from '#lib/domain/talk/thread.ts'
import type { Context } from './context.ts'
import { openArticle } from './open-article.ts'
import { whoMayBeNamed } from './thread-message.ts'

/** Every thread of an article, with what is said in it. Where they stand is in the text. */
export async function threadsOf(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<Result<Talk>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  return ok({
    threads: await listThreads(context.db, articleId, actor.id),
    people: await whoMayBeNamed(context, opened.value),
  })
}
