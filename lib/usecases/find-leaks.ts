import type { Article } from '#db/repositories/articles.ts'
import { listVersions } from '#db/repositories/versions.ts'
import { buildVersion } from '#lib/domain/publication/build-version.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import { leaksOf, leaksOfNote } from '#lib/domain/publication/leaks.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import { protectsNothing } from '#lib/domain/sourcing/identity.ts'
import type { Assessment } from './assess-article.ts'
import type { Context } from './context.ts'
import { protectedHere } from './locked-identity.ts'
import { type PublicCopies, publicCopies } from './public-capture.ts'

/** What in a version would tell who a confidential source is [CNF6]. A failure: nobody can say. */
export async function findLeaks(
  context: Context,
  version: Version,
): Promise<Result<readonly Blocker[]>> {
  const hidden = await protectedHere(context)
  if (!hidden.ok) return hidden
  return ok(protectsNothing(hidden.value) ? [] : leaksOf(version, hidden.value))
}

/** The copies that readers get, and those that stand in the way [CNF7]. A failure: nobody can say. */
export async function findCopies(
  context: Context,
  content: ArticleContent,
  findSource: FindSource,
  until: string,
): Promise<Result<PublicCopies>> {
  const hidden = await protectedHere(context)
  if (!hidden.ok) return hidden
  return ok(await publicCopies(context, content, findSource, { until, hidden: hidden.value }))
}

/** What in a note, or another reason for readers, would tell. Without the key nothing is held up: withdrawing cannot wait. */
export async function findNoteLeaks(context: Context, note: string): Promise<readonly Blocker[]> {
  const hidden = await protectedHere(context)
  return hidden.ok ? leaksOfNote(note, hidden.value) : []
}

/** What stands in the way of publishing an article as it is now; that nobody can say, too. */
export async function leakBlockers(
  context: Context,
  article: Article,
  assessment: Assessment,
): Promise<readonly Blocker[]> {
  const leaks = await findLeaksNow(context, article, assessment)
  if (leaks.ok) return leaks.value
  return [{ kind: 'leak', sentence: null, text: '', message: leaks.failure.message }]
}

async function findLeaksNow(
  context: Context,
  { id: articleId, slug }: Article,
  { content, statuses, findSource, findPicture }: Assessment,
): Promise<Result<readonly Blocker[]>> {
  const hidden = await protectedHere(context)
  if (!hidden.ok) return hidden
  if (protectsNothing(hidden.value)) return ok([])
  const history = await listVersions(context.db, articleId)
  const publishedAt = context.now().toISOString()
  const what = { articleId, slug, change: 'update', note: '', publishedAt, history } as const
  const version = buildVersion({ ...what, content, statuses, findSource, findPicture })
  const told = { until: publishedAt, hidden: hidden.value }
  const { blockers } = await publicCopies(context, content, findSource, told)
  return ok([...leaksOf(version, hidden.value), ...blockers])
}
