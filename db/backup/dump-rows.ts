import { sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import type { Table } from './catalog.ts'
import { quoted, rawRows } from './raw-rows.ts'

/** What is held in memory at a time, but for a row that is longer. */
const BATCH_BYTES = 4 * 1024 * 1024
const BATCH_ROWS = 2_000

/**
 * Runs a task on one moment of the database, whatever is written meanwhile. Values are written in one way, whatever the
 * settings of the server.
 */
export function atOneMoment<T>(db: Handle, task: (tx: Handle) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`
        select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true),
          set_config('bytea_output', 'hex', true)`)
      return task(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/**
 * The rows of a table as JSON, one a line, in the order of its key. Each value is a string as PostgreSQL writes it, or null, so
 * that nothing is rounded on the way.
 */
export async function* dumpRows(tx: Handle, table: Table): AsyncGenerator<readonly string[]> {
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  const order = table.key.map(quoted).join(', ')
  const rows = `select row_to_json(r)::text as line from (select ${values} from ${quoted(table.name)}${order && ` order by ${order}`}) r`
  const size = await batchOf(tx, rows)
  if (size === 0) return
  await tx.execute(sql.raw(`declare galley_dump no scroll cursor for ${rows}`))
  for (;;) {
    const fetched = await rawRows<{ line: string }>(tx, sql.raw(`fetch ${size} from galley_dump`))
    if (!fetched.length) break
    yield fetched.map(({ line }) => line)
  }
  await tx.execute(sql`close galley_dump`)
}

/** How many rows are fetched at a time, by the longest of them: one article's words may weigh as much as a million others. */
async function batchOf(tx: Handle, rows: string): Promise<number> {
  const [found] = await rawRows<{ longest: number }>(
    tx,
    sql.raw(`select coalesce(max(octet_length(line)), 0)::int as longest from (${rows}) l`),
  )
  const longest = found?.longest ?? 0
  return longest && Math.max(1, Math.min(BATCH_ROWS, Math.floor(BATCH_BYTES / longest)))
}
