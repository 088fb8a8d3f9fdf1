// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { articlePage } from '#lib/testing/article-page.ts'
import { meet } from '#lib/testing/cohort.ts'
import { articleDoc, before, behind } from '#lib/testing/flat-article.ts'
import { caret, doc, type FlatReplica, lines, pair, type } from '#lib/testing/flat-pair.ts'

/** As the server does it: nothing but formatting, in the shared text. */
function anchor(shared: Y.Doc, words: string, id = 't') {
  const text = shared.getText('text')
  // An embed is one character of the text and none of its string.
  const delta = text.toDelta() as { insert: string | object }[]
  const flat = delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\n')).join('')
  text.format(flat.indexOf(words), words.length, { [`thread:${id}`]: true })
}

function talkedAbout(words: string, text: readonly string[] = TEXT) {
  const [one, two] = pair(text)
  anchor(one.ydoc, words)
  meet([one, two])
  return [one, two] as const
}

const TEXT = ['It rained. It stopped. Nobody came.', 'quote|Last.']

function replace({ editor }: FlatReplica, words: string, by: string) {
  const from = before(editor.state.doc, words)
  const { tr } = editor.state
  tr.setSelection(TextSelection.create(tr.doc, from, from + words.length))
  editor.dispatch(by ? tr.insertText(by) : tr.deleteSelection())
}

/** Letter by letter, at the caret. */
function write({ editor }: FlatReplica, words: string) {
  for (const letter of words) editor.dispatch(editor.state.tr.insertText(letter))
}

const START = 'It rained. [t:It stopped.] Nobody came.'

it('[THR1] what is typed inside it belongs to it, what is typed at its edges does not', () => {
  const [one, two] = talkedAbout('It stopped.')
  type(one, before(doc(one), 'stopped'), 'soon ')
  type(one, before(doc(one), 'It soon'), 'And ')
  type(one, behind(doc(one), 'stopped.'), ' Yes.')
  expect(lines(one)[0]).toBe('It rained. And [t:It soon stopped.] Yes. Nobody came.')
  meet([one, two])
  expect(lines(two)).toEqual(lines(one))
})

it('[THR1] two threads touch, overlap and lie on an annotation', () => {
  const [one] = talkedAbout('It stopped.')
  anchor(one.ydoc, 'stopped. Nobody', 'u')
  const { tr, schema } = one.editor.state
  const mark = schema.mark('annotation', { id: 'a' })
  one.editor.dispatch(tr.addMark(before(doc(one), 'It stopped'), behind(doc(one), 'came.'), mark))
  expect(lines(one)[0]).toBe('It rained. [a,t:It ][a,t,u:stopped.][a,u: Nobody][a: came.]')
})

it('[THR1] it stays through a split and a join, and an undo of either', () => {
  const [one] = talkedAbout('It stopped.')
  const { tr } = one.editor.state
  one.editor.dispatch(tr.split(before(doc(one), 'stopped')))
  expect(lines(one)).toEqual(['It rained. [t:It ]', '[t:stopped.] Nobody came.', 'quote|Last.'])
  one.undo()
  expect(lines(one)[0]).toBe(START)
  one.redo()
  one.editor.dispatch(one.editor.state.tr.join(before(doc(one), 'stopped') - 1))
  expect(lines(one)[0]).toBe(START)
})

it('[THR1] over several blocks it stays whole when they are joined', () => {
  const [one] = pair(['First', 'second'])
  anchor(one.ydoc, 'rst\nsec')
  expect(lines(one)).toEqual(['Fi[t:rst]', '[t:sec]ond'])
  one.editor.dispatch(one.editor.state.tr.join(7))
  expect(lines(one)).toEqual(['Fi[t:rstsec]ond'])
})

it('[THR1] it came from elsewhere: no undo takes it away, and an undo of a deletion brings it back', () => {
  const [one] = pair(TEXT)
  type(one, before(doc(one), 'Nobody'), 'Yes. ')
  anchor(one.ydoc, 'It stopped.')
  replace(one, 'It stopped. ', '')
  expect(lines(one)[0]).toBe('It rained. Yes. Nobody came.')
  one.undo()
  one.undo()
  expect(lines(one)[0]).toBe(START)
})

