import { sql } from 'drizzle-orm'
import { type Table, tablesInOrder } from '#db/backup/catalog.ts'
import { countRows } from '#db/backup/load-rows.ts'
import { quoted, rawRows } from '#db/backup/raw-rows.ts'
import type { Handle } from '#db/connection.ts'

interface Link {
  readonly table: string
  readonly column: string
  readonly toTable: string
  readonly toColumn: string
}

/**
 * Puts two rows into every table that is empty, whatever tables there are: one that says all it can, and one that leaves open what
 * may be. What points at rows points at some that are there; in one table, at one that comes later in the order of the key. Throws
 * for a table that it cannot fill.
 */
export async function fillEmptyTables(db: Handle): Promise<void> {
  const links = await rawRows<Link>(db, LINKS)
  const open = new Set((await rawRows<{ name: string }>(db, NULLABLE)).map(({ name }) => name))
  for (const table of await tablesInOrder(db)) {
    if (await countRows(db, table)) continue
    for (const at of [0, 1]) {
      const names = table.columns.map(({ name }) => quoted(name)).join(', ')
      const values = table.columns.map(({ name, type }) => {
        const link = links.find((one) => one.table === table.name && one.column === name)
        const isOpen = open.has(`${table.name}.${name}`)
        const isFirstOfItself = at === 0 && link?.toTable === table.name
        if (isOpen && (isFirstOfItself || (at === 1 && link?.toTable !== table.name))) return 'null'
        return link ? pointing(link, at) : valueOfType(table, name, type, at)
      })
      await db.execute(
        sql.raw(
          `insert into ${quoted(table.name)} (${names}) values (${values.join(', ')}) on conflict do nothing`,
        ),
      )
    }
    if (!(await countRows(db, table))) throw new Error(`The table ${table.name} was not filled`)
  }
}

/** The first row or another, when there is one. */
const pointing = ({ table, toTable, toColumn }: Link, at: number) => {
  const [from, column] = [quoted(toTable), quoted(toColumn)]
  const offset = table === toTable ? '0' : `${at} % (select count(*) from ${from})`
  return `(select ${column} from ${from} order by ${column} offset ${offset} limit 1)`
}

function valueOfType({ name: table }: Table, name: string, type: string, at: number): string {
  // The second row stands before the first one by its key.
  const number = String(2 - at)
  const values: Readonly<Record<string, string>> = {
    text: `'${table} ${name} “${number}” \\ ''é'`,
    'text[]': `array['${name} ${number}', 'a "b", \\c', '']`,
    integer: number,
    bigint: `9007199254740${number}`,
    boolean: at ? 'true' : 'false',
    bytea: `'\\x00ff5c${number}0'`,
    jsonb: `'{"${name}": [1, 2.50, "é\\\\", null, {"at": ${number}}]}'`,
    'timestamp with time zone': `'2026-01-0${number} 01:02:03.456789+00'`,
    tsvector: `to_tsvector('simple', '${name} ${number}')`,
  }
  const value = values[type]
  if (value === undefined) throw new Error(`Nothing is known to put into ${table}.${name}: ${type}`)
  return value
}

const LINKS = sql`
  select f.relname as "table", a.attname as "column", t.relname as "toTable", b.attname as "toColumn"
  from pg_constraint r join pg_class f on f.oid = r.conrelid join pg_class t on t.oid = r.confrelid
    join pg_attribute a on a.attrelid = f.oid and a.attnum = r.conkey[1]
    join pg_attribute b on b.attrelid = t.oid and b.attnum = r.confkey[1]
  where r.contype = 'f' and f.relnamespace = 'public'::regnamespace`

const NULLABLE = sql`
  select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attnotnull`
