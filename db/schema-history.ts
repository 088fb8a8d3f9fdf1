import { index, pgTable } from 'drizzle-orm/pg-core'
import { at, id, seq, text } from './columns.ts'
import { articles, people } from './schema.ts'

/** Moments of an article's history that somebody gave a name: the article as it was after row `seq` of its log. */
export const moments = pgTable(
  'moment',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    seq: seq('seq').notNull(),
    name: text('name').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull().defaultNow(),
    removedAt: at('removed_at'),
  },
  (table) => [index('moment_article').on(table.articleId)],
)
