import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkTrail, GENESIS, type Head, type KeptRow, type TrailRow, trailHash } from './chain.ts'

const ROWS = 1000

/** Rows from this one on, each knowing the one before. */
function chainOf(rows: readonly TrailRow[], previousHash = GENESIS): KeptRow[] {
  let before = previousHash
  return rows.map((given) => {
    const row = { ...given, previousHash: before }
    before = trailHash(row)
    return { row, hash: before }
  })
}

const row = (seq: number): TrailRow => ({
  ...{ seq, previousHash: '', at: new Date(seq * 1000).toISOString(), actorId: 'ada' },
  ...{ action: 'act', articleId: seq % 3 ? 'x' : null, detail: { ü: [seq, null], a: 0.1 } },
})

const WHOLE = chainOf(Array.from({ length: ROWS }, (_, at) => row(at + 1)))
const headAt = (seq: number, kept = WHOLE): Head => ({
  ...{ seq, at: '2026-01-01T00:00:00.000Z', hash: kept[seq - 1]?.hash ?? GENESIS },
})
const HEADS = [headAt(0), headAt(400), headAt(ROWS)]
const found = (kept: readonly KeptRow[], heads: readonly Head[] = HEADS) =>
  checkTrail(kept, heads)?.row ?? null
const changed = (kept: readonly KeptRow[], seq: number, row: Partial<TrailRow>) =>
  kept.map((one) => (one.row.seq === seq ? { ...one, row: { ...one.row, ...row } } : one))

it('[LOG11] a trail that nobody touched is whole', () => {
  expect(checkTrail(WHOLE, HEADS)).toBeNull()
  expect(checkTrail(WHOLE, [])).toBeNull()
  expect(checkTrail([], [])).toBeNull()
})

it('[LOG11] of 1,000 rows each one that is changed, deleted, moved or cut off is named', () => {
  const wrong: string[] = []
  // Each row in one way, and every twentieth in all: to check a chain is to hash all of it up to there.
  // `TRAIL_WAYS=all` tries each in all, which takes four times as long.
  const isTried = (seq: number, way: number) =>
    seq % 4 === way || seq % 20 === 0 || process.env.TRAIL_WAYS === 'all'
  const expectRow = (what: string, seq: number, kept: readonly KeptRow[]) => {
    if (found(kept) !== seq) wrong.push(`${what} ${seq}: ${found(kept)}`)
  }
  for (let seq = 1; seq <= ROWS; seq++) {
    const [one, two] = [WHOLE[seq - 1], WHOLE[seq]]
    const ways = {
      changed: changed(WHOLE, seq, { detail: { ü: 1 } }),
      deleted: WHOLE.filter(({ row }) => row.seq !== seq),
      moved: one && two ? WHOLE.with(seq - 1, two).with(seq, one) : null,
      cut: WHOLE.slice(0, seq - 1),
    }
    for (const [way, [what, kept]] of Object.entries(ways).entries())
      if (kept && isTried(seq, way)) expectRow(what, seq, kept)
  }
  expect(wrong).toEqual([])
})

it('[LOG11] a row that is replaced together with its hash is named, not its neighbour', () => {
  for (const seq of [1, 2, 500, ROWS - 1, ROWS]) {
    const before = WHOLE[seq - 2]?.hash ?? GENESIS
    const [other] = chainOf([{ ...row(seq), actorId: 'mallory' }], before)
    expect(other && found(WHOLE.with(seq - 1, other))).toBe(seq === ROWS ? 401 : seq)
  }
  const [stray] = chainOf([row(500)], 'f'.repeat(64))
  expect(stray && found(WHOLE.with(499, stray))).toBe(500)
})

it('[LOG11] numbers that were put right, and all hashes after them, deceive no signed head', () => {
  const rewritten = (from: number) => {
    const rest = WHOLE.slice(from).map(({ row: known }) => ({ ...known, seq: known.seq - 1 }))
    return [...WHOLE.slice(0, from - 1), ...chainOf(rest, WHOLE[from - 2]?.hash)]
  }
  const anywhere = fc.integer({ min: 1, max: ROWS - 1 })
  fc.assert(
    fc.property(anywhere, (from) => {
      const kept = rewritten(from)
      expect(checkTrail(kept, [])).toBeNull()
      expect(found(kept)).toBe(from <= 400 ? 1 : ROWS)
    }),
    { numRuns: 20 },
  )
})
