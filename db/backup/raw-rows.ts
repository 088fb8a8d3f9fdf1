import type { SQL } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'

/** Rows of a statement that no table of the schema stands for. Both drivers give them under the same name. */
export async function rawRows<T>(db: Handle, statement: SQL): Promise<readonly T[]> {
  return ((await db.execute(statement)) as unknown as { readonly rows: readonly T[] }).rows
}

/** A name in SQL. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
