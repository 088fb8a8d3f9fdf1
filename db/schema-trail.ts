import { index, pgTable } from 'drizzle-orm/pg-core'
import { text } from './columns.ts'

/** What was written about acts. The chain has its seal alone: a row is never changed, but taken away with a version's words. */
export const auditWords = pgTable(
  'audit_words',
  {
    seal: text('seal').primaryKey(),
    salt: text('salt').notNull(),
    words: text('words').notNull(),
    /** Whoever may see it may read them. */
    articleId: text('article_id').notNull(),
  },
  (table) => [index('audit_words_article').on(table.articleId)],
)
