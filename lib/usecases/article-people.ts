import { z } from 'zod'
import { setArticlePeople } from '#db/repositories/articles.ts'
import { listPeople } from '#db/repositories/people.ts'
import { type Actor, maySee } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticle } from './open-article.ts'

export const articlePeopleInput = z.object({
  restricted: z.boolean(),
  assigned: z.array(z.string()).max(200),
  named: z.array(z.string()).max(200),
})

/** Says who is assigned, and who may see the article while it is restricted. */
export async function assignPeople(
  context: Context,
  actor: Actor,
  articleId: string,
  input: z.output<typeof articlePeopleInput>,
): Promise<Result<null>> {
  const opened = await openArticle(context, actor, articleId, 'people')
  if (!opened.ok) return opened
  const known = new Set((await listPeople(context.db)).map(({ id }) => id))
  if ([...input.assigned, ...input.named].some((id) => !known.has(id))) {
    return fail({ kind: 'invalid', message: 'One of these people is not in the newsroom.' })
  }
  if (!maySee(actor, { ...opened.value, ...input })) {
    return fail({
      kind: 'conflict',
      message: 'You would lose sight of the article: name yourself too.',
    })
  }
  await context.db.transaction(async (tx) => {
    await setArticlePeople(tx, articleId, input)
    await record(tx, context, {
      actorId: actor.id,
      action: 'article.people',
      articleId,
      detail: input,
    })
  })
  context.collab.revoke({ articleId })
  return ok(null)
}
