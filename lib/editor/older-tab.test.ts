// @vitest-environment jsdom
import { type AnyExtension, Editor, Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROLES } from '#lib/domain/text/article-text.ts'
import type { DeltaOp } from '#lib/domain/text/flat-text.ts'
import { articleDoc, before, behind, linesOf } from '#lib/testing/flat-article.ts'
import { BlockKeys } from './block-keys.ts'
import { bindingOf, FlatCollaboration } from './flat-collaboration.ts'
import { schemaExtensions } from './schema.ts'

/** Each character once, so that it can be told what became of it. */
const LINES = ['headline|ABCDEFGHIJKL', 'MNOPQRSTUVWX', 'figure|A bridge', 'quote|abcdefghijkl']

const FORMATS: Readonly<Record<string, unknown>> = {
  bold: true,
  italic: true,
  link: 'https://example.org/a',
  boundary: 'split',
  'annotation:n1': true,
  'thread:t1': true,
}

/** An article in which everything stands that our schema has; `extra` stands beside each of them. */
function newerDoc(extra: Readonly<Record<string, unknown>> = {}, roles = ''): Y.Doc {
  const doc = articleDoc(9, LINES)
  const text = doc.getText('text')
  for (const [key, value] of Object.entries({ ...FORMATS, ...extra })) {
    text.format(4, 5, { [key]: value }) // DEFGH
    text.format(17, 6, { [key]: value }) // PQRSTU
  }
  text.insertEmbed(7, { table: 't1' }, { ...extra })
  const record = new Y.Map(Object.entries({ kind: 'fact', mood: 'new', 'citation.c1.page': '4' }))
  doc.getMap('annotations').set('n1', record)
  for (const entry of doc.getMap('blocks').values()) {
    if (entry instanceof Y.Map) entry.set('level', 3)
  }
  if (roles) (doc.getMap('blocks').get('b1') as Y.Map<unknown>).set('role', roles)
  return doc
}

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

function openWith(doc: Y.Doc, schema: AnyExtension[]): Editor {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
  const extensions = [...schema, FlatCollaboration.configure({ doc }), BlockKeys]
  const editor = new Editor({ element: document.createElement('div'), extensions })
  editors.push(editor)
  return editor
}

const noFigures = Node.create({ name: 'doc', topNode: true, content: 'block+' })

/** The program of an older release: all but one of what ours knows. */
function without(name: string): AnyExtension[] {
  return schemaExtensions
    .filter((extension) => extension.name !== name)
    .map((extension) => (extension.name === 'doc' && name === 'figure' ? noFigures : extension))
}

/** All formatting of each character, embed and entry, in a form that shows any difference. */
function stateOf(doc: Y.Doc) {
  const characters = new Map<string, string>()
  const embeds: string[] = []
  const sorted = (values: object) =>
    JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
  for (const { insert, attributes = {} } of doc.getText('text').toDelta() as DeltaOp[]) {
    if (typeof insert === 'string') {
      for (const char of insert) characters.set(char, sorted(attributes))
    } else embeds.push(JSON.stringify(insert))
  }
  return { characters, embeds, blocks: doc.getMap('blocks').toJSON() }
}

/** What people do all day, in the middle of what the tab does not know, at its edges, and across it. */
function write(editor: Editor) {
  const { view } = editor
  const now = () => view.state
  const insert = (words: string, pmPos: number) => view.dispatch(now().tr.insertText(words, pmPos))
  const select = (from: number, to = from) =>
    view.dispatch(now().tr.setSelection(TextSelection.create(now().doc, from, to)))
  insert('1', before(now().doc, 'F'))
  insert('2', before(now().doc, 'D'))
  insert('3', behind(now().doc, 'H'))
  insert('4', behind(now().doc, 'X'))
  for (const mark of ['bold', 'italic']) {
    if (!now().schema.marks[mark]) continue
    select(before(now().doc, 'N'), behind(now().doc, 'R'))
    editor.commands.toggleMark(mark)
  }
  select(before(now().doc, 'T'))
  view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }))
  view.dispatch(now().tr.delete(before(now().doc, 'R'), behind(now().doc, 'R')))
  select(before(now().doc, 'T'))
  view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', cancelable: true }))
  view.dispatch(
    now().tr.setNodeMarkup(before(now().doc, 'a') - 1, null, { id: 'b3', role: 'bullet' }),
  )
}

