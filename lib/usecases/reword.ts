import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { placeOfQuote } from '#lib/domain/sourcing/place.ts'
import type { Context } from './context.ts'
import { holdArticle, openToWrite } from './open-article.ts'

/**
 * Puts other words in the place of some that stand once in the article, in somebody's name and as one row of the log. What is
 * anchored on them stays, so that approvals and evidence lapse as they do when somebody types.
 */
export async function reword(
  context: Context,
  actor: Actor,
  articleId: string,
  { exact, words }: { readonly exact: string; readonly words: string },
): Promise<Result<null>> {
  const open = () => openToWrite(context, actor, articleId)
  return holdArticle(context, actor, articleId, open, async (_, held) => {
    const [place, another] = placeOfQuote(held.state.content, { exact })
    if (!place) return fail({ kind: 'notFound', message: 'These words are not in the article.' })
    if (another) return fail({ kind: 'conflict', message: 'These words stand in several places.' })
    await held.write(actor.id, [{ type: 'reword', span: place, words }])
    return ok(null)
  })
}
