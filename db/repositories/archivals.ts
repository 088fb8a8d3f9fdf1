import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { audit, people } from '#db/schema.ts'
import type { Archival, State } from '#lib/domain/review/states.ts'
import { withWords } from './audit-words.ts'

/** How each of these articles was archived last, by the audit trail. */
export async function archivalsOf(
  db: Handle,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, Archival>> {
  if (!articleIds.length) return new Map()
  const acts = await db
    .select({ entry: audit, detail: audit.detail, name: people.name })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(
      and(
        eq(audit.action, 'article.moved'),
        inArray(audit.articleId, [...articleIds]),
        sql`${audit.detail}->>'to' = 'archived'`,
      ),
    )
    .orderBy(asc(audit.seq))
  const rows = await withWords(db, acts)
  return new Map(
    rows.map(({ entry: { articleId, at, actorId }, detail, name }) => {
      const { from, note = '' } = detail as { from: State; note?: string }
      const by = { personId: actorId ?? '', personName: name ?? 'Somebody' }
      return [articleId ?? '', { at: at.toISOString(), ...by, note, from }]
    }),
  )
}

export async function archivalOf(db: Handle, articleId: string): Promise<Archival | null> {
  return (await archivalsOf(db, [articleId])).get(articleId) ?? null
}
