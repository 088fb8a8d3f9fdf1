import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { holdArticle, openToWrite } from './open-article.ts'

export async function deleteAnnotation(
  context: Context,
  actor: Actor,
  articleId: string,
  annotationId: string,
): Promise<Result<null>> {
  const open = () => openToWrite(context, actor, articleId)
  return holdArticle(context, actor, articleId, open, async (_article, held) => {
    if (!held.state.content.annotations.has(annotationId)) {
      return fail({ kind: 'notFound', message: 'There is no such annotation.' })
    }
    await held.write(actor.id, [{ type: 'unannotate', annotationId }])
    return ok(null)
  })
}
