import type pg from 'pg'

/** What the server does by itself, or derives anew, whoever asks: nothing in it is anybody's success. */
const DERIVED = [
  'article_snapshot',
  'audit_anchor',
  'cited_source',
  'lease',
  'link_health',
  'notice_mail',
  'notice_mark',
]
/** What moves with each use, or each try to deliver. */
const RESTLESS: Readonly<Record<string, readonly string[]>> = {
  api_token: ['last_used_at'],
  webhook_delivery: [
    ...['next_at', 'claimed_until', 'attempts', 'delivered_at', 'tried_at'],
    ...['last_status', 'last_error'],
  ],
  webhook: ['failing_since', 'active', 'given_up_at'],
  // It is one row, and follows the rows of the trail.
  audit_head: ['seq', 'hash'],
}

/** All that a newsroom holds: the rows of each table, as text. */
export type Holdings = ReadonlyMap<string, ReadonlySet<string>>

export async function holdingsOf(database: pg.Client): Promise<Holdings> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const held = new Map<string, ReadonlySet<string>>()
  for (const { name } of tables) {
    if (DERIVED.includes(name)) continue
    const { rows } = await database.query<{ row: string }>(
      `select (to_jsonb(t) - $1::text[])::text as row from "${name}" t`,
      [RESTLESS[name] ?? []],
    )
    held.set(name, new Set(rows.map(({ row }) => row)))
  }
  return held
}

/** What came and what went, in words; notices of what happened before may come late, and refusals are written down. */
export function differences(before: Holdings, after: Holdings): readonly string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table) ?? new Set()
    const came = [...now].filter((row) => !rows.has(row) && !mayCome(table, row))
    const gone = [...rows].filter((row) => !now.has(row))
    return [...came.map((row) => `+ ${table} ${row}`), ...gone.map((row) => `- ${table} ${row}`)]
  })
}

/** Acts of the trail that say that somebody was refused. */
const REFUSED = ['factor.refused', 'identity.refused']

function mayCome(table: string, row: string): boolean {
  if (table === 'notice') return true
  return table === 'audit' && REFUSED.includes(JSON.parse(row).action)
}
