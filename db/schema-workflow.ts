import { index, pgTable } from 'drizzle-orm/pg-core'
import { at, jsonb, text } from './columns.ts'
import { articles, people } from './schema.ts'

/** What is planned for an article: until when, and whether it has to be read for reasons of law. */
export const plans = pgTable('article_plan', {
  articleId: text('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  deadline: at('deadline'),
  /** Null: it is not flagged for a legal read. */
  legalAt: at('legal_at'),
  legalBy: text('legal_by').references(() => people.id),
  legalNote: text('legal_note').notNull().default(''),
  /** Null: nobody has read it since it was flagged. */
  legalReadAt: at('legal_read_at'),
  legalReadBy: text('legal_read_by').references(() => people.id),
  /** Marks of the sentences that were read, as a list; null: read before they were kept. */
  legalReadOf: jsonb('legal_read_of'),
})

/** Times that are set for versions, and why the last of an article came to nothing. */
export const schedules = pgTable(
  'scheduled_version',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    at: at('at').notNull(),
    change: text('change').notNull(),
    note: text('note').notNull(),
    /** For the warnings that there were. */
    reasons: jsonb('reasons').notNull().default([]),
    /** What stood beside the text when the time was set; null: it was set before that was kept. */
    beside: jsonb('beside'),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** The state that the article goes back to. */
    fromState: text('from_state').notNull(),
    /** A process that is at it holds it until then; whoever crashed holds nobody up for longer. */
    claimedUntil: at('claimed_until'),
    /** Null: the time is still to come. */
    failure: text('failure'),
  },
  (table) => [index('scheduled_version_at').on(table.at)],
)
