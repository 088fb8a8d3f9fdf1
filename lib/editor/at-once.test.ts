import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { meet } from '#lib/testing/cohort.ts'
import { articleDoc, before, behind, copyOf, linesOf } from '#lib/testing/flat-article.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import { backspace, enter, setRole } from './block-keys.ts'

type Act = (state: EditorState) => Transaction

/** Puts the caret somewhere and presses a key. */
const press =
  (key: typeof enter | typeof backspace, where: (doc: EditorState['doc']) => number): Act =>
  (state) => {
    const $pos = state.doc.resolve(where(state.doc))
    const at = state.apply(state.tr.setSelection(TextSelection.between($pos, $pos)))
    const tr = key(at)
    if (!tr || tr === 'nothing') throw new Error('The key did nothing')
    const replay = state.tr
    for (const step of tr.steps) replay.step(step)
    return replay
  }
const split = (words: string) => press(enter, (doc) => before(doc, words))
const splitBehind = (words: string) => press(enter, (doc) => behind(doc, words))
const join = (words: string) => press(backspace, (doc) => before(doc, words))
const type =
  (where: string, text = 'X'): Act =>
  ({ tr, doc }) =>
    tr.insertText(text, before(doc, where))
const typeBehind =
  (where: string, text = 'X'): Act =>
  ({ tr, doc }) =>
    tr.insertText(text, behind(doc, where))
const annotate =
  (words: string, id: string): Act =>
  ({ tr, doc, schema }) =>
    tr.addMark(before(doc, words), behind(doc, words), schema.mark('annotation', { id }))
const role =
  (words: string, name: 'quote' | 'headline' | 'bullet'): Act =>
  (state) => {
    const $pos = state.doc.resolve(before(state.doc, words))
    const at = state.apply(state.tr.setSelection(TextSelection.between($pos, $pos)))
    const replay = state.tr
    for (const step of setRole(at, name).steps) replay.step(step)
    return replay
  }
const moveFirstToEnd: Act = ({ tr, doc }) => {
  const first = doc.child(0)
  tr.delete(0, first.nodeSize)
  return tr.insert(tr.doc.content.size, first)
}
const clear: Act = ({ tr, doc }) => tr.delete(0, doc.content.size)
const nothing: Act = ({ tr }) => tr

const START = ['subhead|abcdef', 'second']

/** Every outcome that may be seen, whoever's client id is the lower. */
const CASES: [name: string, one: Act, two: Act, outcomes: string[][]][] = [
  [
    'both split at one place',
    split('def'),
    split('def'),
    [['subhead|abc', 'subhead|', 'subhead|def', 'second']],
  ],
  [
    'both split, at two places',
    split('cdef'),
    split('ef'),
    [['subhead|ab', 'subhead|cd', 'subhead|ef', 'second']],
  ],
  [
    'a split; typing behind it',
    split('cdef'),
    type('ef'),
    [['subhead|ab', 'subhead|cdXef', 'second']],
  ],
  [
    'a split; typing before it',
    split('ef'),
    type('cdef'),
    [['subhead|abXcd', 'subhead|ef', 'second']],
  ],
  [
    'a role; Enter at the end',
    role('abcdef', 'quote'),
    splitBehind('abcdef'),
    [['quote|abcdef', '', 'second']],
  ],
  [
    'a role; a split (the new block keeps the role that it was made with)',
    role('abcdef', 'quote'),
    split('def'),
    [['quote|abc', 'subhead|def', 'second']],
  ],
  [
    'a role; Enter at the start (the text keeps its block)',
    role('abcdef', 'quote'),
    split('abcdef'),
    [['', 'quote|abcdef', 'second']],
  ],
  [
    'a role; typing at the end',
    role('abcdef', 'quote'),
    typeBehind('abcdef'),
    [['quote|abcdefX', 'second']],
  ],
  [
    'two roles',
    role('abcdef', 'quote'),
    role('abcdef', 'headline'),
    [
      ['quote|abcdef', 'second'],
      ['headline|abcdef', 'second'],
    ],
  ],
  [
    'roles of two neighbours',
    role('abcdef', 'quote'),
    role('second', 'bullet'),
    [['quote|abcdef', 'bullet|second']],
  ],
  ['a join; typing in the second', join('second'), type('ond'), [['subhead|abcdefsecXond']]],
  [
    'a join; typing at the start of the second',
    join('second'),
    type('second'),
    [['subhead|abcdefXsecond']],
  ],
  [
    'a join; typing at the end of the first',
    join('second'),
    typeBehind('abcdef'),
    [['subhead|abcdefXsecond']],
  ],
  [
    'a join; the role of the first',
    join('second'),
    role('abcdef', 'quote'),
    [['quote|abcdefsecond']],
  ],
  [
    'a join; the role of the second',
    join('second'),
    role('second', 'quote'),
    [['subhead|abcdefsecond']],
  ],
  ['both join', join('second'), join('second'), [['subhead|abcdefsecond']]],
  ['a join; a split in the second', join('second'), split('ond'), [['subhead|abcdefsec', 'ond']]],
  [
    'an annotation; a split inside it',
    annotate('bcde', 'a'),
    split('def'),
    [['subhead|a[a:bc]', 'subhead|[a:de]f', 'second']],
  ],
  [
    'an annotation; typing inside it',
    annotate('bcd', 'a'),
    type('cdef'),
    [['subhead|a[a:bXcd]ef', 'second']],
  ],
  [
    'an annotation; typing right behind it',
    annotate('bcd', 'a'),
    typeBehind('abcd'),
    [
      ['subhead|a[a:bcd]Xef', 'second'],
      ['subhead|a[a:bcdX]ef', 'second'],
    ],
  ],
  [
    'two annotations that touch',
    annotate('abc', 'a'),
    annotate('def', 'b'),
    [['subhead|[a:abc][b:def]', 'second']],
  ],
  [
    'two annotations that overlap',
    annotate('bcd', 'a'),
    annotate('def', 'b'),
    [['subhead|a[a:bc][a,b:d][b:ef]', 'second']],
  ],
  [
    'a move of the block; typing in it (stays where it was typed)',
    moveFirstToEnd,
    type('def'),
    [
      ['X', 'second', 'subhead|abcdef'],
      ['Xsecond', 'subhead|abcdef'],
    ],
  ],
  [
    'both move one block: two copies',
    moveFirstToEnd,
    moveFirstToEnd,
    [['second', 'subhead|abcdef', 'subhead|abcdef']],
  ],
  ['deletion of all; typing', clear, type('def'), [['X'], ['X', ''], ['', 'X']]],
  [
    'a line break in pasted text; nothing',
    ({ tr, schema }) => tr.insert(4, schema.text('x\ny')),
    nothing,
    [['subhead|abcx ydef', 'second']],
  ],
]

