import { findApprovedEvidence } from '#db/repositories/decisions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { Context } from './context.ts'
import { openArticle } from './open-article.ts'

/** What was signed with an approval: the annotations as they stood then, to be compared with those of now [QUE11]. */
export interface ApprovedEvidence {
  readonly annotations: readonly Annotation[]
}

/** For whoever reads the article; one of another article is not there. */
export async function showApproval(
  context: Context,
  actor: Actor,
  articleId: string,
  approvalId: string,
): Promise<Result<ApprovedEvidence>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const annotations = isId(approvalId)
    ? await findApprovedEvidence(context.db, articleId, approvalId)
    : null
  return annotations
    ? ok({ annotations })
    : fail({ kind: 'notFound', message: 'The article has no such approval.' })
}
