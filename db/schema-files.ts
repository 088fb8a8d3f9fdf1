import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, jsonb, text } from './columns.ts'
import { articles, people } from './schema.ts'

/** Pictures that were brought to an article. The bytes are in the file store, under their hash. */
export const pictures = pgTable(
  'picture',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    /** SHA-256 of what was uploaded. */
    hash: text('hash').notNull(),
    mediaType: text('media_type').notNull(),
    /** As it is seen: turned upright. */
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    /** The sizes made of it: hash, width, height and bytes of each, the smallest first. */
    renditions: jsonb('renditions').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.hash] }),
    index('picture_hash').on(table.hash),
  ],
)
