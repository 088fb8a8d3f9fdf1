import type { Database, Statement } from '#db/connection.ts'
import { rowChecksum } from '#db/row-checksum.ts'

/** One row to append. Sequence numbers of an article have no gaps. */
export interface NewRow {
  readonly articleId: string
  readonly seq: number
  readonly epoch: number
  readonly personId: string
  readonly sessionId: string | null
  readonly at: Date
  readonly update: Uint8Array
  /** Client ids that this row binds to its person. */
  readonly newClients: readonly number[]
}

/** Somebody else has taken the article over, or written a row that this process does not know. */
export class Fenced extends Error {
  constructor(articleIds: readonly string[]) {
    super(`Of these articles one is served by another process now: ${articleIds.join(', ')}`)
    this.name = 'Fenced'
  }
}

/**
 * One statement for everything that a batch does: each of its own would be one more wait for the database, shared by
 * all who type. It locks the heads of the articles, in order; only if each is where the rows begin, anything happens.
 */
const APPEND: Statement = {
  name: 'append-rows',
  text: `
    with head as (
      select * from jsonb_to_recordset($1::jsonb)
        as head (id text, first bigint, last bigint, epoch int, at timestamptz, person text)
    ), mine as (
      select article.id from article join head on head.id = article.id
      where article.epoch = head.epoch and article.head_seq = head.first - 1
      order by article.id for update of article
    ), moved as (
      update article set head_seq = head.last, changed_at = head.at, changed_by = head.person
      from head where article.id = head.id and (select count(*) from mine) = $2
    ), added as (
      insert into article_update (article_id, seq, epoch, person_id, session_id, at, update, checksum)
      select id, seq, epoch, person, session, at, substring($3::bytea from start for length), checksum
      from jsonb_to_recordset($4::jsonb) as row (
        id text, seq bigint, epoch int, person text, session text, at timestamptz, start int, length int,
        checksum int
      )
      where (select count(*) from mine) = $2
    ), bound as (
      insert into client_owner (article_id, client_id, person_id)
      select id, client, person
      from jsonb_to_recordset($5::jsonb) as bound (id text, client bigint, person text)
      where (select count(*) from mine) = $2
      on conflict do nothing
    )
    select count(*)::int as count from mine`,
}

/** Appends rows of any articles: all are committed, or none. */
export async function appendRows(database: Database, rows: readonly NewRow[]): Promise<void> {
  const heads = headsOf(rows)
  const [mine] = (await database.run(APPEND, [
    JSON.stringify(heads),
    heads.length,
    Buffer.concat(rows.map(({ update }) => update)),
    JSON.stringify(placed(rows)),
    JSON.stringify(clientsOf(rows)),
  ])) as readonly { readonly count: number }[]
  if (mine?.count !== heads.length) throw new Fenced(heads.map(({ id }) => id))
}

/** What becomes the head of each article. */
function headsOf(rows: readonly NewRow[]) {
  const heads = new Map<string, { readonly id: string; readonly first: number }>()
  for (const { articleId: id, seq: last, epoch, at, personId: person } of rows) {
    heads.set(id, {
      ...{ id, first: heads.get(id)?.first ?? last, last, epoch },
      ...{ at, person },
    })
  }
  return [...heads.values()]
}

/** The rows without their bytes, which stand one behind the other in a value of their own, from 1. */
function placed(rows: readonly NewRow[]) {
  let end = 1
  return rows.map((row) => {
    const { articleId: id, personId: person, sessionId: session, seq, epoch, at, update } = row
    const start = end
    end += update.length
    const checksum = rowChecksum(seq, update)
    return { id, seq, epoch, person, session, at, start, length: update.length, checksum }
  })
}

function clientsOf(rows: readonly NewRow[]) {
  return rows.flatMap(({ articleId: id, personId: person, newClients }) =>
    newClients.map((client) => ({ id, client, person })),
  )
}
