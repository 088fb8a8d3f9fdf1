import { archivalOf } from '#db/repositories/archivals.ts'
import type { Article } from '#db/repositories/articles.ts'
import { listKeyedApprovals, listQueries } from '#db/repositories/decisions.ts'
import { listPictures } from '#db/repositories/pictures.ts'
import { type Plan, planOf } from '#db/repositories/plans.ts'
import { findPolicy } from '#db/repositories/policy.ts'
import { scheduleOf } from '#db/repositories/schedules.ts'
import { listWithAliases } from '#db/repositories/sources.ts'
import { listVersions } from '#db/repositories/versions.ts'
import { type Actor, type ArticleAction, mayOnArticle } from '#lib/domain/access/policy.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Assessment, assessArticle, clearingOf } from './assess-article.ts'
import type { Context } from './context.ts'
import { leakBlockers } from './find-leaks.ts'
import { openArticle, served } from './open-article.ts'

/** An article with everything that is derived about it, for the HTTP interface. */
export async function showArticle(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<
  Result<{
    readonly article: Article
    readonly assessment: Assessment
    readonly plan: Plan
    readonly schedule: Schedule | null
    /** The row of the log up to which it was read. */
    readonly seq: number
  }>
> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  return served(async () => {
    const { content, seq } = await context.collab.read(articleId)
    const assessment = await assessArticle(context.db, opened.value, content)
    // For publishers alone: whoever could ask with texts of their own would find out which names are protected.
    const leaks = mayOnArticle(actor, 'publish', opened.value)
      ? await leakBlockers(context, opened.value, assessment)
      : []
    const blockers = [...assessment.blockers, ...leaks]
    return ok({
      article: opened.value,
      assessment: { ...assessment, blockers },
      plan: await planOf(context.db, articleId),
      schedule: await scheduleOf(context.db, articleId),
      seq,
    })
  })
}

const ACTIONS: readonly ArticleAction[] = [
  'read',
  'suggest',
  'write',
  'decide',
  'move',
  'check',
  'legal',
  'plan',
  'archive',
  'publish',
  'overrule',
  'people',
]

export async function articleFacts(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<Result<ArticleFacts>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const { id, slug, state, title, lang, restricted, assigned, named } = opened.value
  const rights = Object.fromEntries(
    ACTIONS.map((action) => [action, mayOnArticle(actor, action, opened.value)]),
  )
  return ok({
    id,
    slug,
    state,
    title,
    lang,
    restricted,
    assigned,
    named,
    rights: rights as ArticleFacts['rights'],
    approvals: await listKeyedApprovals(context.db, articleId),
    queries: await listQueries(context.db, articleId),
    policy: (await findPolicy(context.db)).approvers,
    sources: await listWithAliases(context.db, 5_000),
    versions: await listVersions(context.db, articleId),
    pictures: await listPictures(context.db, articleId),
    archived: state === 'archived' ? await archivalOf(context.db, articleId) : null,
    ...(await planOf(context.db, articleId)),
    schedule: await scheduleOf(context.db, articleId),
  })
}

/** Who changed a sentence since its last valid approval: the browser says in advance why one may not approve. */
export async function authorsOf(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<Result<readonly (readonly string[])[]>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  return served(async () => {
    const authors = await context.collab.hold(articleId, async (held) => {
      const assessment = await assessArticle(context.db, opened.value, held.state.content)
      return held.authors(clearingOf(assessment))
    })
    return ok(authors.map((people) => [...people]))
  })
}
