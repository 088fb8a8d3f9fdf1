import { index, pgTable } from 'drizzle-orm/pg-core'
import { at, id, text } from './columns.ts'
import { people, queries } from './schema.ts'

/** What was said about a query or a rejection after it was raised. */
export const queryMessages = pgTable(
  'query_message',
  {
    id: id(),
    queryId: text('query_id')
      .notNull()
      .references(() => queries.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    text: text('text').notNull(),
    /** Of the sentence as it stood then; empty when it was gone. */
    fingerprint: text('fingerprint').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [index('query_message_query').on(table.queryId)],
)
