import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { expect, it } from 'vitest'
import { articleDoc } from '#lib/testing/flat-article.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import { quickSet } from './quick-set.ts'

const LINES = ['one', '', 'figure|A bridge', 'two', 'three', 'four']

it('[EDT11] each block is given what stands on it, in whatever order one asks', () => {
  const { doc } = flatReplica(articleDoc(1, LINES)).editor.state
  const places: number[] = []
  doc.forEach((_, pos) => {
    places.push(pos)
  })
  const on = (k: number) => Decoration.inline((places[k] ?? 0) + 1, (places[k] ?? 0) + 3, {})
  for (const decorations of [[on(0), on(3), on(5)], [on(4)], []]) {
    const set = DecorationSet.create(doc, decorations)
    const quick = quickSet(set)
    expect(quick).toBeInstanceOf(DecorationSet)
    expect(quick.find()).toEqual(set.find())
    for (const order of [[...places.keys()], [...places.keys()].reverse(), [3, 3, 0, 5, 4]]) {
      for (const k of order) {
        const of = (one: DecorationSet) => one.forChild(places[k] ?? 0, doc.child(k))
        expect(of(quick)).toBe(of(set))
      }
    }
  }
})

it('[EDT11] what stands on several blocks at once is found as ever', () => {
  const { doc } = flatReplica(articleDoc(1, LINES)).editor.state
  const set = DecorationSet.create(doc, [Decoration.inline(1, doc.content.size - 1, {})])
  expect(quickSet(set)).toBe(set)
})
