import { and, desc, eq, inArray, isNotNull, lte, max, notInArray, or, type SQL } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { captures } from '#db/schema-captures.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import type { Capture, CaptureKind, ListedCapture } from '#lib/domain/sourcing/capture.ts'

import { familyOf } from './source-rows.ts'

type Row = typeof captures.$inferSelect

const toCapture = ({ at, kind, headers, ...row }: Row): Capture => ({
  ...row,
  kind: kind as CaptureKind,
  headers: headers as Capture['headers'],
  at: at.toISOString(),
})

export async function insertCapture(
  db: Handle,
  { at, authors, ...capture }: Capture,
): Promise<Capture> {
  const [row] = await db
    .insert(captures)
    .values({ ...capture, authors: [...authors], at: new Date(at) })
    .returning()
  if (!row) throw new Error('A capture was inserted and did not come back')
  return toCapture(row)
}

/** Newest first. */
export async function listCaptures(
  db: Handle,
  sourceId: string,
  limit = 100,
): Promise<readonly ListedCapture[]> {
  if (!isId(sourceId)) return []
  const rows = await selectCaptures(db)
    .where(inArray(captures.sourceId, [...(await familyOf(db, sourceId))]))
    .orderBy(desc(captures.at), desc(captures.id))
    .limit(limit)
  return rows.map(toListed)
}

/** What was fetched at an address of a source up to a time, the last of it; `hash`: with these bytes. */
export async function lastFetched(
  db: Handle,
  sourceId: string,
  { url, until, hash }: { readonly url: string; readonly until: string; readonly hash?: string },
): Promise<Capture | null> {
  if (!isId(sourceId)) return null
  const [row] = await db
    .select()
    .from(captures)
    .where(
      and(
        inArray(captures.sourceId, [...(await familyOf(db, sourceId))]),
        eq(captures.kind, 'fetched'),
        eq(captures.askedUrl, url),
        lte(captures.at, new Date(until)),
        hash === undefined ? undefined : eq(captures.rawHash, hash),
      ),
    )
    .orderBy(desc(captures.at), desc(captures.id))
    .limit(1)
  return row ? toCapture(row) : null
}

/** Null when this source has no such capture. */
export async function findCapture(
  db: Handle,
  sourceId: string,
  captureId: string,
): Promise<ListedCapture | null> {
  if (!isId(sourceId) || !isId(captureId)) return null
  const [row] = await selectCaptures(db).where(
    and(
      inArray(captures.sourceId, [...(await familyOf(db, sourceId))]),
      eq(captures.id, captureId),
    ),
  )
  return row ? toListed(row) : null
}

const selectCaptures = (db: Handle) =>
  db
    .select({ capture: captures, personName: people.name })
    .from(captures)
    .leftJoin(people, eq(people.id, captures.personId))

function toListed({ capture, personName }: { capture: Row; personName: string | null }) {
  return { ...toCapture(capture), personName }
}

/** Whether a source has a copy that can be read, wherever it came from. */
export async function hasText(db: Handle, sourceId: string): Promise<boolean> {
  const rows = await db
    .select({ id: captures.id })
    .from(captures)
    .where(
      and(
        inArray(captures.sourceId, [...(await familyOf(db, sourceId))]),
        isNotNull(captures.textHash),
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Hashes of the texts of a source's copies, wherever they came from, each once, newest first. */
export const listCopyHashes = (db: Handle, sourceId: string, limit: number) =>
  textHashesOf(db, sourceId, limit)

/** Hashes of the texts that stood at this address of a source, each once, newest first. */
export const listTextHashes = (
  db: Handle,
  { id, url }: { readonly id: string; readonly url: string },
  limit: number,
) =>
  textHashesOf(
    db,
    id,
    limit,
    eq(captures.kind, 'fetched'),
    // A page that has moved for good stood there already when the old address was asked.
    or(eq(captures.askedUrl, url), eq(captures.finalUrl, url)),
  )

async function textHashesOf(
  db: Handle,
  sourceId: string,
  limit: number,
  ...which: readonly (SQL | undefined)[]
): Promise<readonly string[]> {
  const family = [...(await familyOf(db, sourceId))]
  const rows = await db
    .select({ hash: captures.textHash })
    .from(captures)
    .where(and(inArray(captures.sourceId, family), isNotNull(captures.textHash), ...which))
    .groupBy(captures.textHash)
    .orderBy(desc(max(captures.at)), desc(captures.textHash))
    .limit(limit)
  return rows.flatMap(({ hash }) => hash ?? [])
}

/** Sources, by their own ids, that have a file which one of these has too. */
export async function withSameFile(db: Handle, ids: readonly string[]): Promise<readonly string[]> {
  const own = db
    .select({ hash: captures.rawHash })
    .from(captures)
    .where(inArray(captures.sourceId, [...ids]))
  const rows = await db
    .selectDistinct({ id: captures.sourceId })
    .from(captures)
    .where(and(inArray(captures.rawHash, own), notInArray(captures.sourceId, [...ids])))
  return rows.map(({ id }) => id)
}

/** Sources, by their own ids, that have the file of this SHA-256. */
export async function withFile(db: Handle, rawHash: string): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ id: captures.sourceId })
    .from(captures)
    .where(eq(captures.rawHash, rawHash))
    .limit(20)
  return rows.map(({ id }) => id)
}
