import { and, asc, desc, eq, isNull, max, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { versions } from '#db/schema.ts'
import { storable } from '#db/storable.ts'
import type { Change, VersionOverride, VersionRef } from '#lib/domain/publication/version.ts'

/** A version as it was frozen: its bytes and what stands about it. */
export interface StoredVersion extends VersionRef {
  readonly articleId: string
  readonly slug: string
  readonly canonical: string
  readonly body: string
  /** Detached JWS over the hash; null: published before versions were signed. */
  readonly signature: string | null
  /** Null while it stands. Taken down, it has no words any more. */
  readonly takedown: Takedown | null
}

/** A version was taken down for reasons of law: when, and why, as readers are told. */
export interface Takedown {
  readonly at: string
  readonly reason: string
}

type Row = typeof versions.$inferSelect

const toRef = (
  row: Pick<Row, 'number' | 'change' | 'note' | 'publishedAt' | 'hash' | 'overrides'>,
): VersionRef => ({
  number: row.number,
  change: row.change as Change,
  note: row.note,
  publishedAt: row.publishedAt.toISOString(),
  hash: row.hash,
  ...(row.overrides !== null && { overrides: row.overrides as readonly VersionOverride[] }),
})

const toStored = (row: Row): StoredVersion => ({
  ...toRef(row),
  articleId: row.articleId,
  slug: row.slug,
  canonical: row.canonical,
  body: row.body,
  signature: row.signature,
  takedown:
    row.takenDownAt === null
      ? null
      : { at: row.takenDownAt.toISOString(), reason: row.takedownReason ?? '' },
})

const refColumns = {
  number: versions.number,
  change: versions.change,
  note: versions.note,
  publishedAt: versions.publishedAt,
  hash: versions.hash,
  overrides: versions.overrides,
}

/** Oldest first. */
export async function listVersions(db: Handle, articleId: string): Promise<readonly VersionRef[]> {
  const rows = await db
    .select(refColumns)
    .from(versions)
    .where(eq(versions.articleId, articleId))
    .orderBy(asc(versions.number))
  return rows.map(toRef)
}

/** The version with this number, or the latest; null when the address knows none. */
export async function findVersion(
  db: Handle,
  slug: string,
  number: number | null,
): Promise<StoredVersion | null> {
  const wanted =
    number === null
      ? eq(versions.slug, slug)
      : and(eq(versions.slug, slug), eq(versions.number, number))
  const [row] = await db
    .select()
    .from(versions)
    .where(wanted)
    .orderBy(desc(versions.number))
    .limit(1)
  return row ? toStored(row) : null
}

/** Canonical bytes of the versions at this address that hold these letters and digits somewhere. */
export async function listCanonicalWith(
  db: Handle,
  slug: string,
  letters: string,
): Promise<readonly string[]> {
  const rows = await db
    .select({ canonical: versions.canonical })
    .from(versions)
    .where(and(eq(versions.slug, slug), sql`position(${letters} in ${versions.canonical}) > 0`))
  return rows.map(({ canonical }) => canonical)
}

/** Canonical bytes of an article's versions whose words stand, oldest first. */
export async function listCanonical(db: Handle, articleId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ canonical: versions.canonical })
    .from(versions)
    .where(and(eq(versions.articleId, articleId), isNull(versions.takenDownAt)))
    .orderBy(asc(versions.number))
  return rows.map(({ canonical }) => canonical)
}

/** Numbers of an article's versions whose words stand, in order. */
export async function standingVersions(db: Handle, articleId: string): Promise<readonly number[]> {
  const rows = await db
    .select({ number: versions.number })
    .from(versions)
    .where(and(eq(versions.articleId, articleId), isNull(versions.takenDownAt)))
    .orderBy(asc(versions.number))
  return rows.map(({ number }) => number)
}

export async function insertVersion(
  db: Handle,
  version: typeof versions.$inferInsert,
): Promise<void> {
  await db.insert(versions).values(version)
}

/** False: there is none that stands. The database lets words go by this function alone. */
export async function takeDown(
  db: Handle,
  act: {
    readonly articleId: string
    readonly number: number
    readonly by: string
    readonly reason: string
    readonly now: Date
  },
): Promise<boolean> {
  const { articleId, number, by, reason, now } = act
  const [row] = await db
    .select({
      done: sql<boolean>`galley_take_down(${articleId}, ${number}, ${by}, ${storable(reason)}, ${now.toISOString()}::timestamptz)`,
    })
    .from(sql`(select 1) as once`)
  return row?.done === true
}

/** The latest version of every published article, newest first: the front page. One that was taken down has no words to list. */
export async function listPublished(db: Handle) {
  const rows = await db
    .selectDistinctOn([versions.articleId], {
      articleId: versions.articleId,
      slug: versions.slug,
      number: versions.number,
      publishedAt: versions.publishedAt,
      // Of the version, not of the article: the draft's headline is not public.
      headline: sql<string | null>`nullif(${versions.canonical}, '')::json ->> 'headline'`,
      lang: sql<string | null>`nullif(${versions.canonical}, '')::json ->> 'lang'`,
      firstPublishedAt: sql<
        string | null
      >`nullif(${versions.canonical}, '')::json ->> 'firstPublishedAt'`,
      change: versions.change,
    })
    .from(versions)
    .orderBy(versions.articleId, desc(versions.number))
  return rows
    .flatMap(({ headline, lang, firstPublishedAt, change, ...row }) =>
      headline === null || lang === null || firstPublishedAt === null
        ? []
        : [{ ...row, headline, lang, firstPublishedAt, change: change as Change }],
    )
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
}

/** The number of the newest version of each article that has one. */
export async function newestVersions(db: Handle): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: versions.articleId, number: max(versions.number) })
    .from(versions)
    .groupBy(versions.articleId)
  return new Map(rows.map(({ id, number }) => [id, number ?? 0]))
}