/** The formatting that this tab does not know, on every character that is still there. */
function untouched(doc: Y.Doc, was: ReturnType<typeof stateOf>, key: string) {
  const is = stateOf(doc)
  const formatOn = (state: typeof is, char: string) =>
    new Map(JSON.parse(state.characters.get(char) ?? '[]') as [string, unknown][]).get(key)
  for (const char of 'ABCDEFGHIJKLMNOPQSTUVWXabcdefghijkl') {
    expect(is.characters.has(char), `${char} is there`).toBe(true)
    expect(formatOn(is, char), `${key} of ${char}`).toEqual(formatOn(was, char))
  }
  const kinds = (embeds: readonly string[]) => embeds.filter((embed) => !embed.includes('block'))
  expect(kinds(is.embeds)).toEqual(kinds(was.embeds))
  return is
}

/** Opens it, writes, checks, takes everything back: then nothing at all may be different. */
function prove(doc: Y.Doc, schema: AnyExtension[], key: string) {
  const was = stateOf(doc)
  const records = JSON.stringify(doc.getMap('annotations').toJSON())
  const editor = openWith(doc, schema)
  expect(stateOf(doc)).toEqual(was)
  bindingOf(editor).undoManager.captureTimeout = 0
  write(editor)
  const is = untouched(doc, was, key)
  expect(JSON.stringify(doc.getMap('annotations').toJSON())).toBe(records)
  while (editor.commands.undo());
  expect(stateOf(doc)).toEqual(was)
  expect(bindingOf(editor).rereads).toBe(0)
  return is
}

const MARKS: readonly (readonly [name: string, key: string])[] = [
  ['annotation', 'annotation:n1'],
  ['thread', 'thread:t1'],
  ['boundary', 'boundary'],
  ['link', 'link'],
  ['bold', 'bold'],
  ['italic', 'italic'],
]

it.each(MARKS)('[EDT9] a tab that does not know %s leaves it where it is', (name, key) => {
  prove(newerDoc(), without(name), key)
})

const PROPOSED = [
  ['deletion', 'delete:ada.1', true],
  ['change', 'change:ada.1', 'bold'],
] as const

it.each(PROPOSED)(
  '[EDT9] a tab that does not know a proposed %s leaves it where it is',
  (name, key, value) => {
    prove(newerDoc({ [key]: value }), without(name), key)
  },
)

it('[EDT9] every mark and node of the schema is taken away once, but what the text is made of', () => {
  const names = schemaExtensions.map(({ name }) => name)
  const taken = [...MARKS, ...PROPOSED].map(([name]) => name as string).concat('figure')
  // What comes in by a proposal is no formatting: the client id of its characters says it.
  expect(names.filter((name) => !taken.includes(name))).toEqual([
    ...['doc', 'block', 'text', 'foreign', 'split', 'insertion'],
  ])
})

it('[EDT9] a tab that does not know figures keeps them in their place', () => {
  const { embeds, blocks } = prove(newerDoc(), without('figure'), 'link')
  expect(embeds).toContain('{"figure":"b2"}')
  expect(blocks.b2).toEqual({ alt: 'A bridge', level: 3 })
})

it.each(['highlight', 'annotation', 'comment:c1', 'annotation:', 'thread', 'thread:'])(
  '[EDT9] formatting that no release knew yet, %s, stays where it is',
  (key) => {
    prove(newerDoc({ [key]: { by: 'newer' } }), [...schemaExtensions], key)
  },
)

it.each(ROLES)('[EDT9] a tab that does not know the role %s leaves it alone', (role) => {
  // A role that the program does not know is any that is not on its list.
  const { blocks } = prove(newerDoc({}, `newer-${role}`), [...schemaExtensions], 'link')
  expect(blocks.b1).toEqual({ role: `newer-${role}`, level: 3 })
})

it('[EDT9] what a tab does not know stands on what is typed inside it, too', () => {
  const doc = newerDoc()
  const editor = openWith(doc, without('annotation'))
  expect(linesOf(editor.state.doc)[0]).not.toContain('n1')
  editor.view.dispatch(editor.state.tr.insertText('1', before(editor.state.doc, 'F')))
  expect(stateOf(doc).characters.get('1')).toContain('annotation:n1')
})
