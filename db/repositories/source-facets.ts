import { and, asc, desc, eq, gt, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { articles, sources } from '#db/schema.ts'
import { linkHealth } from '#db/schema-captures.ts'
import { citedSources } from '#db/schema-sources.ts'
import { vaultIdentities } from '#db/schema-vault.ts'
import { cut, type Page, type PageWish } from '#lib/domain/shared/page.ts'
import {
  type Chosen,
  FACET_NAMES,
  type Facet,
  type FacetCounts,
  NONE,
  noCounts,
} from '#lib/domain/sourcing/facets.ts'
import { DEAD_AFTER } from '#lib/domain/sourcing/link-state.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { isSeenBy } from './cited-sources.ts'
import { selectSources } from './source-rows.ts'
import { matching } from './source-words.ts'

/** What the registry is narrowed to, and for whom: a source is used where they may see it. Null: nowhere. */
export interface RegistryFilter {
  readonly search: string
  readonly chosen: Chosen
  readonly personId: string | null
  readonly since?: Date | undefined
}

/** The facets of a record as the domain has them: `facetsOf`. */
function valuesFor(personId: string | null): Readonly<Record<Facet, SQL>> {
  const { kind, reliability, reliabilityAt, primacy, retiredAt } = sources
  const dead = sql`case when ${linkHealth.isGone} then ${DEAD_AFTER.gone}::integer else ${DEAD_AFTER.silent}::integer end`
  return {
    kind: sql`${kind}`,
    reliability: sql`case when ${reliability} = 'F' and ${reliabilityAt} is null then ${NONE}::text else ${reliability} end`,
    primacy: sql`coalesce(${primacy}, ${NONE}::text)`,
    link: sql`case when ${linkHealth.url} is null or ${linkHealth.url} is distinct from ${sources.url} then ${NONE}::text
      when ${linkHealth.failures} >= ${dead} then 'dead'
      when cardinality(${linkHealth.lost}) > 0 then 'changed'
      when ${linkHealth.movedTo} is not null then 'moved' else 'ok' end`,
    used: flag(personId === null ? sql`false` : sql`${sources.id} in (${usedBy(personId)})`),
    confidential: flag(sql`${vaultIdentities.sourceId} is not null`),
    retired: flag(sql`${retiredAt} is not null`),
  }
}

const flag = (test: SQL) => sql`case when ${test} then 'true' else 'false' end`

/** Records that are cited, under any of their ids, in articles that this person may see [USE1]. */
function usedBy(personId: string): SQL {
  return sql`with recursive up (id, into_id) as (
    select s.id, s.merged_into from "source" s where s.id in (
      select unnest(${citedSources.sourceIds}) from ${citedSources}
      join ${articles} on ${articles.id} = ${citedSources.articleId} where ${isSeenBy(personId)})
    union select s.id, s.merged_into from "source" s join up on s.id = up.into_id
  ) select id from up where into_id is null`
}

/** The choices of each facet, as conditions. */
function clausesOf({ chosen, personId }: RegistryFilter): ReadonlyMap<Facet, SQL> {
  const values = valuesFor(personId)
  return new Map(
    FACET_NAMES.flatMap((facet) => {
      const wanted = chosen[facet]
      return wanted?.length ? [[facet, inArray(values[facet], [...wanted])] as const] : []
    }),
  )
}

/** Records, no aliases: those in use first, then the best match, then the newest change. */
export async function listRegistry(
  db: Handle,
  filter: RegistryFilter,
  limit: number,
): Promise<readonly Source[]> {
  const { matches, rank } = await matching(db, filter.search)
  const order = [
    sql`(${sources.retiredAt} is not null) asc`,
    ...rank,
    desc(sources.changedAt),
    asc(sources.id),
  ]
  const where = and(isNull(sources.mergedInto), ...matches, ...clausesOf(filter).values())
  return selectSources(db, where, { order, limit })
}

/** Records in the order of their ids, so that none is missed while others come. */
export async function pageSources(
  db: Handle,
  filter: RegistryFilter,
  { limit, after }: PageWish,
): Promise<Page<Source>> {
  const { matches } = await matching(db, filter.search)
  const clauses = [
    isNull(sources.mergedInto),
    ...matches,
    ...clausesOf(filter).values(),
    after ? gt(sources.id, String(after[0])) : undefined,
    filter.since ? gte(sources.changedAt, filter.since) : undefined,
  ]
  const order = [asc(sources.id)]
  const found = await selectSources(db, and(...clauses), { order, limit: limit + 1 })
  return cut(found, limit, ({ id }) => [id])
}

const TOTAL = 'total'

/** How many records each choice would show, and how many are shown now: one look at the table [FAC1]. */
export async function countSources(
  db: Handle,
  filter: RegistryFilter,
): Promise<{ readonly counts: FacetCounts; readonly total: number }> {
  const values = valuesFor(filter.personId)
  const { matches } = await matching(db, filter.search)
  const since = filter.since ? gte(sources.changedAt, filter.since) : undefined
  const columns = FACET_NAMES.map((facet) => sql`${values[facet]} as ${name(facet)}`)
  const base = sql`select ${sql.join(columns, sql`, `)} from ${sources}
    left join ${linkHealth} on ${eq(linkHealth.sourceId, sources.id)}
    left join ${vaultIdentities} on ${eq(vaultIdentities.sourceId, sources.id)}
    where ${and(isNull(sources.mergedInto), ...matches, since)}`
  const groups = FACET_NAMES.map(
    (facet) =>
      sql`select ${facet}::text as facet, ${name(facet)} as value, count(*)::integer as count from base where ${fitting(filter.chosen, facet)} group by ${name(facet)}`,
  )
  const total = sql`select ${TOTAL}::text, '', count(*)::integer from base where ${fitting(filter.chosen, null)}`
  const query = sql`(with base as materialized (${base}) ${sql.join([...groups, total], sql` union all `)}) as counted`
  const rows = await db
    .select({
      facet: sql<Facet | typeof TOTAL>`counted.facet`,
      value: sql<string>`counted.value`,
      count: sql<number>`counted.count`,
    })
    .from(query)
  return read(rows)
}

const name = (facet: Facet) => sql.identifier(`of_${facet}`)

/** A row of `base` fits the choices, but for those of one facet. */
function fitting(chosen: Chosen, except: Facet | null): SQL {
  const clauses = FACET_NAMES.flatMap((facet) => {
    const wanted = chosen[facet]
    return wanted?.length && facet !== except ? [inArray(sql`${name(facet)}`, [...wanted])] : []
  })
  return and(...clauses) ?? sql`true`
}

function read(
  rows: readonly { readonly facet: Facet | typeof TOTAL; value: string; count: number }[],
) {
  const counts = noCounts()
  let total = 0
  for (const { facet, value, count } of rows) {
    if (facet === TOTAL) total = count
    else counts[facet][value] = count
  }
  return { counts, total }
}
