import { and, desc, eq, gte, ilike, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { audit, people } from '#db/schema.ts'
import { auditWords } from '#db/schema-trail.ts'

/** A row of the trail for a list. */
export interface ListedAct {
  readonly seq: number
  /** ISO 8601. */
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly action: string
  readonly articleId: string | null
  readonly detail: unknown
  readonly hash: string
}

export interface ActQuery {
  readonly person: string | null
  readonly action: string | null
  readonly article: string | null
  readonly from: Date | null
  /** Not any more. */
  readonly to: Date | null
  /** In its detail, its act, its ids. */
  readonly text: string
  /** Articles whose words are not looked at. */
  readonly hidden: readonly string[]
  /** Rows before this one; null: the last ones. */
  readonly before: number | null
  readonly limit: number
}

/** Rows of the trail that fit, the newest first. */
export async function listActs(db: Handle, wish: ActQuery): Promise<readonly ListedAct[]> {
  const pattern = `%${wish.text.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .select({ row: audit, name: people.name })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(
      and(
        wish.person === null ? undefined : eq(audit.actorId, wish.person),
        wish.action === null ? undefined : eq(audit.action, wish.action),
        wish.article === null ? undefined : eq(audit.articleId, wish.article),
        wish.from ? gte(audit.at, wish.from) : undefined,
        wish.to ? lt(audit.at, wish.to) : undefined,
        wish.before === null ? undefined : lt(audit.seq, wish.before),
        wish.text ? holding(pattern, wish.hidden) : undefined,
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(wish.limit)
  return rows.map(({ row: { at, previousHash: _, ...row }, name }) => ({
    ...row,
    at: at.toISOString(),
    actorName: name,
  }))
}

function holding(pattern: string, hidden: readonly string[]): SQL | undefined {
  const said = sql`exists (select from ${auditWords} where ${auditWords.articleId} = ${audit.articleId}
    and ${auditWords.words} ilike ${pattern}
    and strpos(${audit.detail}::text, ${auditWords.seal}) > 0)`
  const inWords = or(sql`${audit.detail}::text ilike ${pattern}`, said)
  return or(
    ilike(audit.action, pattern),
    ilike(audit.articleId, pattern),
    hidden.length
      ? and(or(isNull(audit.articleId), notInArray(audit.articleId, [...hidden])), inWords)
      : inWords,
  )
}
