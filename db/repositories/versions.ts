import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Handle } from '#db/connection.ts'
import { people, versions } from '#db/schema.ts'
import { storable } from '#db/storable.ts'
import type {
  Change,
  Correction,
  Version,
  VersionOverride,
  VersionRef,
  VersionState,
} from '#lib/domain/publication/version.ts'

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
  row: Pick<Row, 'number' | 'change' | 'note' | 'publishedAt' | 'hash' | 'overrides'> & {
    readonly correction: Correction | null
  },
): VersionRef => ({
  number: row.number,
  change: row.change as Change,
  note: row.note,
  ...(row.correction !== null && { correction: row.correction }),
  publishedAt: row.publishedAt.toISOString(),
  hash: row.hash,
  ...(row.overrides !== null && { overrides: row.overrides as readonly VersionOverride[] }),
})

/** Not a column of its own: it stands in the bytes, and goes with them. */
function correctionIn({ change, canonical }: Row): Correction | null {
  if (change !== 'correction' || !canonical) return null
  return (JSON.parse(canonical) as Version).correction ?? null
}

const toStored = (row: Row): StoredVersion => ({
  ...toRef({ ...row, correction: correctionIn(row) }),
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
  correction: sql<Correction | null>`case when ${versions.change} = 'correction' then nullif(${versions.canonical}, '')::json -> 'correction' end`,
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

/** The same with what has become of each. */
export async function listVersionStates(
  db: Handle,
  articleId: string,
): Promise<readonly VersionState[]> {
  const rows = await db
    .select({ ref: refColumns, at: versions.takenDownAt })
    .from(versions)
    .where(eq(versions.articleId, articleId))
    .orderBy(asc(versions.number))
  return rows.map(({ ref, at }) => ({ ...toRef(ref), takenDownAt: at?.toISOString() ?? null }))
}

/** A version as the newsroom keeps account of it. */
export interface VersionAccount extends VersionRef {
  readonly slug: string
  readonly personName: string
  readonly isSigned: boolean
  readonly takedown: (Takedown & { readonly personName: string }) | null
}

/** Every version of an article with who published it, and who took it down; the newest first. */
export async function accountOfVersions(
  db: Handle,
  articleId: string,
): Promise<readonly VersionAccount[]> {
  const takers = alias(people, 'taker')
  const rows = await db
    .select({
      ...{ ref: refColumns, slug: versions.slug, signature: versions.signature },
      ...{ at: versions.takenDownAt, reason: versions.takedownReason },
      ...{ name: people.name, taker: takers.name },
    })
    .from(versions)
    .innerJoin(people, eq(people.id, versions.publishedBy))
    .leftJoin(takers, eq(takers.id, versions.takenDownBy))
    .where(eq(versions.articleId, articleId))
    .orderBy(desc(versions.number))
  return rows.map(({ ref, slug, signature, at, reason, name, taker }) => ({
    ...toRef(ref),
    ...{ slug, personName: name, isSigned: signature !== null },
    takedown: at && { at: at.toISOString(), reason: reason ?? '', personName: taker ?? '' },
  }))
}

/** Versions whose words stand, of all articles, in an order that stays, after one of them. */
export async function pageOfStanding(
  db: Handle,
  after: { readonly articleId: string; readonly number: number } | null,
  limit: number,
): Promise<readonly Pick<StoredVersion, 'articleId' | 'slug' | 'number' | 'canonical'>[]> {
  const { articleId, number, slug, canonical } = versions
  return db
    .select({ articleId, number, slug, canonical })
    .from(versions)
    .where(
      and(
        isNull(versions.takenDownAt),
        after ? sql`(${articleId}, ${number}) > (${after.articleId}, ${after.number})` : undefined,
      ),
    )
    .orderBy(asc(articleId), asc(number))
    .limit(limit)
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

/** Every version of every article, one after another: a year of them need not fit into memory. */
export async function* eachVersion(db: Handle): AsyncGenerator<StoredVersion> {
  const { articleId, number } = versions
  const keys = await db.select({ articleId, number }).from(versions).orderBy(articleId, number)
  for (const key of keys) {
    const wanted = and(eq(articleId, key.articleId), eq(number, key.number))
    const [row] = await db.select().from(versions).where(wanted)
    if (row) yield toStored(row)
  }
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
  const { articleId, slug, number, publishedAt, change, canonical } = versions
  const latest = db
    .selectDistinctOn([articleId], { articleId, slug, number, publishedAt, change, canonical })
    .from(versions)
    .orderBy(articleId, desc(number))
    .as('latest')
  const rows = await db
    .select({
      ...{ articleId: latest.articleId, slug: latest.slug, number: latest.number },
      ...{ publishedAt: latest.publishedAt, change: latest.change },
      // Of the version, not of the article: the draft's headline is not public. Read once, for a record is long.
      said: sql<PublishedWords | null>`(
        select json_build_object(
          'headline', headline, 'lang', lang, 'firstPublishedAt', "firstPublishedAt",
          'section', section, 'byline', byline, 'reviewers', reviewers,
          'sources', json_array_length(sources),
          'standfirst', coalesce((
            select block ->> 'text' from json_array_elements(blocks) with ordinality as one (block, place)
            where block ->> 'role' = 'standfirst' and trim(block ->> 'text') <> ''
            order by place limit 1), ''))
        from json_to_record(nullif(${latest.canonical}, '')::json) as record (
          headline text, lang text, "firstPublishedAt" text, section text, byline text,
          reviewers integer, sources json, blocks json)
        where headline is not null)`,
    })
    .from(latest)
  return rows
    .flatMap(({ said, change: kind, ...row }) =>
      said ? [{ ...row, ...said, change: kind as Change }] : [],
    )
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
}

/** What the list of articles tells of a version beside its number and time. */
interface PublishedWords {
  readonly headline: string
  readonly lang: string
  /** ISO 8601. */
  readonly firstPublishedAt: string
  readonly section: string
  readonly byline: string
  /** Empty: it has none. */
  readonly standfirst: string
  readonly reviewers: number
  /** How many it cites. */
  readonly sources: number
}

/** The number of the newest version of each article that has one. */
export async function newestVersions(
  db: Handle,
): Promise<ReadonlyMap<string, Pick<VersionRef, 'number' | 'change'>>> {
  const rows = await db
    .selectDistinctOn([versions.articleId], {
      ...{ id: versions.articleId, number: versions.number, change: versions.change },
    })
    .from(versions)
    .orderBy(versions.articleId, desc(versions.number))
  return new Map(rows.map(({ id, number, change }) => [id, { number, change: change as Change }]))
}
