import { z } from 'zod'
import { lockArticle } from '#db/repositories/articles.ts'
import { type Plan, planOf, setPlan } from '#db/repositories/plans.ts'
import { type Actor, requireOnArticle } from '#lib/domain/access/policy.ts'
import { WORDS } from '#lib/domain/review/states.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { type Context, record } from './context.ts'
import { isClosed, openArticle } from './open-article.ts'

export const planInput = z.object({
  /** With its offset; null: there is none any more. */
  deadline: z.iso.datetime({ offset: true }).nullish(),
  /** True: flags it for a legal read, anew if there was one; false: takes the flag away. */
  legalRead: z.boolean().optional(),
  /** What is to be read, or why it does not have to be any more. */
  note: z.string().max(2_000).default('').transform(cleanText),
})

/** Says until when an article is due, and whether it has to be read for reasons of law [STA6, TRN3]. */
export async function planArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  { deadline, legalRead, note }: z.output<typeof planInput>,
): Promise<Result<Plan>> {
  const opened = await openArticle(context, actor, articleId, 'plan')
  if (!opened.ok) return opened
  if (isClosed(opened.value.state)) {
    const message = `The article is ${WORDS[opened.value.state]}: nothing is planned for it any more.`
    return fail({ kind: 'conflict', message })
  }
  if (legalRead === false) {
    const allowed = requireOnArticle(actor, 'legal', opened.value)
    if (!allowed.ok) return allowed
    const message = 'Say in the note why it does not have to be read any more.'
    if (!note.trim()) return fail({ kind: 'invalid', message })
  }
  const now = context.now()
  const plan = await context.db.transaction(async (tx) => {
    await lockArticle(tx, articleId)
    await setPlan(tx, articleId, {
      ...(deadline !== undefined && { deadline: deadline === null ? null : new Date(deadline) }),
      ...(legalRead !== undefined && {
        ...{ legalAt: legalRead ? now : null, legalBy: legalRead ? actor.id : null },
        ...{ legalNote: legalRead ? note : '', legalReadAt: null, legalReadBy: null },
      }),
    })
    const detail = {
      ...(deadline !== undefined && { deadline }),
      ...(legalRead !== undefined && { legalRead }),
    }
    const entry = { actorId: actor.id, action: 'article.planned', articleId, detail }
    await record(tx, context, { ...entry, said: legalRead === undefined ? {} : { note } })
    return planOf(tx, articleId)
  })
  context.collab.announce(articleId, { type: 'article', ids: [] })
  return ok(plan)
}
