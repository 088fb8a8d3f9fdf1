import { accountOfVersions, type VersionAccount } from '#db/repositories/versions.ts'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openArticle } from './open-article.ts'

/** What was published of an article, by whom, and what of it was taken down, for who may read the article [VER13]. */
export async function versionsOf(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<
  Result<{
    readonly title: string
    readonly slug: string
    readonly mayTakeDown: boolean
    readonly versions: readonly VersionAccount[]
  }>
> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const { title, slug } = opened.value
  const versions = await accountOfVersions(context.db, articleId)
  return ok({ title, slug, versions, mayTakeDown: mayInHouse(actor, 'takeDown') })
}
