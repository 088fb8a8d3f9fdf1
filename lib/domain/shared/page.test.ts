import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cursorOf, pageOf, placeOf } from './page.ts'

const keyOf = (item: { at: number; id: string }) => [item.at, item.id]

it('[API4] page by page one sees each entry that stays once, in order, whatever comes and goes meanwhile', () => {
  const item = fc.record({ at: fc.nat(5), id: fc.uuid() })
  const lists = fc.array(item, { maxLength: 30 })
  fc.assert(
    fc.property(lists, lists, lists, fc.integer({ min: 1, max: 7 }), (stay, come, go, limit) => {
      const seen: string[] = []
      let list = [...stay, ...go]
      let cursor: string | null = null
      for (let round = 0; round < 200; round++) {
        const after = cursor === null ? null : placeOf('list', cursor)
        const page = pageOf(list, { limit, after }, keyOf)
        seen.push(...page.items.map(({ id }) => id))
        if (!page.next) break
        cursor = cursorOf('list', page.next)
        list = [...stay, ...come.slice(0, round)]
      }
      expect(new Set(seen).size).toBe(seen.length)
      for (const { id } of stay) expect(seen).toContain(id)
    }),
  )
})

it('[API4] what is no cursor is none', () => {
  for (const wrong of ['', 'x', '%', btoa('{}'), btoa('["list"]'), btoa('["list", null]')])
    expect(placeOf('list', wrong)).toBeNull()
  const cursor = cursorOf('list', ['2026-01-01', 'é', 7])
  expect(placeOf('list', cursor)).toEqual(['2026-01-01', 'é', 7])
  expect(placeOf('other', cursor)).toBeNull()
})
