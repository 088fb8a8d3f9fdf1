import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, bytea, id, text } from './columns.ts'
import { people, sources } from './schema.ts'

/** What only named people may open, sealed with a key that is not in the database. */
const sealed = {
  /** Names the key that opens it. */
  keyId: text('key_id').notNull(),
  nonce: bytea('nonce').notNull(),
  /** Ciphertext and tag. */
  sealed: bytea('sealed').notNull(),
}

/** Who a confidential source is. Destroyed for good when the owner takes it away. */
export const vaultIdentities = pgTable('vault_identity', {
  sourceId: text('source_id')
    .primaryKey()
    .references(() => sources.id),
  ownerId: text('owner_id')
    .notNull()
    .references(() => people.id),
  ...sealed,
  changedAt: at('changed_at').notNull(),
})

/** Whom the owner lets open it. */
export const vaultReaders = pgTable(
  'vault_reader',
  {
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.personId] })],
)

/** Recordings and papers that would tell who it is. Their names are sealed too. */
export const vaultRecordings = pgTable(
  'vault_recording',
  {
    id: id(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id),
    ...sealed,
    size: integer('size').notNull(),
    at: at('at').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [index('vault_recording_source').on(table.sourceId)],
)
