import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'
import { storable } from './storable.ts'

/** The kinds of columns that the tables are made of. */

/** node-postgres returns Buffer, PGlite returns Uint8Array: one type for both. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
})

/** PostgreSQL keeps no NUL and no half of a surrogate pair; whoever wrote one gets the text without. */
export const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: storable,
})
export const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(storable(value)),
  fromDriver: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
})

/** Written by an expression, and never read. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const id = () => text('id').primaryKey()
export const seq = (name: string) => bigint(name, { mode: 'number' })
