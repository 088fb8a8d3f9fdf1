import { z } from 'zod'
import { listArticles } from '#db/repositories/articles.ts'
import { findPolicy, type HousePolicy, replacePolicy } from '#db/repositories/policy.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { type ApproverPolicy, MOST_APPROVERS } from '#lib/domain/review/approvers.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { KINDS } from '#lib/domain/sourcing/annotation.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { assessArticle } from './assess-article.ts'
import { type Context, record } from './context.ts'
import { isClosed } from './open-article.ts'

export type { HousePolicy }

const approvers = z.number().int().min(1).max(MOST_APPROVERS)

export const approverPolicyInput = z.object({
  everywhere: approvers,
  rules: z
    .array(
      z.object({
        kind: z.enum(KINDS).nullable(),
        section: z
          .string()
          .max(100)
          .transform((text) => cleanText(text).trim() || null)
          .nullable(),
        approvers,
      }),
    )
    .max(100),
})

/** `version`: that of the rules that whoever changes them has seen. */
export const policyChangeInput = z.object({
  version: z.number().int().min(0),
  approvers: approverPolicyInput,
})

/** Everybody may know by which rules the house approves. */
export async function showPolicy(context: Context, _actor: Actor): Promise<Result<HousePolicy>> {
  return ok(await findPolicy(context.db))
}

/** What a change would do to articles that are not closed: how many would have more in the way, and how many less. */
export interface PolicyEffect {
  readonly articles: number
  readonly gain: number
  readonly lose: number
}

export async function previewPolicy(
  context: Context,
  actor: Actor,
  tried: ApproverPolicy,
): Promise<Result<PolicyEffect>> {
  const allowed = requireInHouse(actor, 'policy')
  if (!allowed.ok) return allowed
  const open = (await listArticles(context.db, '')).filter(({ state }) => !isClosed(state))
  const effect = { articles: open.length, gain: 0, lose: 0 }
  for (const article of open) {
    try {
      const { content } = await context.collab.read(article.id)
      const now = await assessArticle(context.db, article, content)
      const then = await assessArticle(context.db, article, content, tried)
      if (then.blockers.length > now.blockers.length) effect.gain++
      if (then.blockers.length < now.blockers.length) effect.lose++
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ArticleUnavailable') throw error
    }
  }
  return ok(effect)
}

/** Changes the rules, which hold at once. Of two who do so at once the second is shown what the first did [REV9]. */
export async function changePolicy(
  context: Context,
  actor: Actor,
  { version, approvers: next }: { readonly version: number; readonly approvers: ApproverPolicy },
  /** Of those that hold now. */
  check: (now: HousePolicy) => Result<null> = () => ok(null),
): Promise<Result<HousePolicy>> {
  const allowed = requireInHouse(actor, 'policy')
  if (!allowed.ok) return allowed
  const expected = check(await findPolicy(context.db))
  if (!expected.ok) return expected
  const isChanged = await context.db.transaction(async (tx) => {
    const row = { approvers: next, changedBy: actor.id, changedAt: context.now() }
    if (!(await replacePolicy(tx, version, row))) return false
    const detail = { version: version + 1, approvers: next }
    await record(tx, context, {
      actorId: actor.id,
      action: 'policy.changed',
      articleId: null,
      detail,
    })
    return true
  })
  const policy = await findPolicy(context.db)
  if (!isChanged) {
    const who = policy.changed?.personName ?? 'Somebody'
    return fail({
      kind: 'conflict',
      message: `${who} has changed the rules meanwhile. Theirs are shown beside yours: save again to put yours in their place.`,
    })
  }
  context.collab.announce(null, { type: 'sources', ids: [] })
  return ok(policy)
}
