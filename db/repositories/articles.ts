import { and, asc, desc, eq, ilike, inArray, or, type SQL } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { rowChecksum } from '#db/row-checksum.ts'
import { articlePeople, articles, clientOwners, updates } from '#db/schema.ts'
import type { ArticleAccess } from '#lib/domain/access/policy.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { ArticleId } from '#lib/domain/shared/ids.ts'

/** An article's record; its text lives in the update log. */
export interface Article extends ArticleAccess {
  readonly id: ArticleId
  readonly slug: string
  readonly lang: string
  readonly state: State
  readonly title: string
  readonly epoch: number
  readonly schemaVersion: number
  readonly headSeq: number
  readonly createdAt: string
  readonly changedAt: string
}

type Row = typeof articles.$inferSelect
type Part = 'assigned' | 'named'

function toArticle(row: Row, parts: readonly { personId: string; part: string }[]): Article {
  const idsOf = (part: Part) =>
    parts.filter((entry) => entry.part === part).map(({ personId }) => personId)
  return {
    id: row.id as ArticleId,
    slug: row.slug,
    lang: row.lang,
    state: row.state as State,
    title: row.title,
    epoch: row.epoch,
    schemaVersion: row.schemaVersion,
    headSeq: row.headSeq,
    createdBy: row.createdBy,
    restricted: row.restricted,
    assigned: idsOf('assigned'),
    named: idsOf('named'),
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }
}

export async function findArticle(db: Handle, id: string): Promise<Article | null> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id))
  if (!row) return null
  return toArticle(
    row,
    await db.select().from(articlePeople).where(eq(articlePeople.articleId, id)),
  )
}

/** Those of these ids that there are. */
export async function articlesById(
  db: Handle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Article>> {
  const found = await findArticles(db, [...new Set(ids)])
  return new Map(found.map((article) => [article.id, article]))
}

/** Of every article, the oldest first. */
export async function articleIds(db: Handle): Promise<readonly string[]> {
  const rows = await db.select({ id: articles.id }).from(articles).orderBy(asc(articles.createdAt))
  return rows.map(({ id }) => id)
}

/** Those that not everybody in the house sees. */
export async function restrictedArticles(db: Handle): Promise<readonly Article[]> {
  return withPeople(db, await db.select().from(articles).where(eq(articles.restricted, true)))
}

/** Newest change first. `search` looks for every word in title, slug and text; `state`: those in it alone, all of them. */
export async function listArticles(
  db: Handle,
  search: string,
  state: State | null = null,
): Promise<readonly Article[]> {
  const rows = await db
    .select()
    .from(articles)
    .where(and(...matching(search), state === null ? undefined : eq(articles.state, state)))
    .orderBy(desc(articles.changedAt))
    .limit(state === null ? 500 : 100_000)
  return withPeople(db, rows)
}

/** Those of these, in no order. `search` as in `listArticles`. */
export async function findArticles(
  db: Handle,
  ids: readonly string[],
  search = '',
): Promise<readonly Article[]> {
  if (!ids.length) return []
  const rows = await db
    .select()
    .from(articles)
    .where(and(inArray(articles.id, [...ids]), ...matching(search)))
  return withPeople(db, rows)
}

async function withPeople(db: Handle, rows: readonly Row[]): Promise<readonly Article[]> {
  const ids = rows.map(({ id }) => id)
  const parts = ids.length
    ? await db.select().from(articlePeople).where(inArray(articlePeople.articleId, ids))
    : []
  return rows.map((row) =>
    toArticle(
      row,
      parts.filter(({ articleId }) => articleId === row.id),
    ),
  )
}

/** Every word stands in title, slug or text. */
function matching(search: string): readonly (SQL | undefined)[] {
  const words = search.split(/\s+/u).filter(Boolean)
  return words.map((word): SQL | undefined => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return or(
      ilike(articles.title, pattern),
      ilike(articles.slug, pattern),
      ilike(articles.searchText, pattern),
    )
  })
}

/** Creates the article and row 1 of its log, in a transaction. False, and nothing is done, when its slug is taken. */
export async function insertArticle(
  db: Handle,
  article: {
    id: string
    slug: string
    lang: string
    title: string
    searchText: string
    createdBy: string
    schemaVersion: number
    now: Date
  },
  seed: Uint8Array,
  /** Client ids in it that belong to its maker. */
  clients: readonly number[] = [],
): Promise<boolean> {
  const { now, ...fields } = article
  const state = { state: 'draft', createdAt: now, changedAt: now, headSeq: 1 }
  const inserted = await db
    .insert(articles)
    .values({ ...fields, ...state, changedBy: article.createdBy })
    .onConflictDoNothing({ target: articles.slug })
    .returning({ id: articles.id })
  if (!inserted.length) return false
  await db.insert(updates).values({
    articleId: article.id,
    seq: 1,
    epoch: 1,
    personId: article.createdBy,
    at: now,
    update: seed,
    checksum: rowChecksum(1, seed),
  })
  const owned = clients.map((clientId) => ({
    ...{ articleId: article.id, clientId, personId: article.createdBy },
  }))
  if (owned.length) await db.insert(clientOwners).values(owned)
  return true
}

export async function setArticleState(db: Handle, id: string, state: State): Promise<void> {
  await db.update(articles).set({ state }).where(eq(articles.id, id))
}

export async function setArticleLang(db: Handle, id: string, lang: string): Promise<void> {
  await db.update(articles).set({ lang }).where(eq(articles.id, id))
}

/** False, and nothing is done, when another article has it. In a statement of its own: a refusal ends a transaction. */
export async function setArticleSlug(db: Handle, id: string, slug: string): Promise<boolean> {
  try {
    await db.update(articles).set({ slug }).where(eq(articles.id, id))
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

const UNIQUE_VIOLATION = '23505'

function isTaken(error: unknown): boolean {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown }
  return code === UNIQUE_VIOLATION || (cause instanceof Error && isTaken(cause))
}

/** The row, locked for this transaction: two who move or publish at once go one after the other. */
export async function lockArticle(db: Handle, id: string): Promise<void> {
  await db.select({ id: articles.id }).from(articles).where(eq(articles.id, id)).for('update')
}

export async function setArticleDigest(
  db: Handle,
  id: string,
  digest: { title: string; searchText?: string },
): Promise<void> {
  await db.update(articles).set(digest).where(eq(articles.id, id))
}

export async function setArticlePeople(
  db: Handle,
  id: string,
  access: { restricted: boolean; assigned: readonly string[]; named: readonly string[] },
): Promise<void> {
  await db.update(articles).set({ restricted: access.restricted }).where(eq(articles.id, id))
  await db.delete(articlePeople).where(eq(articlePeople.articleId, id))
  const rows = (['assigned', 'named'] as const).flatMap((part) =>
    [...new Set(access[part])].map((personId) => ({ articleId: id, personId, part })),
  )
  if (rows.length) await db.insert(articlePeople).values(rows)
}
