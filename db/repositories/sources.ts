import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { sources } from '#db/schema.ts'
import { linkHealth } from '#db/schema-captures.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import type { Reliability, Source, SourceKind, Terms } from '#lib/domain/sourcing/source.ts'
import { type LinkRow, toHealth } from './links.ts'

export type SourceFields = Omit<Source, 'id' | 'publicRevision' | 'retiredAt' | 'link'>

type Row = typeof sources.$inferSelect

const toSource = (row: Row): Source => ({
  id: row.id,
  kind: row.kind as SourceKind,
  title: row.title,
  publicName: row.publicName,
  description: row.description,
  terms: row.terms as Terms,
  wording: row.wording,
  url: row.url,
  reliability: row.reliability as Reliability,
  publicRevision: row.publicRevision,
  retiredAt: row.retiredAt?.toISOString() ?? null,
})

/** What is known of another address than the present one says nothing about this one. */
const withLink = ({ source, link }: { source: Row; link: LinkRow | null }): Source => ({
  ...toSource(source),
  ...(link && link.url === source.url && { link: toHealth(link) }),
})

const selectSources = (db: Handle) =>
  db
    .select({ source: sources, link: linkHealth })
    .from(sources)
    .leftJoin(linkHealth, eq(linkHealth.sourceId, sources.id))

/** Newest first; `search` looks for every word in names and address. */
export async function listSources(
  db: Handle,
  search = '',
  limit = 500,
): Promise<readonly Source[]> {
  const clauses = search
    .split(/\s+/u)
    .filter(Boolean)
    .map((word): SQL | undefined => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return or(
        ilike(sources.title, pattern),
        ilike(sources.publicName, pattern),
        ilike(sources.url, pattern),
      )
    })
  const rows = await selectSources(db)
    .where(and(...clauses))
    .orderBy(desc(sources.changedAt), asc(sources.id))
    .limit(limit)
  return rows.map(withLink)
}

export async function findSources(db: Handle, ids: readonly string[]): Promise<readonly Source[]> {
  // What is no id is no source: PostgreSQL would stumble over a NUL in it.
  const known = ids.filter(isId)
  if (!known.length) return []
  return (await selectSources(db).where(inArray(sources.id, known))).map(withLink)
}

export async function findSourceById(db: Handle, id: string): Promise<Source | null> {
  return (await findSources(db, [id]))[0] ?? null
}

/** Inserts, or returns the source that has the same identity already: two people who add one at once get one. */
export async function insertSource(
  db: Handle,
  source: SourceFields & { id: string; identity: string; createdBy: string },
): Promise<{ readonly source: Source; readonly created: boolean }> {
  const [row] = await db.insert(sources).values(source).onConflictDoNothing().returning()
  if (row) return { source: toSource(row), created: true }
  const [known] = await db.select().from(sources).where(eq(sources.identity, source.identity))
  if (!known) throw new Error('A source was refused as known, but is not there')
  return { source: toSource(known), created: false }
}

/** Inserts many at once; the id that each identity has afterwards. Sorted, so that two who insert at once wait, and do not lock. */
export async function insertSources(
  db: Handle,
  wanted: readonly (SourceFields & { id: string; identity: string; createdBy: string })[],
): Promise<ReadonlyMap<string, string>> {
  const sorted = wanted.toSorted((a, b) => (a.identity < b.identity ? -1 : 1))
  const ids = new Map<string, string>()
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const some = sorted.slice(at, at + AT_ONCE)
    await db.insert(sources).values(some).onConflictDoNothing()
    const rows = await db
      .select({ id: sources.id, identity: sources.identity })
      .from(sources)
      .where(
        inArray(
          sources.identity,
          some.map(({ identity }) => identity),
        ),
      )
    for (const { id, identity } of rows) ids.set(identity, id)
  }
  return ids
}

/** A statement has a limited number of parameters. */
const AT_ONCE = 1_000

/** Changes fields; `moved` says that readers would see a difference. Null when there is no such source. */
export async function updateSource(
  db: Handle,
  id: string,
  fields: Partial<SourceFields> & { identity?: string; retiredAt?: Date | null },
  moved: boolean,
): Promise<Source | null> {
  const [row] = await db
    .update(sources)
    .set({
      ...fields,
      changedAt: new Date(),
      ...(moved && { publicRevision: sql`${sources.publicRevision} + 1` }),
    })
    .where(eq(sources.id, id))
    .returning()
  return row ? toSource(row) : null
}
