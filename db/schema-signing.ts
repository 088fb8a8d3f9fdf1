import { pgTable } from 'drizzle-orm/pg-core'
import { at, seq, text } from './columns.ts'

/** Public keys of every key that has signed, or may: what was signed once is verified as long as this stands. */
export const signingKeys = pgTable('signing_key', {
  kid: text('kid').primaryKey(),
  /** The public key of an Ed25519 key pair, base64url. */
  x: text('x').notNull(),
  since: at('since').notNull(),
})

/** Signed heads of the audit chain. */
export const auditAnchors = pgTable('audit_anchor', {
  seq: seq('seq').primaryKey(),
  hash: text('hash').notNull(),
  at: at('at').notNull(),
  jws: text('jws').notNull(),
})
