import { describe, expect, it } from 'vitest'
import type { Changes } from '#lib/domain/text/document-file.ts'
import { seedText } from '#lib/domain/text/seed.ts'
import { docxOf, draftFile, p, r, shownBlocks, shownNotes } from '#lib/testing/docx-builder.ts'
import { importDocx } from './import-docx.ts'

function read(bytes: Uint8Array, changes: Changes = 'accept') {
  let next = 0
  const draft = importDocx(bytes, changes, () => `b${next++}`)
  if (!draft.ok) throw new Error(draft.failure.message)
  const { blocks, report } = draft.value
  return { blocks: shownBlocks(blocks), notes: shownNotes(draft.value), report, draft: draft.value }
}

const NO_CHANGES = {
  ...{ choice: 'accept', insertions: 0, deletions: 0, formatting: 0, settled: 0 },
  ...{ suggestions: 0, suggesters: [] },
}

const body = (...content: readonly string[]) => read(docxOf({ body: content.join('') })).blocks

describe('documents of several writers', () => {
  it('[IMP7] LibreOffice: text, and every note where it stands', () => {
    const { blocks, notes, report } = read(draftFile('ferry-libreoffice.docx'))
    expect(blocks).toEqual([
      'headline: The ferry that nobody inspected',
      'standfirst: A hull plate, two reports and one summer season',
      'paragraph: The ferry [i:Maren] carried 41,000 people last summer. It was never inspected, says Dr. Ilse Brandt of the harbour office.',
      'paragraph: The owner disputes that. A plate near the bow was [b:three] millimetres thin.',
      'subhead: What the reports say',
      'quote: “We measured it twice.”',
      'bullet: One plate is thin.',
      'bullet: Two pumps are old.',
      'numbered: First the hull was cleaned.',
      'paragraph: Season 2024',
      'paragraph: 38,200 people',
      'paragraph: A copy of the [<https://port.example.org/plan>:plan] is public.',
    ])
    const survey = 'https://survey.example.org/maren'
    const count = 'https://port.example.org/count-2025.pdf'
    expect(notes).toEqual([
      `footnote after “last summer.”: Passenger count of the Port of Tarn, p. 12, [${count}](${count})`,
      'footnote after “bour office.”: Interview with Ilse Brandt, 3 May 2026.',
      'comment on “that”: Did we ask him twice?',
      `footnote after “metres thin.”: Hull survey, p. 4, [${survey}?utm_source=mail](${survey}?utm_source=mail)`,
      `endnote after “d it twice.””: Hull survey, p. 6, [${survey}](${survey})`,
    ])
    expect(report).toEqual({
      paragraphs: 12,
      notes: { footnote: 3, endnote: 1, comment: 1 },
      changes: { ...NO_CHANGES, insertions: 1, deletions: 1 },
      notTaken: { hiddenText: 1, table: 1 },
    })
  })

  it('[IMP7] pandoc: pictures bring themselves and their description, raised commas between marks nothing', () => {
    const { blocks, notes, report } = read(draftFile('mill-pandoc.docx'))
    expect(blocks).toContain(
      'paragraph: The village of Oster bought the mill for €310,000. Nine in ten households own a share.',
    )
    expect(blocks).toContain('figure: A mill in the rain')
    expect(blocks).toContain('caption: A mill in the rain')
    expect(notes.map((note) => note.split(':')[0])).toEqual([
      'footnote after “or €310,000.”',
      'footnote after “own a share.”',
      'footnote after “own a share.”',
      'footnote after “, Jonas Vik.”',
    ])
    expect(report.notTaken).toEqual({})
  })

  it('[IMP7] tracked changes are accepted or rejected, as was asked', () => {
    const bytes = draftFile('mill-changes-pandoc.docx')
    expect(read(bytes).blocks[0]).toContain('The wheel was made of oak.')
    expect(read(bytes, 'reject').blocks[0]).toContain('The wheel is made of oak.')
    expect(read(bytes).notes[0]).toBe('comment on “It weighs four tonnes.”: Who says so?')
    expect(read(bytes).draft.notes[0]).toMatchObject({
      author: 'Ruben Marsh',
      date: '2026-03-05T08:00:00Z',
    })
    expect(read(bytes, 'reject').report.changes).toEqual({
      ...NO_CHANGES,
      ...{ choice: 'reject', insertions: 1, deletions: 2 },
    })
  })
})