it('[THR5] the words that take the place of its own carry it, as long as one types', () => {
  const [one, two] = talkedAbout('It stopped.')
  replace(one, 'It stopped.', 'T')
  write(one, 'he sun came')
  expect(lines(one)[0]).toBe('It rained. [t:The sun came] Nobody came.')
  type(two, before(doc(two), 'It rained'), 'Once ')
  meet([one, two])
  write(one, ' out.')
  expect(lines(one)[0]).toBe('Once It rained. [t:The sun came out.] Nobody came.')
  // Another sentence is another matter.
  write(one, ' It was hot.')
  expect(lines(one)[0]).toBe('Once It rained. [t:The sun came out.] It was hot. Nobody came.')
  meet([one, two])
  expect(lines(two)).toEqual(lines(one))
})

it('[THR5] it goes on with a part of a sentence, and ends where the caret goes elsewhere', () => {
  const [one] = talkedAbout('stopped')
  replace(one, 'stopped', 'e')
  write(one, 'nded')
  expect(lines(one)[0]).toBe('It rained. It [t:ended]. Nobody came.')
  caret(one, before(doc(one), 'Nobody'))
  caret(one, behind(doc(one), 'ended'))
  write(one, ' soon')
  expect(lines(one)[0]).toBe('It rained. It [t:ended] soon. Nobody came.')
})

it('[THR5] letters may be taken back meanwhile, also the first', () => {
  const [one] = talkedAbout('It stopped.')
  const back = () => {
    const { tr, selection } = one.editor.state
    one.editor.dispatch(tr.delete(selection.head - 1, selection.head))
  }
  replace(one, 'It stopped.', 'X')
  back()
  write(one, 'Sn')
  back()
  write(one, 'un.')
  expect(lines(one)[0]).toBe('It rained. [t:Sun.] Nobody came.')
})

it('[THR5] what others type behind it meanwhile is theirs', () => {
  const [one, two] = talkedAbout('It stopped.')
  replace(one, 'It stopped.', 'S')
  meet([one, two])
  type(two, behind(doc(two), 'It rained. S'), '!')
  meet([one, two])
  expect(lines(one)[0]).toBe('It rained. [t:S]! Nobody came.')
})

it('[THR4] a deletion leaves it without a place, and gives it to no other words', () => {
  for (const gone of ['It stopped. ', 'It stopped.', 'It rained. It stopped. ']) {
    const [one] = talkedAbout('It stopped.')
    replace(one, gone, '')
    expect(lines(one)[0]).not.toContain('[t:')
  }
  const [one] = talkedAbout('It stopped.')
  replace(one, 'It rained. It stopped.', 'Nothing happened.')
  expect(lines(one)[0]).toBe('Nothing happened. Nobody came.')
})

const pages: ReturnType<typeof articlePage>[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

function page(articleId = 'one') {
  const shared = articleDoc(1, TEXT)
  anchor(shared, 'It stopped.')
  const opened = articlePage(shared, { articleId })
  pages.push(opened)
  return opened
}

it('[EDT6, THR4] cut and paste takes it along, a second paste does not', () => {
  const one = page()
  one.select('It stopped. ')
  const html = one.take('cut')
  expect(one.lines()[0]).toBe('It rained. Nobody came.')
  one.caret('Last.')
  one.paste(html)
  expect(one.lines()[1]).toBe('quote|Last.[t:It stopped.] ')
  one.paste(html)
  expect(one.lines()[1]).toBe('quote|Last.[t:It stopped.] It stopped. ')
})

it('[EDT6, THR4] a copy comes without, of all its words and of a part, here and elsewhere', () => {
  const one = page()
  const other = page('two')
  for (const words of ['It stopped.', 'stopped']) {
    one.select(words)
    const html = one.take('copy')
    one.caret('Last.')
    one.paste(html)
    expect(one.lines()[1]).toBe(`quote|Last.${words}`)
    other.caret('Last.')
    other.paste(html)
    expect(other.lines()[1]).toBe(`quote|Last.${words}`)
    one.editor.commands.undo()
    other.editor.commands.undo()
  }
  expect(one.lines()[0]).toBe(START)
})

it('[EDT6, THR4] a page that pretends to be the article brings none that stands', () => {
  const one = page()
  one.caret('Last.')
  const inside = '<span data-thread="t">x</span>'
  one.paste(`<p data-pm-slice="1 1 []" data-galley-article="one" data-block="b0">${inside}</p>`)
  one.paste(`<p>${inside}</p>`)
  expect(one.lines()[1]).toBe('quote|Last.xx')
})
