import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { articles, audit, people, sources } from '#db/schema.ts'
import { moments } from '#db/schema-history.ts'
import { pastSources } from '#db/schema-sources.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

/** Who did something, and when. */
export interface Done {
  readonly at: string
  readonly personName: string
}

export interface RetiredSource extends Done {
  readonly id: string
  readonly title: string
}

/** Withdrawn sources, the last one first. Who did it is known to the audit trail. */
export async function listRetired(db: Handle): Promise<readonly RetiredSource[]> {
  const rows = await db
    .select({ id: sources.id, title: sources.title, at: sources.retiredAt })
    .from(sources)
    .where(and(isNotNull(sources.retiredAt), isNull(sources.mergedInto)))
    .orderBy(desc(sources.retiredAt))
    .limit(LIMIT)
  if (!rows.length) return []
  const wanted = rows.map(({ id }) => id)
  const entries = await db
    .select({ source: sourceOf, at: audit.at, name: people.name })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(and(eq(audit.action, 'source.changed'), inArray(sourceOf, wanted)))
    .orderBy(audit.seq)
  return rows.map(({ id, title, at: retiredAt }) => {
    const at = retiredAt ?? new Date(0)
    // Stamped within the same task: the first entry from then on is the one.
    const entry = entries.find((each) => each.source === id && each.at >= at)
    return { id, title, at: at.toISOString(), personName: entry?.name ?? 'Somebody' }
  })
}

const sourceOf = sql<string>`${audit.detail}->>'source'`
const LIMIT = 200

export interface PastSource extends Done {
  readonly id: string
  readonly sourceId: string
  readonly fields: Source
}

/** Keeps what a source said, in the transaction that changes it. */
export async function keepPastSource(
  db: Handle,
  past: { id: string; fields: Source; personId: string; at: Date },
): Promise<void> {
  await db.insert(pastSources).values({ ...past, sourceId: past.fields.id })
}

/** What sources said before they were changed, the last change first. */
export async function listPastSources(db: Handle): Promise<readonly PastSource[]> {
  const rows = await db
    .select({ past: pastSources, name: people.name })
    .from(pastSources)
    .innerJoin(people, eq(people.id, pastSources.personId))
    .orderBy(desc(pastSources.at), desc(pastSources.id))
    .limit(LIMIT)
  return rows.map(toPast)
}

function toPast(row: { past: typeof pastSources.$inferSelect; name: string }): PastSource {
  const { id, sourceId, fields, at } = row.past
  return { id, sourceId, fields: fields as Source, at: at.toISOString(), personName: row.name }
}

/** What one source said before, the last change first. */
export async function listPastOf(db: Handle, sourceId: string): Promise<readonly PastSource[]> {
  const rows = await db
    .select({ past: pastSources, name: people.name })
    .from(pastSources)
    .innerJoin(people, eq(people.id, pastSources.personId))
    .where(eq(pastSources.sourceId, sourceId))
    .orderBy(desc(pastSources.at), desc(pastSources.id))
    .limit(LIMIT)
  return rows.map(toPast)
}

/**
 * Takes the words out of what a source said before, where something in it must not be known; that it was changed, by whom and when,
 * stays.
 */
export async function hidePastSources(
  db: Handle,
  sourceId: string,
  tells: (text: string) => boolean,
): Promise<void> {
  const rows = await db.select().from(pastSources).where(eq(pastSources.sourceId, sourceId))
  for (const { id, fields } of rows) {
    // One interview that stands alone is from before there could be several.
    const said = fields as Source & { readonly interview?: unknown }
    if (
      !tells(
        Object.values(said).filter(isText).join('\n') +
          JSON.stringify([said.interviews, said.interview]),
      )
    )
      continue
    const none = { title: '(taken out)', publicName: '', description: '', wording: '', url: null }
    const rest = {
      edition: '',
      origin: '',
      reliabilityReason: '',
      retiredReason: '',
      interview: null,
      interviews: [],
    }
    await db
      .update(pastSources)
      .set({ fields: { ...said, ...none, ...rest } })
      .where(eq(pastSources.id, id))
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

export interface RemovedName extends Done {
  readonly id: string
  readonly articleId: string
  readonly articleTitle: string
  readonly name: string
  readonly seq: number
}

/** Names that were taken from moments again, the last first. */
export async function listRemovedNames(db: Handle): Promise<readonly RemovedName[]> {
  const rows = await db
    .select({ moment: moments, title: articles.title, name: people.name })
    .from(moments)
    .innerJoin(articles, eq(articles.id, moments.articleId))
    .leftJoin(
      audit,
      and(eq(audit.action, 'moment.unnamed'), eq(sql`${audit.detail}->>'moment'`, moments.id)),
    )
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(isNotNull(moments.removedAt))
    .orderBy(desc(moments.removedAt))
    .limit(LIMIT)
  return rows.map(({ moment: { id, articleId, name, seq, removedAt }, title, name: who }) => ({
    ...{ id, articleId, articleTitle: title, name, seq },
    ...{ at: (removedAt ?? new Date(0)).toISOString(), personName: who ?? 'Somebody' },
  }))
}
