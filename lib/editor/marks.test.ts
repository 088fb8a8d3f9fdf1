// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { articlePage } from '#lib/testing/article-page.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { articleDoc } from '#lib/testing/flat-article.ts'
import { type SentenceMark, setSentenceMarks } from './marks.ts'

let page: ReturnType<typeof articlePage>
const open = (...lines: string[]) => {
  page = articlePage(articleDoc(1, lines))
}
afterEach(() => page.close())

const mark = (block: number, from: number, to: number, more: Partial<SentenceMark> = {}) => ({
  ...{ block, from, to, display: 'sourced', active: false, glyph: null, label: 'Sourced' },
  ...more,
})
const set = (...marks: SentenceMark[]) => setSentenceMarks(page.editor.view, marks)
const sentences = () =>
  [...page.editor.view.dom.querySelectorAll<HTMLElement>('.s')].map(
    (element) => `${element.dataset.s} ${element.className}: ${element.textContent}`,
  )
const glyphs = () =>
  [...page.editor.view.dom.querySelectorAll<HTMLElement>('.s-glyph')].map(
    (element) => `${element.dataset.g}: ${element.textContent}`,
  )

it('[EDT11] one decoration for a sentence, its number and its state on it', () => {
  open('headline|Rain', 'It rained. It stopped.')
  set(
    mark(0, 0, 4),
    mark(1, 0, 10, { display: 'none', active: true }),
    mark(1, 11, 22, { display: 'stale', glyph: 'stale', label: 'Re-approve' }),
  )
  expect(sentences()).toEqual([
    '0 s s-sourced: Rain',
    '1 s s-none s-active: It rained.',
    '2 s s-stale: It stopped',
    '2 s s-stale s-glyph: .',
  ])
  expect(glyphs()).toEqual(['stale: .'])
  expect(page.editor.view.dom.querySelectorAll('[data-label=Re-approve]')).toHaveLength(2)
})

