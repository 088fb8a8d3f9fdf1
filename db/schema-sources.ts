import { index, pgTable } from 'drizzle-orm/pg-core'
import { at, id, jsonb, text } from './columns.ts'
import { people, sources } from './schema.ts'

/** What a source said before somebody changed it. No row is ever changed. */
export const pastSources = pgTable(
  'source_past',
  {
    id: id(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id),
    /** All of its fields, as they were. */
    fields: jsonb('fields').notNull(),
    /** Who changed it, and when. */
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull(),
  },
  (table) => [index('source_past_source').on(table.sourceId)],
)
