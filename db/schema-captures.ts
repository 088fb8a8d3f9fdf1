import { boolean, index, integer, pgTable } from 'drizzle-orm/pg-core'
import { at, id, jsonb, text } from './columns.ts'
import { people, sources } from './schema.ts'

/** Sources as they were seen. No row is ever changed; bytes and texts are files under their hashes. */
export const captures = pgTable(
  'capture',
  {
    id: id(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id),
    kind: text('kind').notNull(),
    askedUrl: text('asked_url').notNull(),
    finalUrl: text('final_url').notNull(),
    status: integer('status'),
    mediaType: text('media_type').notNull(),
    rawHash: text('raw_hash').notNull(),
    size: integer('size').notNull(),
    /** Null: there is no text in it that could be read. */
    textHash: text('text_hash'),
    pages: integer('pages').notNull(),
    headers: jsonb('headers').notNull(),
    fileName: text('file_name').notNull(),
    title: text('title').notNull(),
    authors: text('authors').array().notNull(),
    publisher: text('publisher').notNull(),
    date: text('date').notNull(),
    /** Where it stands, by its own word. */
    url: text('url').notNull(),
    at: at('at').notNull(),
    /** Null: taken on schedule. */
    personId: text('person_id').references(() => people.id),
  },
  (table) => [index('capture_source').on(table.sourceId, table.at)],
)

/** What the last looks at a source's address have shown. */
export const linkHealth = pgTable(
  'link_health',
  {
    sourceId: text('source_id')
      .primaryKey()
      .references(() => sources.id, { onDelete: 'cascade' }),
    /** The address that was looked at: another one begins anew. */
    url: text('url').notNull(),
    checkedAt: at('checked_at').notNull(),
    nextAt: at('next_at').notNull(),
    failures: integer('failures').notNull(),
    isGone: boolean('is_gone').notNull(),
    movedTo: text('moved_to'),
    lost: text('lost').array().notNull(),
    keptAt: at('kept_at'),
    keptBy: text('kept_by').references(() => people.id),
    /** Of the text that was seen last. */
    textHash: text('text_hash'),
    /** Counts up when something changes that is derived from. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [index('link_health_next').on(table.nextAt)],
)

/** What at most one process does at a time. It lapses by itself, so that a crash holds nobody up for long. */
export const leases = pgTable('lease', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: at('until').notNull(),
})
