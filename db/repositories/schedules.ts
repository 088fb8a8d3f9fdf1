import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { schedules } from '#db/schema-workflow.ts'
import type { WarningReason } from '#lib/domain/publication/overrides.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'
import type { Beside } from '#lib/domain/publication/seen.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import type { State } from '#lib/domain/review/states.ts'

/** Of each of these articles that has one. */
export async function schedulesOf(
  db: Handle,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, Schedule>> {
  if (!articleIds.length) return new Map()
  const rows = await db
    .select({ row: schedules, name: people.name })
    .from(schedules)
    .innerJoin(people, eq(people.id, schedules.personId))
    .where(inArray(schedules.articleId, [...articleIds]))
  return new Map(
    rows.map(({ row: { articleId, at, note, personId, failure, ...row }, name }) => [
      articleId,
      {
        ...{ at: at.toISOString(), change: row.change as Change, note, personId, personName: name },
        ...{ from: row.fromState as State, failure },
        reasons: row.reasons as readonly WarningReason[],
      },
    ]),
  )
}

/** The time that is set for an article, or the last that came to nothing. */
export async function scheduleOf(db: Handle, articleId: string): Promise<Schedule | null> {
  return (await schedulesOf(db, [articleId])).get(articleId) ?? null
}

/** What stood beside the text when the time was set. */
export async function besideOfSchedule(db: Handle, articleId: string): Promise<Beside | null> {
  const [row] = await db
    .select({ beside: schedules.beside })
    .from(schedules)
    .where(eq(schedules.articleId, articleId))
  return (row?.beside ?? null) as Beside | null
}

/** In place of whatever was set before. */
export async function setSchedule(
  db: Handle,
  schedule: Omit<typeof schedules.$inferInsert, 'claimedUntil' | 'failure'>,
): Promise<void> {
  const values = { ...schedule, claimedUntil: null, failure: null }
  await db
    .insert(schedules)
    .values(values)
    .onConflictDoUpdate({ target: schedules.articleId, set: values })
}

export async function removeSchedule(db: Handle, articleId: string): Promise<void> {
  await db.delete(schedules).where(eq(schedules.articleId, articleId))
}

/** It came to nothing, and stays to be read until another is set or something is published. */
export async function failSchedule(db: Handle, articleId: string, failure: string): Promise<void> {
  await db.update(schedules).set({ failure }).where(eq(schedules.articleId, articleId))
}

/** Claims the one that is due longest, until then. Null: none is due, or others are at them. */
export async function claimDue(
  db: Handle,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<string | null> {
  const isDue = and(
    lte(schedules.at, now),
    isNull(schedules.failure),
    or(isNull(schedules.claimedUntil), lte(schedules.claimedUntil, now)),
  )
  const [next] = await db
    .select({ id: schedules.articleId })
    .from(schedules)
    .where(isDue)
    .orderBy(asc(schedules.at))
    .limit(1)
  if (!next) return null
  // Asked again in the statement that claims it: of two processes one gets it.
  const claimed = await db
    .update(schedules)
    .set({ claimedUntil: until })
    .where(and(eq(schedules.articleId, next.id), isDue))
    .returning({ id: schedules.articleId })
  return claimed[0]?.id ?? null
}
