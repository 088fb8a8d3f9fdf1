import { boolean, index, pgTable } from 'drizzle-orm/pg-core'
import { at, id, jsonb, seq, text } from './columns.ts'
import { articles, people, sources } from './schema.ts'

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

/** Two records that were made one. A row is changed once, when that is undone. */
export const sourceMerges = pgTable(
  'source_merge',
  {
    id: id(),
    /** Its id is an alias since then. */
    fromId: text('from_id')
      .notNull()
      .references(() => sources.id),
    intoId: text('into_id')
      .notNull()
      .references(() => sources.id),
    /** What readers see of the alias became something else. */
    moved: boolean('moved').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull(),
    undoneAt: at('undone_at'),
    undoneBy: text('undone_by').references(() => people.id),
  },
  (table) => [
    index('source_merge_into').on(table.intoId),
    index('source_merge_from').on(table.fromId),
  ],
)

/** Which sources an article cites: what it is found by, derived from its text, and made anew at will. */
export const citedSources = pgTable(
  'cited_source',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Last row of the update log that was read for it: another head of the log says that it is old. */
    seq: seq('seq').notNull(),
    sourceIds: text('source_ids').array().notNull(),
  },
  (table) => [index('cited_source_ids').using('gin', table.sourceIds)],
)
