import { integer, pgTable } from 'drizzle-orm/pg-core'
import { at, jsonb, text } from './columns.ts'
import { people } from './schema.ts'

/** Rules of the house that administrators set; one row. Without one the first rules hold. */
export const housePolicy = pgTable('house_policy', {
  id: integer('id').primaryKey(),
  /** Counts changes: whoever changes it says which one they saw. */
  version: integer('version').notNull(),
  approvers: jsonb('approvers').notNull(),
  changedBy: text('changed_by')
    .notNull()
    .references(() => people.id),
  changedAt: at('changed_at').notNull(),
})
