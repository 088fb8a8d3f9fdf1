import { and, asc, count, eq, gt, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { articlePeople, articles } from '#db/schema.ts'
import { citedSources } from '#db/schema-sources.ts'
import type { State } from '#lib/domain/review/states.ts'
import { cut, type Page, type PageWish } from '#lib/domain/shared/page.ts'

/** An article, and the last row of its log. */
export interface ArticleHead {
  readonly id: string
  readonly headSeq: number
}

const head = { id: articles.id, headSeq: articles.headSeq }

/** What is known of it is not from the present end of its log. */
const isOld = sql`${citedSources.seq} is distinct from ${articles.headSeq}`

/** Articles that were written since it was read what they cite, at most so many; those behind an id, in order. */
export function unreadArticles(
  db: Handle,
  limit: number,
  after = '',
): Promise<readonly ArticleHead[]> {
  return db
    .select(head)
    .from(articles)
    .leftJoin(citedSources, eq(citedSources.articleId, articles.id))
    .where(and(isOld, gt(articles.id, after)))
    .orderBy(asc(articles.id))
    .limit(limit)
}

/** How many of those there are that a person may see. */
export async function countUnread(db: Handle, personId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(articles)
    .leftJoin(citedSources, eq(citedSources.articleId, articles.id))
    .where(and(isOld, isSeenBy(personId)))
  return row?.count ?? 0
}

/** Says what an article cites at this row of its log. */
export async function setCited(
  db: Handle,
  articleId: string,
  seq: number,
  sourceIds: readonly string[],
): Promise<void> {
  const said = { seq, sourceIds: [...sourceIds] }
  await db
    .insert(citedSources)
    .values({ articleId, ...said })
    .onConflictDoUpdate({ target: citedSources.articleId, set: said })
}

/** An article that is not restricted, or that a person has begun, writes or is named for [ACC2]. */
export function isSeenBy(personId: string): SQL {
  const theirs = sql`exists (select 1 from ${articlePeople} where ${articlePeople.articleId} = ${articles.id} and ${articlePeople.personId} = ${personId})`
  return sql`(not ${articles.restricted} or ${articles.createdBy} = ${personId} or ${theirs})`
}

const citesOneOf = (ids: readonly string[]) =>
  sql`${citedSources.sourceIds} && array[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`

/** Articles that cite one of these ids and that a person may see, page by page. */
export async function pageCiting(
  db: Handle,
  ids: readonly string[],
  personId: string,
  { limit, after }: PageWish,
): Promise<Page<string>> {
  const rows = await db
    .select({ id: articles.id })
    .from(citedSources)
    .innerJoin(articles, eq(articles.id, citedSources.articleId))
    .where(
      and(
        citesOneOf(ids),
        isSeenBy(personId),
        after ? gt(articles.id, String(after[0])) : undefined,
      ),
    )
    .orderBy(asc(articles.id))
    .limit(limit + 1)
  return cut(
    rows.map(({ id }) => id),
    limit,
    (id) => [id],
  )
}

/** How many there are. */
export async function countCiting(
  db: Handle,
  ids: readonly string[],
  personId: string,
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(citedSources)
    .innerJoin(articles, eq(articles.id, citedSources.articleId))
    .where(and(citesOneOf(ids), isSeenBy(personId)))
  return row?.count ?? 0
}

/** All of them, whoever may see them, but for those in one of these states. */
export async function allCiting(
  db: Handle,
  ids: readonly string[],
  without: readonly State[],
): Promise<readonly string[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(citedSources)
    .innerJoin(articles, eq(articles.id, citedSources.articleId))
    .where(and(citesOneOf(ids), notInArray(articles.state, [...without])))
    .orderBy(asc(articles.id))
  return rows.map(({ id }) => id)
}

/** Articles that may cite an id of each of two records: those that did when they were read, and those that were written since. */
export async function mayCiteBoth(
  db: Handle,
  one: readonly string[],
  other: readonly string[],
): Promise<readonly (ArticleHead & { readonly citedBoth: boolean })[]> {
  const citedBoth = sql<boolean>`coalesce(${citesOneOf(one)} and ${citesOneOf(other)}, false)`
  return db
    .select({ ...head, citedBoth })
    .from(articles)
    .leftJoin(citedSources, eq(citedSources.articleId, articles.id))
    .where(or(isOld, citedBoth))
    .orderBy(asc(articles.id))
}
