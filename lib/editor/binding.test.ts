import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { meet } from '#lib/testing/cohort.ts'
import { articleDoc, before, behind, linesOf } from '#lib/testing/flat-article.ts'
import { around, caret, doc, type FlatReplica, lines, pair, type } from '#lib/testing/flat-pair.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import { enter, setRole } from './block-keys.ts'

const LINES = ['headline|Rain in the north', 'It rained. It stopped.', 'quote|So it was.']

it('[EDT1] shows blocks, figures and text without an opening as the shared text has them', () => {
  const ydoc = articleDoc(1, ['headline|Rain', 'figure|A bridge'], 'stray')
  ydoc.getText('text').insert(ydoc.getText('text').length, 'behind', {})
  const { editor } = flatReplica(ydoc)
  expect(linesOf(editor.state.doc)).toEqual(['stray', 'headline|Rain', 'figure|A bridge', 'behind'])
  expect(editor.state.doc.children.map(({ attrs }) => attrs.stray ?? null)).toEqual([
    true,
    false,
    null,
    true,
  ])
})

it('[EDT1] an empty text shows one empty paragraph that stands for nothing', () => {
  const { editor, binding } = flatReplica(new Y.Doc())
  expect(linesOf(editor.state.doc)).toEqual([''])
  expect(binding.text.length).toBe(0)
  editor.dispatch(editor.state.tr.insertText('A', 1))
  expect(binding.text.toString()).toBe('A')
  expect(editor.state.doc.firstChild?.attrs.stray).toBe(false)
  expect(binding.text.length).toBe(2)
})

it('[EDT1] text without an opening gets one when it is edited, and only then', () => {
  const { editor, binding } = flatReplica(articleDoc(1, ['second'], 'first'))
  editor.dispatch(editor.state.tr.insertText('X', behind(editor.state.doc, 'second')))
  expect(editor.state.doc.firstChild?.attrs.stray).toBe(true)
  editor.dispatch(editor.state.tr.insertText('X', 1))
  expect(editor.state.doc.firstChild?.attrs).toMatchObject({ stray: false, role: 'paragraph' })
  expect(linesOf(binding.read())).toEqual(['Xfirst', 'secondX'])
})

it('[EDT1] nothing is kept under an empty identifier', () => {
  const { editor, binding } = flatReplica(articleDoc(1, ['second'], 'first'))
  const { tr, schema } = editor.state
  const nameless = schema.node('block', { role: 'quote' }, schema.text('new'))
  editor.dispatch(tr.replaceWith(0, editor.state.doc.child(0).nodeSize, nameless))
  expect(linesOf(binding.read())).toEqual(['quote|new', 'second'])
  expect([...binding.blocks.keys()]).not.toContain('')
})

it('[EDT4] a pending Ctrl-B survives a change by somebody else', () => {
  const [a, b] = pair(LINES)
  caret(a, behind(doc(a), 'rained'))
  a.editor.dispatch(a.editor.state.tr.setStoredMarks([a.editor.state.schema.mark('bold')]))
  type(b, 1, 'X')
  meet([a, b])
  expect(a.editor.state.storedMarks).toHaveLength(1)
})

it('[EDT4] two who type at one place do not mix their letters', () => {
  const [a, b] = pair(['<>'])
  for (const one of [a, b]) caret(one, 2)
  for (let n = 0; n < 8; n++) {
    for (const [k, one] of [a, b].entries()) {
      const { tr } = one.editor.state
      one.editor.dispatch(tr.insertText(['abcdefgh', '12345678'][k]!.charAt(n)))
      meet([a, b])
    }
  }
  expect(['<abcdefgh12345678>', '<12345678abcdefgh>']).toContain(lines(a)[0])
})

it.each([
  [
    'typing of equal letters before it',
    'aaaa|aaaa',
    (b: FlatReplica) => type(b, 3, 'aa'),
    'aaaaaa|aaaa',
  ],
  ['typing right at it', 'aa|bb', (b: FlatReplica) => type(b, 3, 'X'), 'aaX|bb'],
  ['typing at the end of its block', 'aabb|', (b: FlatReplica) => type(b, 5, 'X'), 'aabb|X'],
  [
    'Enter before it',
    'aab|b',
    (b: FlatReplica) => {
      caret(b, 2)
      b.editor.dispatch(enter(b.editor.state)!)
    },
    'ab|b',
  ],
  [
    'Enter at the end of its block',
    'aabb|',
    (b: FlatReplica) => {
      caret(b, 5)
      b.editor.dispatch(enter(b.editor.state)!)
    },
    'aabb|',
  ],
  [
    'a new block before its own',
    '|aabb',
    (b: FlatReplica) => {
      caret(b, 1)
      b.editor.dispatch(enter(b.editor.state)!)
    },
    '|aabb',
  ],
  [
    'another role for its block',
    'aa|bb',
    (b: FlatReplica) => {
      caret(b, 1)
      b.editor.dispatch(setRole(b.editor.state, 'quote'))
    },
    'aa|bb',
  ],
] as const)('[EDT4] the caret stays where it is through %s', (_, start, act, end) => {
  const [a, b] = pair([start.replace('|', ''), 'next'])
  caret(a, 1 + start.indexOf('|'))
  act(b)
  meet([a, b])
  expect(around(a)).toBe(end)
})