describe('tracked changes that are kept', () => {
  const ins = (words: string) => `<w:ins w:id="1">${r(words)}</w:ins>`
  const del = (words: string) =>
    `<w:del w:id="2"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`

  it('[IMP7, SUG1] what was put in is suggested, what was taken out stands and is suggested to go', () => {
    const content = p(
      'It cost ',
      del('398'),
      ins('412'),
      ' million. ',
      ins('Nobody paid. '),
      'It leaks.',
    )
    const { draft, report } = read(docxOf({ body: content }), 'suggest')
    const [block] = draft.blocks
    expect(block && seedText(block)).toBe('It cost 398 million. It leaks.')
    expect(block?.runs.map(({ text, suggested = '' }) => `${suggested}|${text}`)).toEqual([
      ...['|It cost ', 'deletion|398', 'insertion|412', '| million. '],
      ...['insertion|Nobody paid. ', '|It leaks.'],
    ])
    expect(report.changes).toEqual({
      ...NO_CHANGES,
      ...{ choice: 'suggest', insertions: 2, deletions: 1, suggestions: 2 },
    })
  })

  it('[IMP7] notes stand where they do in the text as it was; what was put in and taken out again is nothing', () => {
    const { draft, notes } = read(draftFile('mill-changes-pandoc.docx'), 'suggest')
    expect(notes[0]).toBe('comment on “It weighs four tonnes.”: Who says so?')
    expect(draft.blocks[0] && seedText(draft.blocks[0])).toContain('The wheel is made of oak.')
    const both = p('One', `<w:ins w:id="1">${del(' two')}</w:ins>`, ' three.')
    expect(read(docxOf({ body: both }), 'suggest').draft.blocks[0]?.runs).toEqual([
      { text: 'One three.' },
    ])
  })
})

describe('what a reader would see', () => {
  it('[IMP7] breaks, tabs, hyphens, tags, controls and equations', () => {
    expect(
      body(
        p('A', '<w:r><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>'),
        p(
          `<w:smartTag>${r('In ')}</w:smartTag>`,
          `<w:sdt><w:sdtContent>${r('control')}</w:sdtContent></w:sdt>`,
        ),
        p(
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click here')}</w:sdtContent></w:sdt>`,
        ),
        p('Hidden', r(' not this', '<w:vanish/>')),
        p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t></w:r>'),
      ),
    ).toEqual([
      'paragraph: A b c\u2011d',
      'paragraph: In control',
      'paragraph: Hidden',
      'paragraph: ≥ 5',
    ])
  })

  it('[IMP7] fields show their result, and links of fields are followed', () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(
      body(p('Page ', field(' PAGE ', '7')), p(field(' HYPERLINK "https://a.example/" ', 'A'))),
    ).toEqual(['paragraph: Page 7', 'paragraph: [<https://a.example/>:A]'])
    expect(body(p(field(' HYPERLINK "javascript:alert(1)" ', 'A')))).toEqual(['paragraph: A'])
  })

  it('[IMP7] the first heading heads the article, later ones what follows', () => {
    const styles = ['Title', 'heading 1', 'Heading 2', 'Quote', 'caption', 'toc 1']
      .map(
        (name, at) =>
          `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="${name}"/></w:style>`,
      )
      .join('')
    const styled = (id: string, words: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${r(words)}</w:p>`
    const { blocks, report } = read(
      docxOf({
        styles,
        body: [
          styled('s1', 'One'),
          styled('s1', 'Two'),
          styled('s0', 'Three'),
          styled('s5', 'One 1'),
          styled('s3', 'Four'),
          styled('s4', 'Five'),
        ].join(''),
      }),
    )
    expect(blocks).toEqual([
      'headline: One',
      'subhead: Two',
      'subhead: Three',
      'quote: Four',
      'caption: Five',
    ])
    expect(report.notTaken).toEqual({ tableOfContents: 1 })
  })

  it('[IMP7] a paragraph whose end is deleted goes on in the next one', () => {
    const marked = (change: string) =>
      `<w:p><w:pPr><w:rPr><w:${change}/></w:rPr></w:pPr>${r('One ')}</w:p>${p('two.')}`
    expect(body(marked('del'))).toEqual(['paragraph: One two.'])
    expect(body(marked('ins'))).toEqual(['paragraph: One', 'paragraph: two.'])
    expect(read(docxOf({ body: marked('ins') }), 'reject').blocks).toEqual(['paragraph: One two.'])
  })

  it('[IMP7] a note goes with the words that it stood on; one that stands nowhere is kept', () => {
    const note = (id: number) => `<w:footnote w:id="${id}">${p(`Note ${id}.`)}</w:footnote>`
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const { notes, report } = read(
      docxOf({
        body: p('It rained.', mark(1), `<w:del w:id="9">${mark(2)}</w:del>`) + p(mark(4)),
        footnotes: note(1) + note(2) + note(3) + note(4),
      }),
    )
    expect(notes).toEqual([
      'footnote after “It rained.”: Note 1.',
      'footnote nowhere: Note 3.',
      'footnote nowhere: Note 4.',
    ])
    expect(report.notTaken).toEqual({ noteOfDeletedText: 1 })
  })
})
