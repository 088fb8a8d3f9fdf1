import { describe, expect, it } from 'vitest'
import { type SeedBlock, seedText } from '#lib/domain/text/seed.ts'
import { seedSuggestions } from '#lib/domain/text/seed-suggestions.ts'
import { docxOf, drawing, p, r, shownNotes } from '#lib/testing/docx-builder.ts'
import { importDocx } from './import-docx.ts'

const STYLES = ['heading 2', 'Quote']
  .map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('')

/** A paragraph with settings: what is tracked of its end, its style, and the one that it had before. */
function para(words: string, { end = '', style = '', was = '', by = 'Kim' } = {}): string {
  const styled = (id: string) => id && `<w:pStyle w:val="${id}"/>`
  const mark = end && `<w:rPr><w:${end} w:author="${by}"/></w:rPr>`
  const change = was && `<w:pPrChange w:author="${by}"><w:pPr>${styled(was)}</w:pPr></w:pPrChange>`
  return `<w:p><w:pPr>${styled(style)}${mark}${change}</w:pPr>${words}</w:p>`
}

const ins = (content: string, by = 'Kim') => `<w:ins w:author="${by}">${content}</w:ins>`
const del = (words: string, by = 'Kim') =>
  `<w:del w:author="${by}"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`

function kept(body: string, more: { footnotes?: string } = {}) {
  let next = 0
  const bytes = docxOf({ body, styles: STYLES, ...more })
  const draft = importDocx(bytes, 'suggest', () => `b${next++}`)
  if (!draft.ok) throw new Error(draft.failure.message)
  const { blocks, report } = draft.value
  const { insertions, deletions, formatting, settled, suggesters } = report.changes
  return {
    held: blocks.map((block) => `${block.role}: ${seedText(block)}`),
    suggested: suggestedBy(blocks),
    counts: { insertions, deletions, formatting, settled },
    suggesters,
    notes: shownNotes(draft.value),
  }
}

/** Each suggestion in a line: `+` comes in, `-` goes, `~` looks otherwise. */
function suggestedBy(blocks: readonly SeedBlock[]): readonly string[] {
  const flat = blocks.map(({ runs }) => `\n${runs.map(({ text }) => text).join('')}`).join('')
  const { pieces, by } = seedSuggestions(blocks)
  return by.map((name, suggestion) =>
    [name, ...pieces.filter((piece) => piece.suggestion === suggestion).map(said)].join(' '),
  )
  function said({ at, length, insert, change }: (typeof pieces)[number]): string {
    const words = flat.slice(at, at + length).replaceAll('\n', '¶')
    const role = insert?.opens && insert.opens.role !== 'paragraph' ? insert.opens.role : ''
    return change ? `~${words}(${change})` : `${insert ? '+' : '-'}${words}${role}`
  }
}

describe('ends of paragraphs', () => {
  it('[IMP7] one that was put in parts a paragraph, one that was taken out joins two', () => {
    const parted = kept(para(r('It rained. '), { end: 'ins' }) + p('It snowed.'))
    expect(parted.held).toEqual(['paragraph: It rained. It snowed.'])
    expect(parted.suggested).toEqual(['Kim +¶'])
    const joined = kept(para(r('It rained.'), { end: 'del' }) + p('It snowed.'))
    expect(joined.held).toEqual(['paragraph: It rained.', 'paragraph: It snowed.'])
    expect(joined.suggested).toEqual(['Kim -¶'])
    expect([parted.counts, joined.counts]).toEqual([
      { insertions: 1, deletions: 0, formatting: 0, settled: 0 },
      { insertions: 0, deletions: 1, formatting: 0, settled: 0 },
    ])
  })

  it('[IMP7] a paragraph that was put in is one suggestion behind the one before, with its role', () => {
    const one = para(ins(r('It snowed.')), { end: 'ins', style: 'Quote' })
    const two = kept(p('It rained.') + one + para(ins(r('It froze.')), { end: 'ins' }) + p('End.'))
    expect(two.held).toEqual(['paragraph: It rained.', 'paragraph: End.'])
    expect(two.suggested).toEqual(['Kim +¶quote +It snowed. +¶ +It froze.'])
    expect(two.counts.settled).toBe(0)
    expect(kept(p('It rained.') + one).held).toEqual(['paragraph: It rained.'])
    expect(kept(one + p('End.')).suggested).toEqual(['Kim ~¶(role quote) +It snowed. +¶'])
  })

  it('[IMP7] a paragraph that was taken out goes whole, and the next one keeps its role', () => {
    const gone = para(del('It snowed.'), { end: 'del', style: 'Quote' })
    const { held, suggested } = kept(p('It rained.') + gone + p('End.'))
    expect(held).toEqual(['paragraph: It rained.', 'quote: It snowed.', 'paragraph: End.'])
    expect(suggested).toEqual(['Kim ~¶(role paragraph) -It snowed. -¶'])
  })

  it('[IMP7] what was put in and taken out again is nothing; beside a picture an end is accepted', () => {
    const both = `<w:p><w:pPr><w:rPr><w:ins/><w:del/></w:rPr></w:pPr>${r('One ')}</w:p>${p('two.')}`
    expect(kept(both).held).toEqual(['paragraph: One two.'])
    const pictured = para(r('One.') + drawing('A roof', 'a'), { end: 'ins' }) + p('Two.')
    expect(kept(pictured)).toMatchObject({
      held: ['paragraph: One.', 'paragraph: ', 'paragraph: Two.'],
      suggested: [],
      counts: { insertions: 1, settled: 1 },
    })
  })

  it('[IMP7] a note in a paragraph that was put in stands nowhere; others stand where they did', () => {
    const note = (id: number) => `<w:footnote w:id="${id}">${p(`Note ${id}.`)}</w:footnote>`
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const footnotes = note(1) + note(2)
    const first = para(ins(r('New.') + mark(1)), { end: 'ins' }) + p('It rained.', mark(2))
    const places = ['footnote after “It rained.”: Note 2.', 'footnote nowhere: Note 1.']
    expect(kept(first, { footnotes }).notes).toEqual(places)
    expect(kept(p('Start.') + first, { footnotes }).notes).toEqual(places)
  })
})

