import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { sources } from '#db/schema.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import type { Candidate } from '#lib/domain/sourcing/duplicates.ts'
import { hardKeys } from '#lib/domain/sourcing/duplicates.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { foldedWords } from '#lib/domain/text/fold.ts'
import {
  aliasesOf,
  fillIndex,
  indexOf,
  resolveAliases,
  type SourceFields,
  selectSources,
  toSource,
} from './source-rows.ts'
import { matching } from './source-words.ts'

type NewRow = SourceFields & {
  id: string
  identity: string
  doiIdentity?: string | null
  isbnIdentity?: string | null
  createdBy: string
  /** When its reliability was judged. */
  judgedAt?: Date | null
}

/**
 * Records, no aliases; newest change first. With words, those that have every one of them, the last also as a beginning; case and
 * diacritics do not count, marks do [SRC5]. The best first.
 */
export async function listSources(
  db: Handle,
  search = '',
  limit = 500,
): Promise<readonly Source[]> {
  const newest = [desc(sources.changedAt), asc(sources.id)]
  const { matches, rank } = await matching(db, search)
  return selectSources(db, and(isNull(sources.mergedInto), ...matches), {
    order: [...rank, ...newest],
    limit,
  })
}

/** For an open article: records, and the aliases under which it may cite them. */
export async function listWithAliases(db: Handle, limit: number): Promise<readonly Source[]> {
  const aliases = await selectSources(db, isNotNull(sources.mergedInto), { limit })
  return [...(await listSources(db, '', limit)), ...(await resolveAliases(db, aliases))]
}

/** Records that may be the same as a candidate: those with a key of it, and those most like it in their words. */
export async function findLike(db: Handle, candidate: Candidate): Promise<readonly Source[]> {
  await fillIndex(db)
  const keys = [...hardKeys(candidate)]
  const words = [...new Set(foldedWords(candidate.title))].slice(0, 20)
  const query = sql`to_tsquery('simple', ${words.join(' | ')})`
  const sameKey = keys.length
    ? await selectSources(
        db,
        sql`${sources.keys} && array[${sql.join(
          keys.map((key) => sql`${key}`),
          sql`, `,
        )}]::text[]`,
      )
    : []
  const sameWords = words.length
    ? await selectSources(db, and(isNull(sources.mergedInto), sql`${sources.search} @@ ${query}`), {
        order: [sql`ts_rank(${sources.search}, ${query}) desc`, asc(sources.id)],
        limit: 50,
      })
    : []
  const all = [...(await resolveAliases(db, sameKey)), ...sameWords]
  return [...new Map(all.map((source) => [source.mergedInto ?? source.id, source])).values()]
}

export async function findSources(db: Handle, ids: readonly string[]): Promise<readonly Source[]> {
  // What is no id is no source: PostgreSQL would stumble over a NUL in it.
  const known = ids.filter(isId)
  if (!known.length) return []
  return resolveAliases(db, await selectSources(db, inArray(sources.id, known)))
}

export async function findSourceById(db: Handle, id: string): Promise<Source | null> {
  return (await findSources(db, [id]))[0] ?? null
}

/** Inserts, or returns the source that has the same identity already: two people who add one at once get one. */
export async function insertSource(
  db: Handle,
  source: NewRow,
): Promise<{ readonly source: Source; readonly created: boolean }> {
  const { judgedAt: reliabilityAt = null, ...fields } = source
  const values = { ...fields, reliabilityAt, ...indexOf(source) }
  const [row] = await db.insert(sources).values(values).onConflictDoNothing().returning()
  if (row) return { source: toSource(row), created: true }
  const [same] = await selectSources(db, sameAs([source]))
  // It was added under this id before, and called something else since.
  const [known] = same ? [same] : await selectSources(db, eq(sources.id, source.id))
  if (!known) throw new Error('A source was refused as known, but is not there')
  const [found = known] = await resolveAliases(db, [known])
  // What is an alias by now leads to its record.
  const record = found.mergedInto ? await findSourceById(db, found.mergedInto) : found
  return { source: record ?? found, created: false }
}

/** Inserts many at once; the id that each identity has afterwards. Sorted, so that two who insert at once wait, and do not lock. */
export async function insertSources(
  db: Handle,
  wanted: readonly NewRow[],
): Promise<ReadonlyMap<string, string>> {
  const sorted = wanted.toSorted((a, b) => (a.identity < b.identity ? -1 : 1))
  const ids = new Map<string, string>()
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const some = sorted.slice(at, at + AT_ONCE)
    await db
      .insert(sources)
      .values(some.map((source) => ({ ...source, ...indexOf(source) })))
      .onConflictDoNothing()
    const rows = await db
      .select({
        ...{ id: sources.id, mergedInto: sources.mergedInto },
        ...{ identity: sources.identity, doi: sources.doiIdentity, isbn: sources.isbnIdentity },
      })
      .from(sources)
      .where(sameAs(some))
    const records = await findSources(
      db,
      rows.flatMap((row) => (row.mergedInto ? row.id : [])),
    )
    const recordOf = new Map(records.map((source) => [source.id, source.mergedInto]))
    for (const { identity, doiIdentity, isbnIdentity } of some) {
      const same =
        rows.find((row) => row.identity === identity) ??
        rows.find((row) => isOne(row.doi, doiIdentity) || isOne(row.isbn, isbnIdentity))
      if (same) ids.set(identity, recordOf.get(same.id) ?? same.id)
    }
  }
  return ids
}

type Identities = Pick<NewRow, 'identity' | 'doiIdentity' | 'isbnIdentity'>

/** Records that are one source with one of these [SRC2, SRC13]. */
function sameAs(wanted: readonly Identities[]) {
  const given = (of: (one: Identities) => string | null | undefined) =>
    wanted.flatMap((one) => of(one) ?? [])
  return or(
    inArray(
      sources.identity,
      given(({ identity }) => identity),
    ),
    inArray(
      sources.doiIdentity,
      given(({ doiIdentity }) => doiIdentity),
    ),
    inArray(
      sources.isbnIdentity,
      given(({ isbnIdentity }) => isbnIdentity),
    ),
  )
}

const isOne = (a: string | null, b: string | null | undefined) => a !== null && a === b

/** A statement has a limited number of parameters. */
const AT_ONCE = 1_000

/** Changes fields of a record; `moved` says that readers would see a difference, of its aliases too. Null when there is no such source. */
export async function updateSource(
  db: Handle,
  id: string,
  fields: Partial<SourceFields> & {
    identity?: string
    doiIdentity?: string | null
    isbnIdentity?: string | null
    retiredAt?: Date | null
    retiredReason?: string
    reliabilityAt?: Date
  },
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
  if (!row) return null
  await db
    .update(sources)
    .set(indexOf(toSource(row)))
    .where(eq(sources.id, id))
  if (moved) await raiseRevisions(db, await aliasesOf(db, id))
  return toSource(row)
}

/** Says of ids that readers see another thing behind them now. */
export async function raiseRevisions(db: Handle, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await db
    .update(sources)
    .set({ publicRevision: sql`${sources.publicRevision} + 1`, changedAt: new Date() })
    .where(inArray(sources.id, [...ids]))
}
