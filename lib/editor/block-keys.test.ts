// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { articlePage } from '#lib/testing/article-page.ts'
import { articleDoc } from '#lib/testing/flat-article.ts'

let page: ReturnType<typeof articlePage>
const open = (...lines: string[]) => {
  page = articlePage(articleDoc(1, lines))
}
afterEach(() => page.close())
const ids = () => page.editor.state.doc.children.map(({ attrs }) => attrs.id)

it.each(['headline', 'standfirst', 'subhead', 'caption'])(
  '[EDT2] Enter at the end of a %s gives a paragraph',
  (role) => {
    open(`${role}|Rain`)
    page.caret('Rain')
    page.press('Enter')
    expect(page.lines()).toEqual([`${role}|Rain`, ''])
  },
)

it.each(['quote', 'bullet', 'numbered'])('[EDT2] Enter at the end of a %s goes on', (role) => {
  open(`${role}|Rain`)
  page.caret('Rain')
  page.press('Enter')
  expect(page.lines()).toEqual([`${role}|Rain`, `${role}|`])
  page.press('Enter')
  expect(page.lines()).toEqual([`${role}|Rain`, ''])
})

it('[EDT2] Enter in the middle keeps the role and the first identifier; a selection goes', () => {
  open('subhead|Rain and wind')
  page.select(' and ')
  page.press('Enter')
  expect(page.lines()).toEqual(['subhead|Rain', 'subhead|wind'])
  expect(ids()[0]).toBe('b0')
  expect(ids()[1]).not.toBe('b0')
})

it('[EDT2] Enter at the start puts an empty block before, and the text keeps its identifier', () => {
  open('headline|Rain')
  page.caretBefore('Rain')
  page.press('Enter')
  expect(page.lines()).toEqual(['', 'headline|Rain'])
  expect(ids()[1]).toBe('b0')
})

it('[EDT2] Enter on a figure opens a paragraph behind it', () => {
  open('Rain', 'figure|A bridge')
  page.editor.commands.setNodeSelection(6)
  page.press('Enter')
  expect(page.lines()).toEqual(['Rain', 'figure|A bridge', ''])
  expect(page.editor.state.selection.from).toBe(8)
})

it('[EDT2] Backspace at the start makes a paragraph first, then joins, and the first block stays', () => {
  open('headline|Rain', 'quote|and wind')
  page.caretBefore('and')
  page.press('Backspace')
  expect(page.lines()).toEqual(['headline|Rain', 'and wind'])
  page.press('Backspace')
  expect(page.lines()).toEqual(['headline|Rainand wind'])
  expect(ids()).toEqual(['b0'])
})

it('[EDT2] Backspace behind an empty block takes that one away', () => {
  open('headline|Rain', '', 'and wind')
  page.caretBefore('and')
  page.press('Backspace')
  expect(page.lines()).toEqual(['headline|Rain', 'and wind'])
  expect(ids()).toEqual(['b0', 'b2'])
})

it('[EDT2] Backspace at the very start does nothing, and the block keeps its identifier', () => {
  open('', 'wind')
  page.editor.commands.setTextSelection(1)
  expect(page.press('Backspace')).toBe(true)
  expect(ids()).toEqual(['b0', 'b1'])
})

it('[EDT2] setting a role touches every block of the selection, and keeps their identifiers', () => {
  open('Rain', 'and', 'wind')
  page.select('in', 'an')
  page.editor.commands.setRole('bullet')
  expect(page.lines()).toEqual(['bullet|Rain', 'bullet|and', 'wind'])
  expect(ids()).toEqual(['b0', 'b1', 'b2'])
  expect(page.editor.can().setRole('quote')).toBe(true)
  expect(page.lines()[0]).toBe('bullet|Rain')
})

it.each([
  ['0', 'quote|Rain', 'Rain'],
  ['1', 'Rain', 'headline|Rain'],
  ['2', 'Rain', 'subhead|Rain'],
])('[EDT2] Ctrl-Alt-%s', (key, from, to) => {
  open(from)
  page.caret('Ra')
  page.press(key, { ctrlKey: true, altKey: true, keyCode: key.charCodeAt(0) })
  expect(page.lines()).toEqual([to])
})

it('[EDT2] Ctrl-B and Ctrl-I', () => {
  open('Rain')
  page.select('Rain')
  page.press('b', { ctrlKey: true })
  page.press('i', { ctrlKey: true })
  expect(page.lines()).toEqual(['[bold,italic:Rain]'])
})

it('[EDT3] Ctrl-Z and Ctrl-Shift-Z', () => {
  open('Rain')
  page.caret('Rain')
  page.press('Enter')
  page.press('z', { ctrlKey: true })
  expect(page.lines()).toEqual(['Rain'])
  page.press('Z', { ctrlKey: true, shiftKey: true, keyCode: 90 })
  expect(page.lines()).toEqual(['Rain', ''])
})

it('[EDT2] clearing the whole article leaves one block with an opening of its own', () => {
  open('headline|Rain', 'wind')
  page.editor.commands.selectAll()
  page.press('Backspace')
  expect(page.lines()).toEqual([''])
  expect(page.editor.state.doc.firstChild?.attrs).toMatchObject({ stray: false })
  expect(ids()[0]).not.toBe('')
})
