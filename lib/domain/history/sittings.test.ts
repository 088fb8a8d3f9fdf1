import fc from 'fast-check'
import { expect, it } from 'vitest'
import { momentsOf } from './moments.ts'
import { LARGE_REMOVAL, type LoggedRow, PAUSE, settledSittings, sittingsOf } from './sittings.ts'

const MINUTE = 60_000

/** Rows from 11 on by literal: `ada 0, ben 3, ada 4!` with minutes; `!` takes much away. */
function rows(literal: string): readonly LoggedRow[] {
  return literal.split(', ').map((part, index) => {
    const [, personId = '', minutes, cut] = /^(\w+) (\d+)(!?)$/.exec(part) ?? []
    const cleared = cut ? LARGE_REMOVAL : 1
    return {
      seq: index + 11,
      personId,
      at: Number(minutes) * MINUTE,
      added: 2,
      removed: 1,
      cleared,
    }
  })
}

const spans = (literal: string) =>
  sittingsOf(rows(literal)).map(
    ({ from, to, people }) => `${from - 10}-${to - 10} ${people.join('+')}`,
  )

it('[HIS1] a pause ends a sitting, and so does somebody else who comes after one is done', () => {
  expect(spans('ada 0, ada 9, ada 18')).toEqual(['1-3 ada'])
  expect(spans('ada 0, ada 10')).toEqual(['1-1 ada', '2-2 ada'])
  expect(spans('ada 0, ada 1, ben 2, ben 3')).toEqual(['1-2 ada', '3-4 ben'])
})

it('[HIS1] people who write by turns sit together', () => {
  expect(spans('ada 0, ben 1, ada 2, cy 3')).toEqual(['1-3 ada+ben', '4-4 cy'])
  expect(spans('ada 0, ben 1, cy 2, ada 3, ben 30')).toEqual(['1-4 ada+ben+cy', '5-5 ben'])
})

it('[HIS1] the first text is a sitting of its own', () => {
  const first = [1, 2, 3].map((seq) => ({
    seq,
    personId: 'ada',
    at: 0,
    added: 1,
    removed: 0,
    cleared: 0,
  }))
  expect(sittingsOf(first).map(({ from, to }) => [from, to])).toEqual([
    [1, 1],
    [2, 3],
  ])
})

it('[HIS1] what takes much away begins a sitting: the moment before it is in the list', () => {
  expect(spans('ada 0, ada 1, ada 1!, ada 2')).toEqual(['1-2 ada', '3-4 ada'])
})

const log = fc
  .array(
    fc.record({
      personId: fc.constantFrom('ada', 'ben', 'cy'),
      wait: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 25 })),
      cleared: fc.constantFrom(0, 0, 0, 1, LARGE_REMOVAL),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((steps) => {
    let at = 0
    return steps.map(({ personId, wait, cleared }, index): LoggedRow => {
      at += wait * MINUTE
      return { seq: index + 1, personId, at, added: 1, removed: 1, cleared }
    })
  })

it('[HIS1] sittings lie side by side and hold every row once, of their people and of nobody else', () => {
  fc.assert(
    fc.property(log, (all) => {
      let next = 1
      for (const { from, to, people, since, until, added } of sittingsOf(all)) {
        const inside = all.slice(from - 1, to)
        expect(from).toBe(next)
        expect(new Set(inside.map(({ personId }) => personId))).toEqual(new Set(people))
        expect([since, until, added]).toEqual([inside[0]?.at, inside.at(-1)?.at, to - from + 1])
        next = to + 1
      }
      expect(next).toBe(all.length + 1)
    }),
  )
})

it('[HIS1] nobody is cut in two but by what takes much away', () => {
  fc.assert(
    fc.property(log, (all) => {
      const sittings = sittingsOf(all)
      const homeOf = (seq: number) => sittings.findIndex(({ from, to }) => seq >= from && seq <= to)
      for (const row of all) {
        const next = all.slice(row.seq).find(({ personId }) => personId === row.personId)
        if (!next || next.at - row.at >= PAUSE || row.seq === 1) continue
        const between = all.slice(row.seq, next.seq)
        if (between.some(({ cleared }) => cleared >= LARGE_REMOVAL)) continue
        expect(homeOf(next.seq)).toBe(homeOf(row.seq))
      }
    }),
  )
})

it('[HIS2] pages of the list put together are the whole list', () => {
  fc.assert(
    fc.property(log, fc.integer({ min: 1, max: 60 }), (all, size) => {
      const newest = all.slice(-size)
      const settled = settledSittings(sittingsOf(newest), newest[0]?.at ?? 0)
      const rest = all.slice(0, (settled[0]?.from ?? all.length + 1) - 1)
      expect([...sittingsOf(rest), ...settled]).toEqual(sittingsOf(all))
    }),
  )
})

it('[HIS2] what happened at a row stands above its sitting, and each is compared with the moment before', () => {
  const sittings = sittingsOf(rows('ada 0, ada 1, ada 2, ben 30'))
  const moments = momentsOf(sittings, [
    {
      kind: 'published',
      seq: 12,
      at: '1970-01-01T00:01:30.000Z',
      personId: 'p',
      number: 1,
      change: 'first',
    },
    {
      kind: 'named',
      seq: 13,
      at: '1980-01-01T00:00:00.000Z',
      personId: 'ada',
      id: 'n',
      name: 'Before lunch',
    },
    {
      kind: 'moved',
      seq: 19,
      at: '1970-01-01T00:40:00.000Z',
      personId: 'ada',
      from: 'draft',
      to: 'inReview',
    },
  ])
  expect(moments.map(({ kind, seq, previous }) => [kind, seq, previous])).toEqual([
    ['sitting', 14, 13],
    ['sitting', 13, 12],
    ['published', 12, 10],
  ])
  expect(moments.map(({ names }) => names.map(({ name }) => name))).toEqual([
    [],
    ['Before lunch'],
    [],
  ])
})

it('[HIS2] a name is no line of its own where its moment is one, and has the time of its row where it is', () => {
  const sittings = sittingsOf(rows('ada 0, ada 1, ada 2'))
  const name = (id: string, seq: number) =>
    ({ kind: 'named', id, name: id, seq, personId: 'ada', at: '1980-01-01T00:00:00.000Z' }) as const
  const published = { kind: 'published', seq: 12, at: '1970-01-01T00:01:30.000Z' } as const
  const moments = momentsOf(
    sittings,
    [
      name('end', 13),
      name('again', 13),
      name('out', 12),
      { ...published, personId: 'p', number: 1, change: 'first' },
      { ...published, kind: 'described', personId: 'p', fields: ['byline'], slug: null },
      name('alone', 11),
    ],
    (seq) => `row ${seq}`,
  )
  expect(
    moments.map(({ kind, seq, names, at }) => [kind, seq, names.map(({ id }) => id).join(' '), at]),
  ).toEqual([
    ['sitting', 13, 'end again', '1970-01-01T00:02:00.000Z'],
    ['published', 12, 'out', published.at],
    ['described', 12, '', published.at],
    ['named', 11, 'alone', 'row 11'],
  ])
})

it('[HIS1] what restored something stands alone: what it took away is in the moment before', () => {
  const spansWith = (alone: readonly number[]) =>
    sittingsOf(rows('ada 0, ada 1, ada 2, ada 3'), new Set(alone.map((seq) => seq + 10))).map(
      ({ from, to }) => `${from - 10}-${to - 10}`,
    )
  expect(spansWith([])).toEqual(['1-4'])
  expect(spansWith([3])).toEqual(['1-2', '3-3', '4-4'])
})
