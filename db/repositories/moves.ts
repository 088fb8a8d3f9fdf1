import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { audit, people, versions } from '#db/schema.ts'
import type { Move } from '#lib/domain/review/moves.ts'
import type { State } from '#lib/domain/review/states.ts'
import { withWords } from './audit-words.ts'

const ACTIONS = [
  'article.moved',
  'version.scheduled',
  'version.unscheduled',
  'version.notPublished',
  'version.published',
]

interface Detail {
  readonly from?: State
  readonly to?: State
  readonly note?: string
  readonly skipped?: readonly State[]
  readonly number?: number
  readonly change?: string
}

/** Every move of an article, oldest first, by the audit trail. */
export async function listMoves(db: Handle, articleId: string): Promise<readonly Move[]> {
  const acts = await db
    .select({ entry: audit, detail: audit.detail, name: people.name })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(and(eq(audit.articleId, articleId), inArray(audit.action, ACTIONS)))
    .orderBy(asc(audit.seq))
  const notes = new Map(
    (
      await db
        .select({ number: versions.number, note: versions.note })
        .from(versions)
        .where(eq(versions.articleId, articleId))
    ).map(({ number, note }) => [number, note]),
  )
  const rows = await withWords(db, acts)
  return rows.map(({ entry: { at, actorId }, detail, name }) => {
    const { from, to, note, skipped, number = null, change: kind } = detail as Detail
    const published = kind === 'retraction' ? 'retracted' : 'published'
    return {
      at: at.toISOString(),
      personId: actorId,
      personName: name ?? 'The server',
      from: from ?? 'draft',
      to: to ?? published,
      note: note ?? (number === null ? '' : (notes.get(number) ?? '')),
      skipped: skipped ?? [],
      version: number,
      change: number === null ? null : (kind ?? null),
    }
  })
}