it.each(['\u{1F327}', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', 'e\u0301'])(
  '[EDT11] the sign hangs on the whole last character: %s',
  (last) => {
    open(`Rain ${last}`)
    set(mark(0, 0, 5 + last.length, { display: 'none', glyph: 'none' }))
    expect(glyphs()).toEqual([`none: ${last}`])
  },
)

it('[EDT11] typing carries the marks along; a change that others make too', () => {
  open('It rained. It stopped.', 'So.')
  set(mark(0, 0, 10), mark(0, 11, 22), mark(1, 0, 3))
  page.caret('rain')
  page.editor.commands.insertContent('XX')
  page.awareness.doc.getText('text').insert(1, 'Y', {})
  expect(sentences()).toEqual([
    '0 s s-sourced: It rainXXed.',
    '1 s s-sourced: It stopped.',
    '2 s s-sourced: So.',
  ])
})

it('[EDT11] only blocks whose sentences changed are drawn again', () => {
  open('One.', 'Two.', 'Three.')
  set(mark(0, 0, 4), mark(1, 0, 4), mark(2, 0, 6))
  const [one, two, three] = page.editor.view.dom.querySelectorAll('.s')
  set(mark(0, 0, 4), mark(1, 0, 4, { display: 'approved' }), mark(2, 0, 6))
  const now = page.editor.view.dom.querySelectorAll('.s')
  expect([now[0] === one, now[1] === two, now[2] === three]).toEqual([
    true,
    expect.any(Boolean),
    true,
  ])
  expect(sentences()[1]).toBe('1 s s-approved: Two.')
})

it('[EDT11] marks that are taken away, or reach beyond the text, are not drawn', () => {
  open('One.', 'figure|A bridge', 'Two.')
  set(mark(0, 0, 4), mark(2, 0, 99), mark(2, 3, 3), mark(7, 0, 1))
  expect(sentences()).toEqual(['0 s s-sourced: One.'])
  set()
  expect(sentences()).toEqual([])
})

it('[EDT11] a block that changed since is drawn anew even if its marks are the same', () => {
  open('One. Two.')
  const marks = [mark(0, 0, 4), mark(0, 5, 9)]
  set(...marks)
  page.editor.commands.setTextSelection({ from: 1, to: 5 })
  page.editor.commands.insertContent('Six.')
  set(...marks)
  expect(sentences()).toEqual(['0 s s-sourced: Six.', '1 s s-sourced: Two.'])
})

it('[EDT15] a selection that the browser has not told of yet stands when signs are drawn or others write', async () => {
  open('It rained. It stopped.', 'So.')
  const { view } = page.editor
  view.dom.tabIndex = 0 // jsdom focuses nothing else
  view.focus()
  page.caret('rain')
  // As between two keys: the view has read what it changed itself.
  await new Promise((done) => setTimeout(done))
  const [words] = view.dom.querySelector('p')?.childNodes ?? []
  const extend = (offset: number) =>
    document.getSelection()?.setBaseAndExtent(words as Text, 0, words as Text, offset)
  const selected = () => {
    const { from, to } = page.editor.state.selection
    return page.editor.state.doc.textBetween(from, to)
  }
  extend(9)
  set(mark(1, 0, 3))
  expect(selected()).toBe('It rained')
  extend(10)
  page.awareness.doc.getText('text').insert(page.awareness.doc.getText('text').length, '!', {})
  expect(selected()).toBe('It rained.')
  expect(page.lines()).toEqual(['It rained. It stopped.', 'So.!'])
  await new Promise((done) => setTimeout(done))
  extend(11)
  page.press('Delete')
  expect(page.lines()).toEqual(['It stopped.', 'So.!'])
})

it('[EDT11] in a long article the sentences near the screen are drawn, and others when one scrolls there', async () => {
  const count = 600
  open(...Array.from({ length: count }, (_, k) => `Line ${k}.`))
  let scrolled = 0
  const { dom } = page.editor.view
  // A page with room for ten blocks, which jsdom has no layout for.
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(1000)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: HTMLElement,
  ) {
    const k = [...dom.children].indexOf(this)
    return k < 0
      ? new DOMRect(0, -scrolled, 100, count * 100)
      : new DOMRect(0, k * 100 - scrolled, 100, 100)
  })
  const marks = Array.from({ length: count }, (_, k) => mark(k, 0, 6, { display: 'none' }))
  set(...marks)
  const drawn = () =>
    [...dom.children].flatMap((block, k) => (block.querySelector('.s') ? [k] : []))
  expect(drawn()).toEqual(Array.from({ length: 100 }, (_, k) => k))
  scrolled = 30_000
  document.dispatchEvent(new Event('scroll'))
  await eventually(() => expect([drawn()[0], drawn().at(-1)]).toEqual([270, 340]))
  // What is told of far blocks meanwhile is there when one comes back.
  set(...marks.map((one) => ({ ...one, display: 'sourced' })))
  scrolled = 0
  document.dispatchEvent(new Event('scroll'))
  await eventually(() => expect(drawn()).toContain(0))
  expect(new Set(sentences().map((words) => words.split(' ')[2]))).toEqual(new Set(['s-sourced:']))
  vi.restoreAllMocks()
})

it('[EDT11] a note is a second sign, also where the state has none', () => {
  open('It rained. It stopped.')
  set(mark(0, 0, 10, { glyph: 'sourced', noted: true }), mark(0, 11, 22, { noted: true }))
  const signs = [...page.editor.view.dom.querySelectorAll<HTMLElement>('.s-noted')]
  expect(signs.map(({ dataset }) => dataset.glyph)).toEqual(['sourced', undefined])
  set(mark(0, 0, 10, { glyph: 'sourced' }), mark(0, 11, 22))
  expect(page.editor.view.dom.querySelectorAll('.s-noted')).toHaveLength(0)
  expect(glyphs()).toEqual(['sourced: .'])
})

it('[EDT11] a claim in a part of the sentence is bracketed', () => {
  open('It rained and it sank.')
  const words = (selector: string) =>
    [...page.editor.view.dom.querySelectorAll(selector)]
      .map(({ textContent }) => textContent)
      .join('')
  set(mark(0, 0, 22, { active: true, parts: [{ from: 14, to: 21 }] }))
  expect(['.s-part', '.s-part-start', '.s-part-end'].map(words)).toEqual(['it sank', 'i', 'k'])
  set(mark(0, 0, 22, { active: true, parts: [{ from: 3, to: 9 }] }))
  expect(words('.s-part')).toBe('rained')
  set(mark(0, 0, 22, { active: true, parts: [{ from: 3, to: 90 }] }))
  expect(words('.s-part')).toBe('')
})