it.each(CASES)('[EDT2] at once: %s', (_, one, two, outcomes) => {
  for (const ids of [
    [1, 2],
    [2, 1],
  ]) {
    const base = articleDoc(9, START)
    const [a, b] = ids.map((id) => flatReplica(copyOf(base, id)))
    if (!a || !b) throw new Error('Two people')
    a.editor.dispatch(one(a.editor.state))
    b.editor.dispatch(two(b.editor.state))
    meet([a, b])
    const seen = linesOf(a.editor.state.doc)
    expect(outcomes).toContainEqual(seen)
    expect(linesOf(b.editor.state.doc)).toEqual(seen)
    expect(a.binding.rereads + b.binding.rereads).toBe(0)
  }
})

it('[EDT2] a split is one inserted embed, a join one deleted one, a role one entry', () => {
  const { editor, ydoc, binding } = flatReplica(articleDoc(1, START))
  const changes: unknown[] = []
  binding.text.observe((event) => changes.push(...event.delta))
  ydoc.getMap('blocks').observeDeep((events) => {
    for (const { path, keys } of events) changes.push([path, [...keys.keys()]])
  })
  editor.dispatch(split('def')(editor.state))
  expect(changes).toHaveLength(3)
  expect(changes[0]).toEqual({ retain: 4 })
  const { insert } = changes[1] as { insert: { block: string } }
  expect(insert.block).toMatch(/^[0-9a-f-]{36}$/)
  expect(changes[2]).toEqual([[], [insert.block]])
  changes.length = 0
  editor.dispatch(join('second')(editor.state))
  expect(changes).toEqual([{ retain: 8 }, { delete: 1 }])
  changes.length = 0
  editor.dispatch(role('abc', 'quote')(editor.state))
  expect(changes).toEqual([[['b0'], ['role']]])
})

it('[EDT2] a deletion up to the middle of a block leaves its opening alone', () => {
  const { editor, binding } = flatReplica(articleDoc(1, START))
  const changes: unknown[] = []
  binding.text.observe((event) => changes.push(...event.delta))
  editor.dispatch(editor.state.tr.delete(0, before(editor.state.doc, 'cond')))
  expect(linesOf(editor.state.doc)).toEqual(['cond'])
  expect(changes).toEqual([{ delete: 7 }, { retain: 1 }, { delete: 2 }])
})

it('[EDT8] what happens under one identifier shows in both copies of a block', () => {
  const base = articleDoc(9, START)
  const [a, b] = [1, 2].map((id) => flatReplica(copyOf(base, id)))
  for (const { editor } of [a!, b!]) editor.dispatch(moveFirstToEnd(editor.state))
  meet([a!, b!])
  a!.editor.dispatch(role('abcdef', 'quote')(a!.editor.state))
  meet([a!, b!])
  for (const { editor } of [a!, b!]) {
    expect(linesOf(editor.state.doc)).toEqual(['second', 'quote|abcdef', 'quote|abcdef'])
  }
})

it('[EDT5] an annotation over several blocks stays whole when they are joined', () => {
  const { editor, binding } = flatReplica(articleDoc(1, START))
  const { tr, schema } = editor.state
  editor.dispatch(tr.addMark(4, 12, schema.mark('annotation', { id: 'a' })))
  expect(binding.text.toDelta()).toContainEqual({
    insert: { block: 'b1' },
    attributes: { 'annotation:a': true },
  })
  editor.dispatch(join('second')(editor.state))
  expect(linesOf(editor.state.doc)).toEqual(['subhead|abc[a:defsec]ond'])
})

it('[EDT5] an opening inside an annotation carries it, one at its edge does not', () => {
  const { editor, binding } = flatReplica(articleDoc(1, START))
  editor.dispatch(annotate('bcde', 'a')(editor.state))
  editor.dispatch(split('def')(editor.state))
  editor.dispatch(splitBehind('de')(editor.state))
  const openings = (binding.text.toDelta() as Y.YTextEvent['delta'])
    .filter(({ insert }) => typeof insert === 'object')
    .map(({ attributes }) => attributes ?? {})
  expect(openings).toEqual([{}, { 'annotation:a': true }, {}, {}])
})
