import { sql } from 'drizzle-orm'
import type { Database } from '#db/connection.ts'

/** What makes a migrated database without people what it is. */
interface Blank {
  /** Tables, triggers and whether they are on, as one text. */
  readonly shape: string
  /** What migrations wrote, by table. */
  readonly rows: ReadonlyMap<string, string>
}

/** Kept over the test files that one process runs, whichever modules they load anew. */
const idle = Symbol.for('galley.test.idle')
type Idle = { database: Database; blank: Blank }[]
const place = globalThis as { [idle]?: Idle }

/**
 * An empty database of those that this process has opened already, or a new one. Closing it empties it for the next
 * test: that takes a fraction of opening one. It is given up when a test changed more than rows.
 */
export async function reusedDatabase(open: () => Promise<Database>): Promise<Database> {
  const known = place[idle] ?? []
  place[idle] = known
  let used = known.pop()
  if (!used) {
    const database = await open()
    used = { database, blank: await blankOf(database) }
  }
  const { database, blank } = used
  let closed = false
  return {
    ...database,
    close: async () => {
      if (closed) return
      closed = true
      const clean = await empty(database, blank).catch(() => false)
      if (clean) known.push({ database, blank })
      else await database.close()
    },
  }
}

const TABLES = sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`
const SHAPE = sql`
  select coalesce((select string_agg(concat_ws(' ', n.nspname, c.relname, c.relkind, c.relnatts), ',' order by c.oid)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'drizzle')), '')
  || coalesce((select string_agg(concat_ws(' ', t.tgrelid, t.tgname, t.tgenabled), ',' order by t.oid)
    from pg_trigger t), '') as shape`

async function blankOf(database: Database): Promise<Blank> {
  const rows = new Map<string, string>()
  for (const name of await tablesOf(database)) {
    const text = `select json_agg(t)::text as found from ${name} t`
    const [row] = (await database.run({ name: `blank ${name}`, text }, [])) as {
      found: string | null
    }[]
    if (row?.found) rows.set(name, row.found)
  }
  return { shape: await shapeOf(database), rows }
}

/** False for a database that is no longer of the same shape. */
async function empty(database: Database, { shape, rows }: Blank): Promise<boolean> {
  if ((await shapeOf(database)) !== shape) return false
  const tables = await tablesOf(database)
  await database.handle.transaction(async (tx) => {
    // Rows that nobody may change or delete go as well.
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const name of tables) await tx.execute(sql.raw(`delete from ${name}`))
    for (const [name, found] of rows) {
      const from = sql`json_populate_recordset(null::${sql.raw(name)}, ${found}::json)`
      await tx.execute(
        sql`insert into ${sql.raw(name)} overriding system value select * from ${from}`,
      )
    }
    await tx.execute(
      sql`select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences where schemaname = 'public'`,
    )
  })
  return true
}

async function tablesOf({ handle }: Database): Promise<readonly string[]> {
  const { rows } = (await handle.execute(TABLES)) as unknown as { rows: { name: string }[] }
  return rows.map(({ name }) => name)
}

async function shapeOf({ handle }: Database): Promise<string> {
  const { rows } = (await handle.execute(SHAPE)) as unknown as { rows: { shape: string }[] }
  return rows[0]?.shape ?? ''
}