it('[EDT4] the caret stays through a change that is read anew as a whole', () => {
  const [a, b] = pair(['one two', 'three four'])
  caret(a, before(doc(a), 'four'))
  const { text } = b.binding
  b.ydoc.transact(() => {
    for (let n = 0; n < 150; n++) {
      text.insert(1, 'x', {})
      text.format(1, 1, { bold: n % 2 ? true : null })
      text.insert(1, 'y', {})
    }
  })
  meet([a, b])
  expect(around(a)).toBe('three |four')
  expect(linesOf(a.binding.read())).toEqual(lines(a))
})

it('[EDT9] formatting, embeds, roles and entries that we do not know survive our edits', () => {
  const ydoc = articleDoc(1, ['sidebar|one two three'])
  const text = ydoc.getText('text')
  text.format(5, 3, { 'highlight:x': 'yellow' })
  text.insertEmbed(8, { chart: 7 }, {})
  ydoc.getMap('blocks').set('elsewhere', new Y.Map([['role', 'quote']]))
  const one = flatReplica(ydoc)
  expect(lines(one)).toEqual(['one two\uFFFC three'])
  type(one, before(doc(one), 'wo'), 'X')
  caret(one, before(doc(one), ' three') + 1) // behind the unknown embed
  one.editor.dispatch(enter(one.editor.state)!)
  type(one, behind(doc(one), ' three'), '.')
  expect(text.toDelta()).toMatchObject([
    { insert: { block: 'b0' } },
    { insert: 'one ' },
    { insert: 'tXwo', attributes: { 'highlight:x': 'yellow' } },
    { insert: { chart: 7 } },
    { insert: { block: expect.any(String) } },
    { insert: ' three.' },
  ])
  const roles = Object.values(ydoc.getMap('blocks').toJSON()).map((entry) => entry.role)
  expect(roles.sort()).toEqual(['paragraph', 'quote', 'sidebar'])
})

it('[EDT9] what makes no sense in the shared document does no harm', () => {
  const ydoc = articleDoc(1, ['words'])
  const text = ydoc.getText('text')
  ydoc.getMap('blocks').set('b0', 'not a map')
  text.insertEmbed(0, { block: 5 })
  text.insertEmbed(1, { block: '' })
  text.format(3, 2, { link: 'javascript:alert(1)', boundary: 'maybe', bold: false })
  const one = flatReplica(ydoc)
  expect(lines(one)).toEqual(['\uFFFC', '', 'words'])
  type(one, behind(doc(one), 'words'), '!')
  caret(one, before(doc(one), 'words'))
  one.editor.dispatch(setRole(one.editor.state, 'quote'))
  expect(linesOf(one.binding.read())).toEqual(['\uFFFC', '', 'quote|words!'])
})

it('[EDT9] half of a surrogate pair never reaches the shared text', () => {
  const [a, b] = pair(['\u{1F600}\u{1F601}'])
  const { tr } = a.editor.state
  a.editor.dispatch(tr.delete(2, 3)) // the second half of the first
  a.editor.dispatch(a.editor.state.tr.insertText('\u{1F601}\uD83D', 4))
  meet([a, b])
  expect(lines(a)).toEqual(lines(b))
  expect(lines(a)[0]?.isWellFormed()).toBe(true)
  const [c, d] = pair(['\u{1F600}'])
  c.editor.dispatch(c.editor.state.tr.insertText('\uDE42', 2, 3)) // as a new face for the same head
  meet([c, d])
  expect([lines(c), lines(d)]).toEqual([['\u{1F642}'], ['\u{1F642}']])
})

it('[EDT9] line breaks and NUL in inserted text become spaces', () => {
  const [a, b] = pair(['words'])
  type(a, 1, 'a\nb\r\0c')
  meet([a, b])
  expect(lines(b)).toEqual(['a b  cwords'])
})

it('[EDT1] every typed character of a long text costs its own change only', () => {
  const [a] = pair(Array.from({ length: 50 }, (_, n) => `Paragraph ${n}.`))
  const deltas: unknown[] = []
  a.binding.text.observe(({ delta }) => deltas.push(delta))
  type(a, before(doc(a), 'Paragraph 30'), 'X')
  expect(deltas).toEqual([[{ retain: expect.any(Number) }, { insert: 'X' }]])
})
