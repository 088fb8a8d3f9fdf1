import { boolean, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, bytea, id, jsonb, text } from './columns.ts'
import { people } from './schema.ts'

/** Answers to writes that carried a key, for as long as they may be asked again. */
export const keptCalls = pgTable(
  'kept_call',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** SHA-256 of method, address and body. */
    request: text('request').notNull(),
    /** Who is at it: of two that took the row over, the second. */
    claim: text('claim').notNull(),
    claimedUntil: at('claimed_until').notNull(),
    createdAt: at('created_at').notNull(),
    /** Null: it is not answered yet. */
    status: integer('status'),
    headers: jsonb('headers'),
    body: bytea('body'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.key] }),
    index('kept_call_created').on(table.createdAt),
  ],
)

/** Addresses of other systems that are told of events. */
export const webhooks = pgTable('webhook', {
  id: id(),
  url: text('url').notNull(),
  events: text('events').array().notNull(),
  /** Locked up: key id, nonce, and the rest. */
  secretKey: text('secret_key').notNull(),
  secretNonce: bytea('secret_nonce').notNull(),
  secretSealed: bytea('secret_sealed').notNull(),
  active: boolean('active').notNull().default(true),
  createdBy: text('created_by')
    .notNull()
    .references(() => people.id),
  createdAt: at('created_at').notNull(),
  /** Since when nothing has arrived; null: the last delivery did. */
  failingSince: at('failing_since'),
  /** Turned off by us after days of failure. */
  givenUpAt: at('given_up_at'),
  removedAt: at('removed_at'),
})

/** What has to be told, to each hook that wants it. Written in the transaction of the event. */
export const deliveries = pgTable(
  'webhook_delivery',
  {
    id: id(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    event: text('event').notNull(),
    /** The body, byte for byte: each try sends the same. */
    body: text('body').notNull(),
    createdAt: at('created_at').notNull(),
    /** Null: it is over. */
    nextAt: at('next_at'),
    claimedUntil: at('claimed_until'),
    attempts: integer('attempts').notNull().default(0),
    deliveredAt: at('delivered_at'),
    triedAt: at('tried_at'),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
  },
  (table) => [
    index('webhook_delivery_next').on(table.nextAt),
    index('webhook_delivery_hook').on(table.webhookId, table.createdAt),
  ],
)
