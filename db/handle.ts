import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type * as schema from './schema.ts'

/** A handle for repositories: the database itself, or a transaction. */
export type Handle = PgDatabase<PgQueryResultHKT, typeof schema>
