import { describe, expect, it } from 'vitest'
import { draftFile, shownBlocks, shownNotes } from '#lib/testing/docx-builder.ts'
import { importHtml } from './html-draft.ts'

function read(html: string) {
  const draft = importHtml(html, () => 'b')
  return { blocks: shownBlocks(draft.blocks), notes: shownNotes(draft) }
}

const file = (name: string) => read(new TextDecoder().decode(draftFile(name)))

describe('pages of word processors', () => {
  it('[IMP9] Google Docs: footnotes and comments stand where their marks stood', () => {
    expect(file('pier-google.html')).toEqual({
      blocks: [
        'paragraph: The pier',
        'paragraph: The pier cost €4 million. It opened in May. Nobody came.',
      ],
      notes: [
        'footnote after “ €4 million.”: Budget 2025, p. 9, [https://pier.example.org/budget](https://pier.example.org/budget)',
        'comment after “ened in May.”: Check the month.',
        'footnote after “ Nobody came”: Own visit, 4 June.',
      ],
    })
  })

  it('[IMP9] LibreOffice: the same notes as in its document', () => {
    const { blocks, notes } = file('ferry-libreoffice.html')
    expect(blocks).toHaveLength(12)
    expect(notes.map((note) => note.split(' ').slice(0, 4).join(' '))).toEqual([
      'footnote after “last summer.”:',
      'footnote after “bour office.”:',
      'footnote after “metres thin.”:',
      'endnote after “d it',
    ])
  })

  it('[IMP9] Word, and what makes pages of Markdown', () => {
    const word = `<p>It rained.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> It leaks.</p>
      <div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Log, p. 2</p></div>`
    const page = `<p>It rained.<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a> It leaks.</p>
      <section><ol><li id="fn1"><p>Log, p. 2<a href="#fnref1">↩</a></p></li></ol></section>`
    for (const html of [word, page]) {
      expect(read(html)).toEqual({
        blocks: ['paragraph: It rained. It leaks.'],
        notes: ['footnote after “It rained.”: Log, p. 2'],
      })
    }
  })

  it('[IMP9] what does not lead back is no note, and stays', () => {
    const html = '<p>See <a href="#fn1">below</a>.</p><p id="fn1">Below it rained.</p>'
    expect(read(html)).toEqual({
      blocks: ['paragraph: See below.', 'paragraph: Below it rained.'],
      notes: [],
    })
  })

  it.each([0, 7])('[IMP9] a note in a note, so many deeper, is one of its own: %i', (between) => {
    const mark = (n: number) => `<p>It rained.<a href="#fn${n}" id="r${n}">1</a></p>`
    const note = (n: number, inner: string) =>
      `${'<div>'.repeat(between)}<div id="fn${n}"><a href="#r${n}">1</a>Log ${n}${inner}</div>${'</div>'.repeat(between)}`
    const { notes } = read(mark(1) + mark(2) + mark(3) + note(1, note(2, note(3, ''))))
    expect(notes.map((one) => one.split(': ')[1])).toEqual(['Log 1', 'Log 2', 'Log 3'])
  })

  it('[IMP8] notes in each other weigh no more than the page', () => {
    const count = 1_000
    const numbers = Array.from({ length: count }, (_, n) => n)
    const marks = numbers.map((n) => `<p>It rained.<a href="#fn${n}" id="r${n}">1</a></p>`)
    const open = numbers.map((n) => `<div id="fn${n}"><a href="#r${n}">1</a>${'b'.repeat(100)}`)
    const { notes } = importHtml([...marks, ...open].join(''), () => 'b')
    expect(notes).toHaveLength(count)
    expect(notes.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')).toHaveLength(
      count * 100,
    )
  })

  it('[IMP9] a page nested to any depth is read', () => {
    const deep = `${'<div>'.repeat(20_000)}It rained.<a href="#fn1" id="fnref1">1</a>${'</div>'.repeat(20_000)}`
    expect(read(deep).blocks).toEqual(['paragraph: It rained.1'])
  })
})
