import { sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { rawRows } from './raw-rows.ts'

/** A table as the database itself describes it, so that tables to come are known too. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** Columns of the primary key. */
  readonly key: readonly string[]
  /** Columns that point at rows of the same table. */
  readonly selfReferences: readonly string[]
}

export interface Column {
  readonly name: string
  /** As it is written in SQL. */
  readonly type: string
}

interface Reference {
  readonly from: string
  readonly to: string
  readonly columns: readonly string[]
}

/** Every table, each behind those that it points at. */
export async function tablesInOrder(db: Handle): Promise<readonly Table[]> {
  const columns = await rawRows<Column & { readonly table: string }>(db, COLUMNS)
  const keys = await rawRows<{ readonly table: string; readonly column: string }>(db, KEYS)
  const references = await rawRows<Reference>(db, REFERENCES)
  const tables = [...Map.groupBy(columns, ({ table }) => table)].map(([name, its]) => ({
    name,
    columns: its.map((column) => ({ name: column.name, type: column.type })),
    key: keys.filter(({ table }) => table === name).map(({ column }) => column),
    selfReferences: references
      .filter(({ from, to }) => from === name && to === name)
      .flatMap((reference) => reference.columns),
  }))
  return inOrder(tables, references)
}

function inOrder(tables: readonly Table[], references: readonly Reference[]): readonly Table[] {
  const ordered: Table[] = []
  let left = tables
  while (left.length) {
    const waits = ({ name }: Table) =>
      references.some(
        ({ from, to }) => from === name && to !== name && left.some((table) => table.name === to),
      )
    const next = left.filter((table) => !waits(table))
    if (!next.length) throw new Error(`Tables point at each other: ${left.map(({ name }) => name)}`)
    ordered.push(...next)
    left = left.filter((table) => !next.includes(table))
  }
  return ordered
}

const COLUMNS = sql`
  select c.relname as "table", a.attname as "name", format_type(a.atttypid, a.atttypmod) as "type"
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  order by c.relname, a.attnum`

const KEYS = sql`
  select c.relname as "table", a.attname as "column"
  from pg_index i join pg_class c on c.oid = i.indrelid
    cross join unnest(i.indkey::int[]) with ordinality as k (attnum, at)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
  where i.indisprimary and c.relnamespace = 'public'::regnamespace
  order by c.relname, k.at`

const REFERENCES = sql`
  select f.relname as "from", t.relname as "to",
    array(select a.attname::text from pg_attribute a
      where a.attrelid = f.oid and a.attnum = any (r.conkey)) as "columns"
  from pg_constraint r join pg_class f on f.oid = r.conrelid join pg_class t on t.oid = r.confrelid
  where r.contype = 'f' and f.relnamespace = 'public'::regnamespace`
