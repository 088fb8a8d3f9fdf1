// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { articlePage } from '#lib/testing/article-page.ts'
import { articleDoc, before, behind } from '#lib/testing/flat-article.ts'

const pages: ReturnType<typeof articlePage>[] = []
const open = (doc: Y.Doc, articleId = 'one') => {
  const page = articlePage(doc, { articleId })
  pages.push(page)
  return page
}
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

/** An article whose words `Beta gamma.` are annotated. */
function annotated(articleId = 'one') {
  const page = open(articleDoc(1, ['Alpha. Beta gamma. Delta.', 'quote|Last.']), articleId)
  const { tr, doc, schema } = page.editor.state
  const mark = schema.mark('annotation', { id: 'a' })
  page.editor.view.dispatch(tr.addMark(before(doc, 'Beta'), behind(doc, 'gamma.'), mark))
  return page
}
const ids = ({ editor }: ReturnType<typeof articlePage>) =>
  editor.state.doc.children.map(({ attrs }) => attrs.id)

it('[EDT6] cut and paste inside the article takes the annotation along', () => {
  const page = annotated()
  page.select(' Beta gamma.')
  const html = page.take('cut')
  page.caret('Last.')
  page.paste(html)
  expect(page.lines()).toEqual(['Alpha. Delta.', 'quote|Last. [a:Beta gamma.]'])
})

it('[EDT6] so it is when a part of the annotation stays behind, but only for the first paste', () => {
  const page = annotated()
  page.select(' gamma.')
  const html = page.take('cut')
  page.caret('Last.')
  page.paste(html)
  page.paste(html)
  expect(page.lines()).toEqual(['Alpha. [a:Beta] Delta.', 'quote|Last.[a: gamma.] gamma.'])
})

it('[EDT6] after an undo of the cut it is a copy', () => {
  const page = annotated()
  page.select('Beta gamma.')
  const html = page.take('cut')
  page.editor.commands.undo()
  page.caret('Last.')
  page.paste(html)
  expect(page.lines()).toEqual([
    'Alpha. [a:Beta gamma.] Delta.',
    expect.stringMatching(/^quote\|Last\.\[(?!a:)[-0-9a-f]+:Beta gamma\.\]$/),
  ])
})

it('[EDT6] a copy has identifiers of its own, of blocks and of annotations', () => {
  const page = annotated()
  page.select('Alpha', 'Last.')
  const html = page.take('copy')
  page.caret('Last.')
  page.press('Enter')
  page.paste(html)
  expect(page.lines()).toEqual([
    'Alpha. [a:Beta gamma.] Delta.',
    'quote|Last.',
    expect.stringMatching(/^quote\|Alpha\. \[[-0-9a-f]+:Beta gamma\.\] Delta\.$/),
    'quote|Last.',
  ])
  expect(new Set(ids(page)).size).toBe(4)
})

it('[EDT6, ANN8] a copy of all its words gets a copy of the annotation, in one step of undo', () => {
  const page = annotated()
  const records = page.doc.getMap<Y.Map<unknown>>('annotations')
  const said = { kind: 'fact', confidence: 'likely', 'citation.c1.sourceId': 's1' }
  records.set('a', new Y.Map(Object.entries(said)))
  page.select('Beta gamma.')
  const html = page.take('copy')
  page.caret('Last.')
  page.paste(html)
  const [, copy = ''] = /\[(.*):Beta gamma\.\]$/.exec(page.lines()[1] ?? '') ?? []
  const { derivedFrom, ...record } = records.get(copy)?.toJSON() ?? {}
  expect(derivedFrom).toBe('a')
  expect(Object.values(record).sort()).toEqual(['fact', 'likely', 's1'])
  expect(record).not.toHaveProperty(['citation.c1.sourceId'])
  page.editor.commands.undo()
  expect([...new DocumentReader(page.doc).content.annotations.keys()]).toEqual(['a'])
  expect(page.lines()[1]).toBe('quote|Last.')
})

it('[EDT6] a copy of a part of its words comes without', () => {
  const page = annotated()
  page.select('gamma.')
  const html = page.take('copy')
  page.caret('Last.')
  page.paste(html)
  expect(page.lines()[1]).toBe('quote|Last.gamma.')
})

it('[EDT6] another article takes no annotation', () => {
  const page = annotated()
  page.select('Alpha', 'Delta.')
  const html = page.take('copy')
  const other = open(articleDoc(2, ['']), 'two')
  other.editor.commands.setTextSelection(1)
  other.paste(html)
  expect(other.lines()).toEqual(['Alpha. Beta gamma. Delta.'])
})

