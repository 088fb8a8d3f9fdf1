import { and, eq, inArray, isNull, like, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { sources } from '#db/schema.ts'
import { linkHealth } from '#db/schema-captures.ts'
import { vaultIdentities } from '#db/schema-vault.ts'
import { cleanCsl } from '#lib/domain/sourcing/csl-fields.ts'
import { textOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import { hardKeys } from '#lib/domain/sourcing/duplicates.ts'
import {
  type Interview,
  type Primacy,
  type Reliability,
  recordOf,
  type Source,
  type SourceKind,
  type Terms,
} from '#lib/domain/sourcing/source.ts'
import { foldedWords } from '#lib/domain/text/fold.ts'
import { hasLogin, withoutLogin } from '#lib/domain/text/safe-href.ts'
import { type LinkRow, toHealth } from './links.ts'

export type SourceFields = Omit<
  Source,
  | 'id'
  | 'publicRevision'
  | 'retiredAt'
  | 'link'
  | 'mergedInto'
  | 'retiredReason'
  | 'reliabilityAt'
  | 'confidential'
>

export type SourceRow = typeof sources.$inferSelect

export const toSource = (row: SourceRow): Source => ({
  id: row.id,
  kind: row.kind as SourceKind,
  title: row.title,
  publicName: row.publicName,
  description: row.description,
  terms: row.terms as Terms,
  wording: row.wording,
  url: row.url && readAddress(row.url),
  reliability: row.reliability as Reliability,
  publicRevision: row.publicRevision,
  retiredAt: row.retiredAt?.toISOString() ?? null,
  edition: row.edition,
  retiredReason: row.retiredReason,
  primacy: row.primacy as Primacy | null,
  origin: row.origin,
  reliabilityReason: row.reliabilityReason,
  reliabilityAt: row.reliabilityAt?.toISOString() ?? null,
  interviews: interviewsIn(row.interviews),
  // Cleaned again, for the database keeps no order of fields.
  csl: cleanCsl(row.csl),
  ...(row.mergedInto && { mergedInto: row.mergedInto }),
})

/** One that stands alone is from before there could be several. */
function interviewsIn(value: unknown): readonly Interview[] {
  const all = Array.isArray(value) ? value : value ? [value] : []
  return all.map((one: Interview) => ({ ...one, timecodes: one.timecodes ?? '' }))
}

/** Some were added before logins were refused: nobody gets one [SRC6]. */
function readAddress(url: string): string {
  return URL.canParse(url) && hasLogin(url) ? withoutLogin(url) : url
}

/** Records whose address still has a name or password in it, as it stands in the table. */
export async function listLoginAddresses(
  db: Handle,
  id?: string,
): Promise<readonly { readonly id: string; readonly url: string }[]> {
  const rows = await db
    .select({ id: sources.id, url: sources.url })
    .from(sources)
    .where(and(like(sources.url, '%://%@%'), id === undefined ? undefined : eq(sources.id, id)))
  return rows.flatMap((row) => {
    const { url } = row
    return url && readAddress(url) !== url ? [{ id: row.id, url }] : []
  })
}

/** What is known of another address than the present one says nothing about this one. */
const withLink = ({ source, link, locked }: Found): Source => ({
  ...toSource(source),
  ...(link && link.url === source.url && { link: toHealth(link) }),
  ...(locked !== null && { confidential: true }),
})

interface Found {
  readonly source: SourceRow
  readonly link: LinkRow | null
  /** Its own id, when who it is is locked up. */
  readonly locked: string | null
}

/** Records as they stand in the table, with the health of their links. */
export async function selectSources(
  db: Handle,
  where: SQL | undefined,
  { order = [] as readonly SQL[], limit = 100_000 } = {},
): Promise<readonly Source[]> {
  const rows = await db
    .select({ source: sources, link: linkHealth, locked: vaultIdentities.sourceId })
    .from(sources)
    .leftJoin(linkHealth, eq(linkHealth.sourceId, sources.id))
    .leftJoin(vaultIdentities, eq(vaultIdentities.sourceId, sources.id))
    .where(where)
    .orderBy(...order)
    .limit(limit)
  return rows.map(withLink)
}

/**
 * Aliases say what the record that they were merged into says, under their own id and with their own count of what readers
 * saw: so citations of them go on, and approvals end when what they show is another thing [MRG1].
 */
export async function resolveAliases(
  db: Handle,
  found: readonly Source[],
): Promise<readonly Source[]> {
  const known = new Map(found.map((source) => [source.id, source]))
  for (;;) {
    const missing = [...known.values()].flatMap(({ mergedInto }) =>
      mergedInto && !known.has(mergedInto) ? mergedInto : [],
    )
    if (!missing.length) break
    const more = await selectSources(db, inArray(sources.id, [...new Set(missing)]))
    if (!more.length) throw new Error('A source was merged into one that is not there')
    for (const source of more) known.set(source.id, source)
  }
  return found.map((source) => {
    let record = source
    while (record.mergedInto) record = known.get(record.mergedInto) ?? raiseLost(record)
    if (record === source) return source
    const { id, publicRevision } = source
    return { ...record, id, publicRevision, mergedInto: record.id }
  })
}

function raiseLost({ id }: Source): never {
  throw new Error(`The record behind source ${id} is not there`)
}

/** An id with all ids that are one record with it: the record first. */
export async function familyOf(db: Handle, id: string): Promise<readonly string[]> {
  const [found] = await resolveAliases(db, await selectSources(db, eq(sources.id, id)))
  if (!found) return [id]
  return [recordOf(found), ...(await aliasesOf(db, recordOf(found)))]
}

/** Every id that leads to a record, also by way of another. */
export async function aliasesOf(db: Handle, id: string): Promise<readonly string[]> {
  const all: string[] = []
  for (let wave = [id]; wave.length; ) {
    const rows = await db
      .select({ id: sources.id })
      .from(sources)
      .where(inArray(sources.mergedInto, wave))
    wave = rows.map((row) => row.id)
    all.push(...wave)
  }
  return all
}

type Indexed = Pick<Source, 'title' | 'publicName' | 'description' | 'url'> &
  Partial<Pick<Source, 'edition' | 'csl'>>

/** By which words and duplicates are found; written with every record. */
export function indexOf(source: Indexed): { keys: string[]; search: SQL } {
  const { title, publicName, description, url, edition = '', csl } = source
  const rest = [publicName, description, url ?? '', edition, textOfCsl(csl)].join(' ')
  const words = (text: string) => foldedWords(text).join(' ')
  return {
    keys: [...hardKeys(source)],
    search: sql`setweight(to_tsvector('simple', ${words(title)}), 'A') || setweight(to_tsvector('simple', ${words(rest)}), 'C')`,
  }
}

/** Records of a program that had no index get theirs before something is looked for. */
export async function fillIndex(db: Handle): Promise<void> {
  for (;;) {
    const rows = await db.select().from(sources).where(isNull(sources.search)).limit(500)
    for (const row of rows)
      await db
        .update(sources)
        .set(indexOf(toSource(row)))
        .where(eq(sources.id, row.id))
    if (rows.length < 500) return
  }
}
