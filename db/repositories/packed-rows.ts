import { and, asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { rowChecksum } from '#db/row-checksum.ts'
import { updates } from '#db/schema.ts'

/** What folding needs of a row. */
export interface PackedRow {
  readonly seq: number
  readonly update: Uint8Array
  /** False: it is not what was once stored. */
  readonly intact: boolean
}

/** Few enough that a pack of the largest changes fits in one value of the database. */
const ROWS_OF_A_PACK = 128
/** No checksum has it. */
const NO_CHECKSUM = 2 ** 32

/**
 * The rows of a log after one, up to another or to the end, in order. The database sends them in packs: thousands one by one take six
 * times as long, most of it for what surrounds each.
 */
export async function packedRows(
  db: Handle,
  articleId: string,
  after: number,
  upTo: number | null,
): Promise<readonly PackedRow[]> {
  const { seq, update, checksum } = updates
  const last = upTo === null ? undefined : lte(seq, upTo)
  const packs = await db
    .select({
      seqs: joined(sql`int8send(${seq})`),
      checksums: joined(sql`int8send(coalesce(${checksum}::bigint, ${NO_CHECKSUM}::bigint))`),
      sizes: joined(sql`int8send(octet_length(${update})::bigint)`),
      updates: joined(sql`${update}`),
    })
    .from(updates)
    .where(and(eq(updates.articleId, articleId), gt(seq, after), last))
    .groupBy(sql`${seq} / ${sql.raw(String(ROWS_OF_A_PACK))}`)
    .orderBy(asc(sql`min(${seq})`))
  return packs.flatMap(unpack)
}

function joined(bytes: SQL) {
  return sql<Uint8Array>`string_agg(${bytes}, ''::bytea order by ${updates.seq})`
}

type Pack = Readonly<Record<'seqs' | 'checksums' | 'sizes' | 'updates', Uint8Array>>

function unpack(pack: Pack): PackedRow[] {
  const [seqs, checksums, sizes] = [pack.seqs, pack.checksums, pack.sizes].map(numbersIn)
  let from = 0
  return (seqs ?? []).map((seq, at) => {
    const to = from + (sizes?.[at] ?? 0)
    const update = pack.updates.subarray(from, to)
    from = to
    const checksum = checksums?.[at]
    return {
      seq,
      update,
      intact: checksum === NO_CHECKSUM || checksum === rowChecksum(seq, update),
    }
  })
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / 8 }, (_, at) => Number(view.getBigInt64(at * 8)))
}