it('[EDT6] a page that pretends to be the article brings no annotation that stands, and runs nothing', () => {
  const page = annotated()
  page.caret('Last.')
  page.paste(
    '<p data-pm-slice="1 1 []" data-galley-article="one" data-block="b0">' +
      '<span data-annotation="a">x</span><a href="javascript:alert(1)">y</a></p>',
  )
  expect(page.lines()[1]).toBe('quote|Last.xy')
})

it('[EDT7] HTML from outside: the first block joins, an empty block takes the first over', () => {
  const page = open(articleDoc(1, ['Alpha omega', '']))
  page.caret('Alpha')
  page.paste('<p>one</p><h2>two</h2>')
  expect(page.lines()).toEqual(['Alphaone', 'subhead|two omega', ''])
  page.editor.commands.setTextSelection(page.editor.state.doc.content.size - 1)
  page.paste('<blockquote>three</blockquote><p>four</p>')
  expect(page.lines().slice(2)).toEqual(['quote|three', 'four'])
  expect(ids(page)[2]).toBe('b1')
})

it('[EDT7] pasted h1 becomes the headline of an article that has none', () => {
  const page = open(articleDoc(1, ['headline|', '']))
  page.editor.commands.setTextSelection(1)
  page.paste('<h1>Rain</h1>')
  expect(page.lines()).toEqual(['headline|Rain', ''])
  page.editor.commands.setTextSelection(7)
  page.paste('<h1>Wind</h1>')
  expect(page.lines()).toEqual(['headline|Rain', 'subhead|Wind'])
})

it('[EDT7] plain text: lines become blocks, and one line takes the formatting around it', () => {
  const page = open(articleDoc(1, ['Alpha omega']))
  page.caret('Alpha')
  page.pasteText(' one\r\n\r\ntwo\nthree')
  expect(page.lines()).toEqual(['Alpha one', 'two', 'three omega'])
  expect(new Set(ids(page)).size).toBe(3)
  page.caret('two')
  page.pasteText('\tx\0y')
  expect(page.lines()[1]).toBe('two xy')
})

it('[EDT7] ten thousand words are pasted quickly and are one step of undo', () => {
  const page = open(articleDoc(1, ['']))
  page.editor.commands.setTextSelection(1)
  const started = performance.now()
  page.paste('<p><b>Some</b> words of a <i>long</i> and dull text, all alike.</p>'.repeat(900))
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(page.lines()).toHaveLength(900)
  page.editor.commands.undo()
  expect(page.lines()).toEqual([''])
})

it('[EDT6] a paste is a step of undo by itself, however fast the typing around it', () => {
  const page = open(articleDoc(1, ['Alpha']))
  page.caret('Alpha')
  page.editor.commands.insertContent('1')
  page.pasteText('2')
  page.editor.commands.insertContent('3')
  const seen = [0, 1, 2].map(() => {
    page.editor.commands.undo()
    return page.lines()[0]
  })
  expect(seen).toEqual(['Alpha12', 'Alpha1', 'Alpha'])
})

it('[EDT16] a headline that opens plain text becomes the headline of an empty article, until it is undone', () => {
  const page = open(articleDoc(1, ['']))
  page.editor.commands.setTextSelection(1)
  page.pasteText('Ferry lost off Tarn\n\nIt sank at nine.\n\nNobody was hurt.')
  expect(page.lines()).toEqual([
    'headline|Ferry lost off Tarn',
    'It sank at nine.',
    'Nobody was hurt.',
  ])
  page.editor.commands.insertContent('!')
  page.editor.commands.undo()
  page.editor.commands.undo()
  expect(page.lines()).toEqual(['Ferry lost off Tarn', 'It sank at nine.', 'Nobody was hurt.'])
  page.editor.commands.undo()
  expect(page.lines()).toEqual([''])
})

it('[EDT16] where words stand already, and in what comes as HTML, nothing is made a headline', () => {
  const page = open(articleDoc(1, ['', 'Alpha.']))
  page.editor.commands.setTextSelection(1)
  page.pasteText('Ferry lost off Tarn\n\nIt sank.')
  expect(page.lines()[0]).toBe('Ferry lost off Tarn')
  const other = open(articleDoc(1, ['']))
  other.editor.commands.setTextSelection(1)
  other.pasteText('One. Two')
  other.editor.commands.undo()
  other.paste('<p>Ferry lost off Tarn</p><p>It sank.</p>')
  expect(other.lines()).toEqual(['Ferry lost off Tarn', 'It sank.'])
})
