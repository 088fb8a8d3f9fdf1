import { z } from 'zod'
import { closeQuery, listQueries } from '#db/repositories/decisions.ts'
import { type Actor, mayOnArticle } from '#lib/domain/access/policy.ts'
import { OUTCOMES } from '#lib/domain/review/decisions.ts'
import { outcomeOf } from '#lib/domain/review/outcomes.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { says } from '#lib/domain/shared/says.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { type Context, record } from './context.ts'
import { openArticle, served } from './open-article.ts'
import { fingerprintAskedAbout } from './read-question.ts'

export const closingInput = z.object({
  reason: z.string().max(2_000).transform(cleanText).default(''),
  outcome: z.enum(OUTCOMES).optional(),
})

/**
 * Closes a query or a rejection: the one who raised it, or a chief with a reason that is logged [REV5]. Without an
 * outcome it has the one that the words say [REV12].
 */
export async function closeQuestion(
  context: Context,
  actor: Actor,
  articleId: string,
  queryId: string,
  { reason: said, outcome: wished }: z.output<typeof closingInput>,
): Promise<Result<null>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const query = (await listQueries(context.db, articleId)).find(({ id }) => id === queryId)
  if (!query) return fail({ kind: 'notFound', message: 'There is no such query.' })
  const own = query.personId === actor.id
  const overrules = mayOnArticle(actor, 'overrule', opened.value)
  const reason = said.trim()
  if (!own && !overrules) {
    return fail({
      kind: 'forbidden',
      message: 'Only the one who raised it, or a chief with a reason, closes this.',
    })
  }
  if (!own && !says(reason)) {
    return fail({
      kind: 'invalid',
      message: 'Say why you close a question that somebody else raised.',
    })
  }
  if (wished === 'overridden' && !overrules) {
    const message = 'Only a chief answers for what could not be confirmed. Choose another outcome.'
    return fail({ kind: 'forbidden', message })
  }
  if (wished === 'overridden' && !says(reason)) {
    return fail({ kind: 'invalid', message: 'Say why you answer for what could not be confirmed.' })
  }
  const found = await served(async () =>
    ok(wished ?? outcomeOf(query, await fingerprintAskedAbout(context, opened.value, query))),
  )
  if (!found.ok) return found
  const outcome = found.value
  const closed = await context.db.transaction(async (tx) => {
    const change = { id: queryId, closedBy: actor.id, reason, outcome, now: context.now() }
    if (!(await closeQuery(tx, change))) return false
    const detail = { query: queryId, overruled: !own, outcome }
    const entry = { actorId: actor.id, action: 'query.closed', articleId, detail }
    await record(tx, context, { ...entry, said: { reason } })
    return true
  })
  if (!closed) return fail({ kind: 'conflict', message: 'It has been closed already.' })
  context.collab.announce(articleId, { type: 'decisions', ids: [queryId] })
  return ok(null)
}
