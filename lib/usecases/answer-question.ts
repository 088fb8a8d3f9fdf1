import { z } from 'zod'
import { insertQueryMessage, listQueries } from '#db/repositories/decisions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticle, served } from './open-article.ts'
import { fingerprintAskedAbout } from './read-question.ts'
import { messageText } from './thread-message.ts'

export const answerInput = z.object({ text: messageText })

/** Says something about a question while it is open: whoever may read the article [REV11]. */
export async function answerQuestion(
  context: Context,
  actor: Actor,
  articleId: string,
  queryId: string,
  { text }: z.output<typeof answerInput>,
): Promise<Result<{ readonly id: string }>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const query = (await listQueries(context.db, articleId)).find(({ id }) => id === queryId)
  if (!query) return fail({ kind: 'notFound', message: 'There is no such query.' })
  return served(async () => {
    const fingerprint = (await fingerprintAskedAbout(context, opened.value, query)) ?? ''
    const id = context.newId()
    const said = await context.db.transaction(async (tx) => {
      const at = context.now()
      const message = { id, queryId, personId: actor.id, text, fingerprint, at }
      if (!(await insertQueryMessage(tx, message))) return false
      const detail = { query: queryId, message: id }
      await record(tx, context, { actorId: actor.id, action: 'query.answered', articleId, detail })
      return true
    })
    if (!said) {
      const message = 'It has been closed meanwhile. Raise it anew, or write a comment.'
      return fail({ kind: 'conflict', message })
    }
    context.collab.announce(articleId, { type: 'decisions', ids: [queryId] })
    return ok({ id })
  })
}
