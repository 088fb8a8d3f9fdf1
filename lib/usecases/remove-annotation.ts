import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openToWrite, served } from './open-article.ts'

export async function deleteAnnotation(
  context: Context,
  actor: Actor,
  articleId: string,
  annotationId: string,
): Promise<Result<null>> {
  const opened = await openToWrite(context, actor, articleId)
  if (!opened.ok) return opened
  return served(() =>
    context.collab.hold(articleId, async (held) => {
      if (!held.state.content.annotations.has(annotationId)) {
        return fail({ kind: 'notFound', message: 'There is no such annotation.' })
      }
      await held.write(actor.id, [{ type: 'unannotate', annotationId }])
      return ok(null)
    }),
  )
}
