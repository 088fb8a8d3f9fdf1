import { expect, it } from 'vitest'
import { meet } from '#lib/testing/cohort.ts'
import { before } from '#lib/testing/flat-article.ts'
import { doc, type FlatReplica, lines, pair, type } from '#lib/testing/flat-pair.ts'
import { keepBoth, removeCopy } from './doubled-blocks.ts'

/** Two people who moved the first block to the end at once. */
function doubled() {
  const [one, two] = pair(['It rained.', 'It sank.'])
  for (const { editor } of [one, two]) {
    const first = editor.state.doc.child(0)
    const { tr } = editor.state
    tr.delete(0, first.nodeSize)
    editor.dispatch(tr.insert(tr.doc.content.size, first))
  }
  meet([one, two])
  return [one, two] as const
}

const ids = (replica: FlatReplica) => doc(replica).children.map(({ attrs }) => attrs.id)

it('[EDT14] both places of a block that two people moved show it, until one is taken out', () => {
  const [one, two] = doubled()
  expect(lines(one)).toEqual(['It sank.', 'It rained.', 'It rained.'])
  expect(ids(one)[1]).toBe(ids(one)[2])
  one.editor.dispatch(removeCopy(one.editor.state, 2)!)
  meet([one, two])
  expect(lines(two)).toEqual(['It sank.', 'It rained.'])
  one.undo()
  expect(lines(one)).toHaveLength(3)
})

it('[EDT14] keeping both makes two blocks, and loses nothing that is typed meanwhile', () => {
  const [one, two] = doubled()
  one.editor.dispatch(keepBoth(one.editor.state, 2)!)
  type(two, before(doc(two), 'rained'), 'hardly ')
  meet([one, two])
  expect(lines(one)).toEqual(lines(two))
  expect(lines(one)).toEqual(['It sank.', 'It hardly rained.', 'It rained.'])
  expect(new Set(ids(one)).size).toBe(3)
  one.editor.dispatch(
    one.editor.state.tr.setNodeAttribute(doc(one).content.size - 12, 'role', 'quote'),
  )
  meet([one, two])
  expect(lines(two)[2]).toBe('quote|It rained.')
  expect(lines(two)[1]).toBe('It hardly rained.')
  expect(one.binding.rereads).toBe(0)
})
