import { sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import type { Table } from './catalog.ts'
import { quoted, rawRows } from './raw-rows.ts'

const BATCH_CHARACTERS = 2 * 1024 * 1024
const BATCH_ROWS = 1_000

/**
 * Puts rows that `dumpRows` wrote into an empty table. They are read twice where rows point at others of the same table, which may
 * come later.
 */
export async function loadRows(
  tx: Handle,
  table: Table,
  read: () => AsyncIterable<string>,
): Promise<void> {
  for await (const batch of inBatches(read())) await insert(tx, table, batch)
  if (!table.selfReferences.length) return
  for await (const batch of inBatches(read())) await pointAtOthers(tx, table, batch)
}

/** Takes out what migrations themselves put into tables: in a place that was empty nothing else is there. `tables` in order. */
export async function takeOutMigrated(tx: Handle, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables.toReversed())
    if (await countRows(tx, { name })) await tx.execute(sql.raw(`delete from ${quoted(name)}`))
}

export async function countRows(db: Handle, { name }: Pick<Table, 'name'>): Promise<number> {
  const [row] = await rawRows<{ rows: number }>(
    db,
    sql.raw(`select count(*)::int as rows from ${quoted(name)}`),
  )
  return row?.rows ?? 0
}

async function* inBatches(lines: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = []
  let size = 0
  for await (const line of lines) {
    batch.push(line)
    size += line.length
    if (size < BATCH_CHARACTERS && batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length) yield batch
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const castOf = ({ columns }: Table, name: string) =>
  `(r ->> ${literal(name)})::${columns.find((column) => column.name === name)?.type}`

async function insert(tx: Handle, table: Table, lines: readonly string[]): Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name)).join(', ')
  const values = table.columns.map(({ name }) =>
    table.selfReferences.includes(name) ? 'null' : castOf(table, name),
  )
  const statement = `insert into ${quoted(table.name)} (${names}) select ${values.join(', ')}`
  await tx.execute(sql`${sql.raw(statement)} from ${jsonOf(lines)} r`)
}

async function pointAtOthers(tx: Handle, table: Table, lines: readonly string[]): Promise<void> {
  for (const name of table.selfReferences) {
    const same = table.key.map((key) => `t.${quoted(key)} = ${castOf(table, key)}`).join(' and ')
    const change = `update ${quoted(table.name)} t set ${quoted(name)} = ${castOf(table, name)}`
    const where = `where ${same} and r ->> ${literal(name)} is not null`
    await tx.execute(sql`${sql.raw(change)} from ${jsonOf(lines)} r ${sql.raw(where)}`)
  }
}

const jsonOf = (lines: readonly string[]) =>
  sql`json_array_elements(${`[${lines.join(',')}]`}::text::json)`
