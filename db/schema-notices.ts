import { boolean, index, integer, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core'
import { at, id, jsonb, seq, text } from './columns.ts'
import { articles, people } from './schema.ts'

/** What people were told of: ids and times alone. */
export const notices = pgTable(
  'notice',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    /** Names what happened: nobody is told of it twice. */
    key: text('key').notNull(),
    articleId: text('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    byId: text('by_id'),
    at: at('at').notNull(),
    place: jsonb('place').notNull(),
    readAt: at('read_at'),
    /** The mail that tells of it. */
    mailId: text('mail_id'),
  },
  (table) => [
    unique('notice_person_key').on(table.personId, table.key),
    index('notice_person').on(table.personId, table.at),
    index('notice_mail_id').on(table.mailId),
  ],
)

/** One row: up to which row of the audit trail people were told. */
export const noticeMark = pgTable('notice_mark', {
  id: integer('id').primaryKey(),
  seq: seq('seq').notNull(),
})

/** What was known of an article's decisions when it was last looked at. */
export const noticeLooks = pgTable('notice_look', {
  articleId: text('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  /** All that it was derived from; empty: it was there before notices were, and has not been looked at. */
  stamp: text('stamp').notNull(),
  at: at('at').notNull(),
  /** Decisions that have moved, and were told. */
  known: text('known').array().notNull(),
})

/** How a person wants to be told of one kind of things. */
export const noticeChoices = pgTable(
  'notice_choice',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    app: boolean('app').notNull(),
    mail: text('mail').notNull(),
    /** Mail tells of what comes after that. */
    since: at('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.kind] })],
)

/** Mails that tell of notices: each is sent until it got through, under the id that it was made with. */
export const noticeMails = pgTable(
  'notice_mail',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    cadence: text('cadence').notNull(),
    at: at('at').notNull(),
    tries: integer('tries').notNull().default(0),
    /** Null: it is not tried any more. */
    nextAt: at('next_at'),
    /** A process that is at it holds it until then. */
    claimedUntil: at('claimed_until'),
    /** Null: it did not get through yet, or never will; or there was nothing left to tell. */
    sentAt: at('sent_at'),
    /** Why it did not get through the last time. */
    failure: text('failure'),
  },
  (table) => [
    index('notice_mail_next').on(table.nextAt),
    index('notice_mail_person').on(table.personId, table.at),
  ],
)
