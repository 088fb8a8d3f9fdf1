import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { audit, versions } from '#db/schema.ts'
import { moments } from '#db/schema-history.ts'
import type { Mark, Timed } from '#lib/domain/history/moments.ts'
import type { State } from '#lib/domain/review/states.ts'
import { withWords } from './audit-words.ts'

export async function insertMoment(db: Handle, moment: typeof moments.$inferInsert): Promise<void> {
  await db.insert(moments).values(moment)
}

/** False: there is no such name, or it was taken away already. */
export async function removeMoment(
  db: Handle,
  { id, articleId, now }: { id: string; articleId: string; now: Date },
): Promise<boolean> {
  const removed = await db
    .update(moments)
    .set({ removedAt: now })
    .where(and(eq(moments.id, id), eq(moments.articleId, articleId), isNull(moments.removedAt)))
    .returning({ id: moments.id })
  return removed.length > 0
}

/** What happened to an article at rows of its log: names that it was given, and versions. */
export async function listMarks(db: Handle, articleId: string): Promise<readonly Mark[]> {
  const named = await db
    .select()
    .from(moments)
    .where(and(eq(moments.articleId, articleId), isNull(moments.removedAt)))
    .orderBy(asc(moments.at))
  const { number, change, seq, publishedBy, publishedAt } = versions
  const published = await db
    .select({ number, change, seq, publishedBy, publishedAt })
    .from(versions)
    .where(eq(versions.articleId, articleId))
    .orderBy(asc(number))
  return [
    ...named.map(
      ({ id, seq: row, name, personId, at }): Mark => ({
        ...{ kind: 'named', seq: row, at: at.toISOString(), personId, id, name },
      }),
    ),
    ...published.map(
      (row): Mark => ({
        ...{ kind: 'published', seq: row.seq, at: row.publishedAt.toISOString() },
        ...{ personId: row.publishedBy, number: row.number, change: row.change },
      }),
    ),
  ]
}

/** What only the audit trail knows: moves and what was said about it, by their time, and what was restored. */
export async function listRecorded(
  db: Handle,
  articleId: string,
): Promise<{ readonly timed: readonly Timed[]; readonly restored: readonly Mark[] }> {
  const acts = await db
    .select({ at: audit.at, personId: audit.actorId, action: audit.action, detail: audit.detail })
    .from(audit)
    .where(
      and(
        eq(audit.articleId, articleId),
        inArray(audit.action, ['article.moved', 'article.described', 'article.restored']),
      ),
    )
    .orderBy(asc(audit.seq))
  const entries = (await withWords(db, acts)).map(({ at, personId, ...row }) => ({
    ...{ ...row, at: at.toISOString(), personId: personId ?? '' },
  }))
  return {
    timed: entries.flatMap(({ at, personId, action, detail }): readonly Timed[] => {
      if (action === 'article.moved') {
        const { from, to } = detail as { from: State; to: State }
        return [{ kind: 'moved', at, personId, from, to }]
      }
      if (action !== 'article.described') return []
      const { slug = null, token: _, ...said } = detail as Record<string, string>
      return [{ kind: 'described', at, personId, fields: Object.keys(said), slug }]
    }),
    restored: entries
      .filter(({ action }) => action === 'article.restored')
      .map(({ at, personId, detail }): Mark => {
        const { row, to, blockId } = detail as { row: number; to: number; blockId: string | null }
        return { kind: 'restored', seq: row, at, personId, to, blockId }
      }),
  }
}