describe('looks, rows and notes', () => {
  const look = (now: string, was: string) =>
    `${now}<w:rPrChange w:author="Kim"><w:rPr>${was}</w:rPr></w:rPrChange>`

  it('[IMP7] bold, italic and roles are suggested; other looks are accepted, and told', () => {
    const runs =
      r('It '.repeat(1), look('<w:b/>', '')) +
      r('rained', look('<w:b/><w:i/>', '<w:i/>')) +
      r(' hard', look('', '<w:i/>')) +
      r('.', look('<w:color w:val="FF0000"/>', ''))
    const { held, suggested, counts } = kept(
      p(runs) + para(r('Ice.'), { style: 'heading 2', was: 'Quote' }),
    )
    expect(held).toEqual(['paragraph: It rained hard.', 'quote: Ice.'])
    expect(suggested).toEqual([
      'Kim ~It (bold) ~rained(bold)',
      'Kim ~ hard(-italic)',
      'Kim ~¶(role subhead)',
    ])
    expect(counts).toEqual({ insertions: 0, deletions: 0, formatting: 5, settled: 1 })
  })

  it('[IMP7] words that are put in bring their looks', () => {
    const { suggested, counts } = kept(p('One.', ins(r(' Two.', look('<w:b/>', '')))))
    expect(suggested).toEqual(['Kim + Two.'])
    expect(counts).toEqual({ insertions: 1, deletions: 0, formatting: 1, settled: 0 })
  })

  it('[IMP7] words of rows and cells that came or went are suggested', () => {
    const row = (change: string, words: string) =>
      `<w:tr><w:trPr><w:${change} w:author="Kim"/></w:trPr><w:tc>${p(words)}</w:tc></w:tr>`
    const table = `<w:tbl>${row('ins', 'New')}${row('del', 'Old')}</w:tbl>`
    const { held, suggested, counts } = kept(p('Start.') + table + p('End.'))
    expect(held).toEqual(['paragraph: Start.', 'paragraph: Old', 'paragraph: End.'])
    expect(suggested).toEqual(['Kim +¶ +New', 'Kim -Old -¶'])
    expect(counts).toEqual({ insertions: 1, deletions: 1, formatting: 0, settled: 0 })
  })

  it('[IMP7] a note has no suggestions: it reads as its author left it, and that is told', () => {
    const footnotes = `<w:footnote w:id="1">${p('Log, p. ', del('12'), ins(r('14')))}</w:footnote>`
    const mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const { notes, counts } = kept(p('It rained.', mark), { footnotes })
    expect(notes).toEqual(['footnote after “It rained.”: Log, p. 14'])
    expect(counts).toEqual({ insertions: 1, deletions: 1, formatting: 0, settled: 2 })
  })

  it('[IMP7] a picture that came or went is accepted, and told', () => {
    const came = kept(p('One.', ins(drawing('A roof', 'a'))))
    expect([came.held.length, came.counts.settled]).toEqual([2, 1])
    const gone = kept(p('One.', `<w:del>${drawing('A roof', 'a')}</w:del>`))
    expect([gone.held.length, gone.counts.settled]).toEqual([1, 1])
  })
})

describe('who suggests', () => {
  it('[IMP7, IMP11] what two people did side by side are two suggestions, and both are named', () => {
    const content = p('It cost ', del('398', 'Ruben Marsh'), ins(r('412'), 'Ida Lund'), '.')
    const { suggested, suggesters } = kept(
      content + para(r('So '), { end: 'ins', by: 'Ida Lund' }) + p('what.'),
    )
    expect(suggested).toEqual(['Ruben Marsh -398', 'Ida Lund +412', 'Ida Lund +¶'])
    expect(suggesters).toEqual([
      { name: 'Ruben Marsh', suggestions: 1 },
      { name: 'Ida Lund', suggestions: 2 },
    ])
  })
})
