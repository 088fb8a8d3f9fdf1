import { PgPreparedQuery } from 'drizzle-orm/pg-core'

type Run = (this: unknown, sql: string, values: unknown[], query: () => Promise<unknown>) => unknown

/** What drivers and PostgreSQL tell of the values of a query that failed. */
const TELLING = ['query', 'params', 'parameters', 'detail', 'where', 'internalQuery']

/**
 * Keeps the values of queries out of errors: they are texts of articles, names and hashes of secrets, and whoever logs
 * an error, Next too, logs all that is in it. The statement stays, with `$1` for each value.
 */
export function quietErrors(): void {
  const prototype = PgPreparedQuery.prototype as unknown as {
    queryWithCache: Run & { quiet?: true }
  }
  const original = prototype.queryWithCache
  if (original.quiet) return
  const quiet: Run = function (sql, _values, query) {
    return original.call(this, sql, [], () => query().catch(silence))
  }
  prototype.queryWithCache = Object.assign(quiet, { quiet: true as const })
}

/** For what does not go through the query builder. */
export function silence(error: unknown): never {
  if (error instanceof Error) for (const field of TELLING) Reflect.deleteProperty(error, field)
  throw error
}
