import { z } from 'zod'
import { lockArticle, setArticlePeople } from '#db/repositories/articles.ts'
import { listPeople } from '#db/repositories/people.ts'
import { changedPeople } from '#lib/domain/access/article-people.ts'
import { type Actor, maySee } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticle } from './open-article.ts'

const people = z.object({
  restricted: z.boolean(),
  assigned: z.array(z.string()).max(200),
  named: z.array(z.string()).max(200),
})

/** `seen`: what stood there when it was written; what was left as it was stays as others have changed it [ACC10]. */
export const articlePeopleInput = people.extend({ seen: people.optional() })

/** Says who is assigned, and who may see the article while it is restricted. */
export async function assignPeople(
  context: Context,
  actor: Actor,
  articleId: string,
  { seen, ...input }: z.output<typeof articlePeopleInput>,
): Promise<Result<null>> {
  const outcome = await context.db.transaction(async (tx): Promise<Result<null>> => {
    const inside = { ...context, db: tx }
    if (isId(articleId)) await lockArticle(tx, articleId)
    const opened = await openArticle(inside, actor, articleId, 'people')
    if (!opened.ok) return opened
    const wanted = seen ? changedPeople(opened.value, seen, input) : input
    const known = new Set((await listPeople(tx)).map(({ id }) => id))
    if ([...input.assigned, ...input.named].some((id) => !known.has(id)))
      return fail({ kind: 'invalid', message: 'One of these people is not in the newsroom.' })
    if (!maySee(actor, { ...opened.value, ...wanted })) {
      const message = 'You would lose sight of the article: name yourself too.'
      return fail({ kind: 'conflict', message })
    }
    await setArticlePeople(tx, articleId, wanted)
    const act = { actorId: actor.id, action: 'article.people', articleId, detail: { ...wanted } }
    await record(tx, context, act)
    return ok(null)
  })
  if (outcome.ok) context.collab.revoke({ articleId })
  return outcome
}
