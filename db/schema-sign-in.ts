import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  pgTable,
  primaryKey,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { at, bytea, id, text } from './columns.ts'
import { people } from './schema.ts'

/** Accounts elsewhere by which people sign in; one for each provider. */
export const externalIdentities = pgTable(
  'external_identity',
  {
    provider: text('provider').notNull(),
    /** Who it is there, by the provider's own id. */
    subject: text('subject').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    at: at('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.subject] }),
    unique('external_identity_person').on(table.provider, table.personId),
  ],
)

/** Codes by the clock (TOTP) as a second factor. The secret is locked up. */
export const secondFactors = pgTable('second_factor', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  secretKey: text('secret_key').notNull(),
  secretNonce: bytea('secret_nonce').notNull(),
  secretSealed: bytea('secret_sealed').notNull(),
  createdAt: at('created_at').notNull(),
  /** Null: begun, and no code was given yet; nobody is asked for one. */
  confirmedAt: at('confirmed_at'),
  /** Number of the last half minute whose code was taken: no code is good twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
})

/** Codes for who has lost the device; only the SHA-256 of each is kept. */
export const recoveryCodes = pgTable(
  'recovery_code',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [index('recovery_code_person').on(table.personId)],
)

/** Links by which people come in who are not here yet: a row for each link, of which only the SHA-256 is kept. */
export const invitations = pgTable(
  'invitation',
  {
    id: id(),
    hash: text('hash').notNull().unique(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    roles: text('roles').array().notNull(),
    chief: boolean('chief').notNull(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull(),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
    /** How it ended; null: it did not, but for time. */
    ending: text('ending'),
  },
  (table) => [
    // Of two who invite one address at once, one does.
    uniqueIndex('invitation_open').on(table.email).where(sql`ended_at is null`),
    index('invitation_email').on(table.email, table.at),
  ],
)
