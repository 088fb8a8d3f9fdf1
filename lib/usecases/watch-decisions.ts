import { articlesById, findArticle } from '#db/repositories/articles.ts'
import { decisionStamps } from '#db/repositories/decisions.ts'
import { takeLease } from '#db/repositories/links.ts'
import {
  deadlinesBetween,
  lockLook,
  setLook,
  type Watchable,
  watchableArticles,
} from '#db/repositories/notice-trail.ts'
import { insertNotices } from '#db/repositories/notices.ts'
import { listPeople, type Person } from '#db/repositories/people.ts'
import { deadlineNotices, movedIn, movedSince } from '#lib/domain/notices/watched.ts'
import { type Assessment, assessArticle } from './assess-article.ts'
import type { Context } from './context.ts'
import { allowed } from './follow-trail.ts'

/** Longer than a look takes: whoever crashed in one holds nobody up for more. */
const LEASE_MS = 60_000
/** Whoever is still writing may yet put it right. */
const REST_MS = 60_000
const LONGEST_MS = 10 * 60_000
/** At once: opening articles that nobody has open costs. */
const AT_ONCE = 20
const DAY = 24 * 60 * 60_000

/** Tells of what nobody does: approvals and questions that words have moved away from, and deadlines [NTF5]. */
export async function watchDecisions(context: Context, holder: string): Promise<void> {
  const now = context.now()
  const until = new Date(now.getTime() + LEASE_MS)
  if (!(await takeLease(context.db, { name: 'notices', holder, now, until }))) return
  const people = await listPeople(context.db)
  await tellDeadlines(context, people, now)
  const { of, sources } = await decisionStamps(context.db)
  const due = (await watchableArticles(context.db))
    .map((article) => ({ article, stamp: `${article.headSeq} ${of(article.id)} ${sources}` }))
    // Where nobody has decided anything, nothing can lapse.
    .filter(({ article, stamp }) => of(article.id) && isDue(article, stamp, now))
  for (const { article, stamp } of due.slice(0, AT_ONCE))
    await look(context, article, stamp, people)
}

function isDue({ look: seen, changedAt, createdAt }: Watchable, stamp: string, now: Date): boolean {
  if (seen?.stamp === stamp) return false
  const rested = now.getTime() - changedAt.getTime() >= REST_MS
  return rested || now.getTime() - (seen?.at ?? createdAt).getTime() >= LONGEST_MS
}

async function look(
  context: Context,
  { id, changedBy }: Watchable,
  stamp: string,
  people: readonly Person[],
) {
  const assessment = await assessmentOf(context, id)
  if (!assessment) return
  const now = movedIn(assessment)
  await context.db.transaction(async (tx) => {
    const at = context.now()
    const before = await lockLook(tx, id, at)
    if (before.stamp === stamp) return
    const article = await findArticle(tx, id)
    // What had moved before there were notices is known, and not told.
    const news = before.stamp
      ? movedSince(now, before.known, { articleId: id, changedBy, at: at.toISOString() })
      : []
    await insertNotices(tx, allowed(news, article, people), context.newId)
    await setLook(tx, id, { stamp, at, known: now.map(({ key }) => key) })
  })
}

/** Null: it cannot be read just now. */
async function assessmentOf(context: Context, id: string): Promise<Assessment | null> {
  const article = await findArticle(context.db, id)
  if (!article) return null
  try {
    const { content } = await context.collab.read(id)
    return await assessArticle(context.db, article, content)
  } catch (error) {
    if (error instanceof Error && error.name === 'ArticleUnavailable') return null
    throw error
  }
}

async function tellDeadlines(context: Context, people: readonly Person[], now: Date) {
  const soon = await deadlinesBetween(context.db, now, new Date(now.getTime() + DAY))
  const articles = await articlesById(
    context.db,
    soon.map(({ articleId }) => articleId),
  )
  for (const plan of soon) {
    const article = articles.get(plan.articleId)
    if (!article) continue
    const writers = [article.createdBy, ...article.assigned]
    const notices = allowed(deadlineNotices({ ...plan, writers }, now), article, people)
    await insertNotices(context.db, notices, context.newId)
  }
}
