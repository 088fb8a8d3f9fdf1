import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { plans } from '#db/schema-workflow.ts'
import type { LegalFlag } from '#lib/domain/review/legal-read.ts'

/** What is planned for an article. */
export interface Plan {
  readonly deadline: string | null
  readonly legal: LegalFlag | null
}

const UNPLANNED: Plan = { deadline: null, legal: null }

/** Of each of these articles that has one. */
export async function plansOf(
  db: Handle,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, Plan>> {
  if (!articleIds.length) return new Map()
  const flagger = alias(people, 'flagger')
  const reader = alias(people, 'reader')
  const rows = await db
    .select({ plan: plans, flaggedBy: flagger.name, readBy: reader.name })
    .from(plans)
    .leftJoin(flagger, eq(flagger.id, plans.legalBy))
    .leftJoin(reader, eq(reader.id, plans.legalReadBy))
    .where(inArray(plans.articleId, [...articleIds]))
  return new Map(
    rows.map(({ plan, ...names }) => {
      const { articleId, deadline, legalAt, legalNote, legalReadAt } = plan
      const of = plan.legalReadOf as readonly string[] | null
      const personName = names.readBy ?? 'Somebody'
      const read = legalReadAt && { at: legalReadAt.toISOString(), personName, of }
      const by = { personName: names.flaggedBy ?? 'Somebody', note: legalNote, read }
      const legal = legalAt && { at: legalAt.toISOString(), ...by }
      return [articleId, { deadline: deadline?.toISOString() ?? null, legal }]
    }),
  )
}

export async function planOf(db: Handle, articleId: string): Promise<Plan> {
  return (await plansOf(db, [articleId])).get(articleId) ?? UNPLANNED
}

/** Sets what is named; all else of the plan stays. */
export async function setPlan(
  db: Handle,
  articleId: string,
  change: Partial<Omit<typeof plans.$inferInsert, 'articleId'>>,
): Promise<void> {
  const set = { ...change, articleId }
  await db.insert(plans).values(set).onConflictDoUpdate({ target: plans.articleId, set })
}
