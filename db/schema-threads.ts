import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, id, text } from './columns.ts'
import { articles, people } from './schema.ts'

/** Conversations about some words. Where they stand is in the text, under the formatting `thread:<id>`. */
export const threads = pgTable(
  'thread',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    /** The words that it was begun on. */
    quote: text('quote').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull().defaultNow(),
    resolvedAt: at('resolved_at'),
    resolvedBy: text('resolved_by'),
  },
  (table) => [index('thread_article').on(table.articleId)],
)

export const threadMessages = pgTable(
  'thread_message',
  {
    id: id(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    text: text('text').notNull(),
    /** People who were named in it. */
    mentions: text('mentions').array().notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [index('thread_message_thread').on(table.threadId)],
)

/** Up to when each person has read a conversation. */
export const threadReads = pgTable(
  'thread_read',
  {
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    readAt: at('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.personId] })],
)
