import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { articles, audit, versions } from '#db/schema.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import type { State } from '#lib/domain/review/states.ts'
import { cut, type Page, type PageWish, type Place } from '#lib/domain/shared/page.ts'

/** Lists that are read page by page: each begins behind a place, and reads one row more than it gives. */

/** JavaScript knows no shorter time. */
const toMs = (time: SQL) => sql`date_trunc('milliseconds', ${time})`
/** A place that somebody made up begins at the beginning. */
const timeOf = (place: Place) => {
  const at = new Date(String(place[0]))
  return sql`${(Number.isNaN(at.getTime()) ? new Date(0) : at).toISOString()}::timestamptz`
}

/** When something last happened to an article: to its text, its state, what is decided or said of it. */
const touched = toMs(
  sql`greatest(${articles.changedAt}, (select max(${audit.at}) from ${audit} where ${audit.articleId} = ${articles.id}))`,
)

export interface TouchedArticle {
  readonly id: string
  readonly createdAt: string
  readonly touchedAt: string
}

/** Ids of articles, the newest first; with `since`, those that something happened to since then, in that order. */
export async function pageArticleIds(
  db: Handle,
  filter: { readonly state: State | null; readonly since: Date | null },
  { limit, after }: PageWish,
): Promise<Page<TouchedArticle>> {
  const { since, state } = filter
  const key = since ? touched : toMs(sql`${articles.createdAt}`)
  const place = after && sql`(${timeOf(after)}, ${String(after[1])})`
  const behind =
    place &&
    (since ? sql`(${key}, ${articles.id}) > ${place}` : sql`(${key}, ${articles.id}) < ${place}`)
  const rows = await db
    .select({ id: articles.id, createdAt: articles.createdAt, touchedAt: sql<string>`${touched}` })
    .from(articles)
    .where(
      and(
        behind ?? undefined,
        state === null ? undefined : eq(articles.state, state),
        since ? sql`${touched} >= ${since.toISOString()}::timestamptz` : undefined,
      ),
    )
    .orderBy(
      since ? sql`${key} asc` : sql`${key} desc`,
      since ? asc(articles.id) : desc(articles.id),
    )
    .limit(limit + 1)
  const found = rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    touchedAt: new Date(row.touchedAt).toISOString(),
  }))
  return cut(found, limit, ({ id, createdAt, touchedAt }) => [since ? touchedAt : createdAt, id])
}

/** A version as other systems learn of it. */
export interface ListedVersion {
  readonly articleId: string
  readonly slug: string
  readonly number: number
  readonly change: Change
  readonly note: string
  readonly publishedAt: string
  readonly hash: string
  readonly signature: string | null
  /** Null while its words stand. */
  readonly takenDownAt: string | null
}

/** Versions in the order in which they were published, or taken down: what is new comes last. */
export async function pageVersions(
  db: Handle,
  filter: { readonly articleId: string | null; readonly since: Date | null },
  { limit, after }: PageWish,
): Promise<Page<ListedVersion>> {
  const key = toMs(sql`coalesce(${versions.takenDownAt}, ${versions.publishedAt})`)
  const place =
    after &&
    sql`(${timeOf(after)}, ${String(after[1])}, ${Math.trunc(Number(after[2])) || 0}::integer)`
  const rows = await db
    .select({
      ...{ articleId: versions.articleId, slug: versions.slug, number: versions.number },
      ...{ change: versions.change, note: versions.note, publishedAt: versions.publishedAt },
      ...{ hash: versions.hash, signature: versions.signature, takenDownAt: versions.takenDownAt },
    })
    .from(versions)
    .where(
      and(
        place ? sql`(${key}, ${versions.articleId}, ${versions.number}) > ${place}` : undefined,
        filter.articleId === null ? undefined : eq(versions.articleId, filter.articleId),
        filter.since ? sql`${key} >= ${filter.since.toISOString()}::timestamptz` : undefined,
      ),
    )
    .orderBy(sql`${key} asc`, asc(versions.articleId), asc(versions.number))
    .limit(limit + 1)
  const found = rows.map((row) => ({
    ...row,
    change: row.change as Change,
    publishedAt: row.publishedAt.toISOString(),
    takenDownAt: row.takenDownAt?.toISOString() ?? null,
  }))
  return cut(found, limit, ({ takenDownAt, publishedAt, articleId, number }) => [
    ...[takenDownAt ?? publishedAt, articleId, number],
  ])
}

/** A row of the audit trail. */
export type ListedEntry = Omit<typeof audit.$inferSelect, 'at'> & { readonly at: string }

/** Rows of the audit trail, the newest first. */
export async function pageAudit(
  db: Handle,
  filter: {
    readonly action?: string | undefined
    readonly article?: string | undefined
    readonly actor?: string | undefined
    readonly since?: Date | undefined
  },
  { limit, after }: PageWish,
): Promise<Page<ListedEntry>> {
  const rows = await db
    .select()
    .from(audit)
    .where(
      and(
        after ? lt(audit.seq, Math.trunc(Number(after[0])) || 0) : undefined,
        filter.action === undefined ? undefined : inArray(audit.action, filter.action.split(',')),
        filter.article === undefined ? undefined : eq(audit.articleId, filter.article),
        filter.actor === undefined ? undefined : eq(audit.actorId, filter.actor),
        filter.since ? gte(audit.at, filter.since) : undefined,
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(limit + 1)
  const found = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  return cut(found, limit, ({ seq }) => [seq])
}
