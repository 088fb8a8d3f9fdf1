import { describe, expect, it } from 'vitest'
import { must } from '#lib/testing/desk-fixture.ts'
import { docxOf, draftFile, p, r } from '#lib/testing/docx-builder.ts'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { LIMITS } from './limits.ts'
import { readFile } from './read-file.ts'
import { readReference } from './read-reference.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const WORDS =
  'The ferry Maren carried 41,000 people last summer, more than ever before, says the office.'

const read = async (given: Uint8Array, contentType = '', url = 'https://port.example/count') =>
  must(await readFile(given, { contentType, url }))
const refusalOf = async (given: Uint8Array) => {
  const outcome = await readFile(given)
  return outcome.ok ? null : outcome.failure.message
}

describe('web pages', () => {
  const PAGE = `<!doctype html><html lang="en"><head><title>Count | Port</title>
    <meta property="og:title" content="The count">
    <meta property="og:site_name" content="Port of Tarn">
    <meta name="author" content="Ann&#10;  Bo"><meta property="article:author" content="https://port.example/ann">
    <meta property="article:published_time" content="2026-02-03T10:00:00Z">
    <link rel="canonical" href="/the-count"><script>document.title = 'hacked'</script></head>
    <body><nav><a href="/">Home</a></nav><article><h1>The count</h1>${`<p>${WORDS}</p>`.repeat(8)}</article>
    <div hidden>Nobody sees this</div><footer>Imprint</footer></body></html>`

  it('[CAP4] say their title, authors, publisher, date and address, and their text', async () => {
    const { mediaType, found, pages } = await read(bytes(PAGE))
    expect(mediaType).toBe('text/html')
    expect(found).toEqual({
      title: 'The count',
      authors: ['Ann Bo'],
      publisher: 'Port of Tarn',
      date: '2026-02-03',
      url: 'https://port.example/the-count',
    })
    expect(pages?.[0]).toContain(WORDS)
    expect(pages?.[0]).not.toContain('Home')
    expect(pages?.[1]?.split('\n')).toEqual(expect.arrayContaining(['Home', 'Imprint']))
    expect(pages?.join()).not.toMatch(/hacked|Nobody/)
  })

  it('[CAP4] are read in the encoding that they, or their server, name', async () => {
    const latin = Buffer.from(
      '<html><meta charset=iso-8859-1><title>Über</title><p>Größe',
      'latin1',
    )
    expect(await read(new Uint8Array(latin))).toMatchObject({ found: { title: 'Über' } })
    const wide = new Uint8Array(Buffer.from('\uFEFF<html><title>Über</title>', 'utf16le'))
    expect(await read(wide, 'text/html')).toMatchObject({ found: { title: 'Über' } })
    const said = new Uint8Array(Buffer.from('<html><title>Über</title>', 'latin1'))
    expect(await read(said, 'text/html; charset=windows-1252')).toMatchObject({
      found: { title: 'Über' },
    })
    expect((await read(bytes('<html><p>one'), 'text/html; charset=nonsense')).pages).toEqual([
      'one',
    ])
  })

  it('[CAP4] speak for their own site only, in clean lines', async () => {
    const hostile = `<html><head><title>${'a\u202eb\0'.repeat(5_000)}</title>
      <link rel=canonical href="https://other.example/"><meta name=author content="javascript:x">
      <meta name=date content="tomorrow"></head><body><p>x`
    const { found } = await read(bytes(hostile))
    expect(found.title.length).toBeLessThanOrEqual(300)
    expect(found.title).not.toMatch(/[\u202e\0]/)
    expect(found).toMatchObject({ url: 'https://port.example/count', date: '' })
  })

  it('[CAP4] nested without end, or of endless elements, have their text', async () => {
    const deep = `<html><body>${'<div>'.repeat(50_000)}in the depth`
    expect((await read(bytes(deep))).pages).toEqual(['in the depth'])
    const many = `<html><body>${'<b>x</b>'.repeat(150_000)}<p>at the end`
    expect((await read(bytes(many))).pages?.[0]).toContain('at the end')
  })
})

describe('files', () => {
  it('[CAP5] a PDF has its text by pages, and runs nothing', async () => {
    const pdf = pdfOf(['On the first\npage', WORDS], { title: 'The count', script: 'app.alert(1)' })
    expect(await read(pdf, 'text/html')).toEqual({
      mediaType: 'application/pdf',
      found: {
        title: 'The count',
        authors: ['Ann Bo', 'Cy Dee'],
        publisher: '',
        date: '2026-03-01',
        url: '',
      },
      pages: ['On the first\npage', WORDS],
    })
    expect((await read(pdfOf(['', '']))).pages).toBeNull()
  })

  it('[CAP5] a PDF of 2,000 pages is read, one of more is refused', async () => {
    const most = await read(
      pdfOf(Array.from({ length: LIMITS.pdfPages }, (_, at) => `Page ${at + 1}`)),
    )
    expect(most.pages?.[1_999]).toBe('Page 2000')
    expect(await refusalOf(pdfOf(Array(LIMITS.pdfPages + 1).fill('x')))).toContain('2001 pages')
  })

  it('[CAP5] a PDF that is none, is cut, or is encrypted is refused with what to do', async () => {
    expect(await refusalOf(bytes('%PDF-1.7 but not really'))).toContain('damaged')
    expect(await refusalOf(pdfOf(['x'], { encrypted: true }))).toContain('without a password')
    expect(await refusalOf(new Uint8Array())).toContain('empty')
  })

  it('[CAP5] a document of a word processor has its text', async () => {
    const { mediaType, pages } = await read(
      docxOf({ body: p(r('It rained.')) + p(r('It stopped.')) }),
    )
    expect([mediaType, pages]).toEqual([
      expect.stringContaining('wordprocessingml'),
      ['It rained.\nIt stopped.'],
    ])
    expect((await read(draftFile('ferry-libreoffice.docx'))).pages?.[0]).toContain(
      'Maren carried 41,000',
    )
  })

  it('[CAP5] what it is, its bytes say', async () => {
    const png = draftFile('mill.png')
    expect(await read(png, 'text/html')).toMatchObject({ mediaType: 'image/png', pages: null })
    const wav = new Uint8Array([
      ...bytes('RIFF'),
      36,
      0,
      0,
      0,
      ...bytes('WAVEfmt '),
      ...Array(24).fill(0),
    ])
    expect((await read(wav)).mediaType).toMatch(/^audio\//)
    expect(await read(bytes('one\ftwo'))).toMatchObject({
      mediaType: 'text/plain',
      pages: ['one', 'two'],
    })
    expect((await read(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).mediaType).toBe(
      'text/plain',
    )
    for (const start of [
      'PK\x03\x04nothing',
      'MZ\x90\0\x03',
      '\x7fELF\x02\x01\x01',
      '\x1f\x8b\x08',
    ])
      expect(
        await refusalOf(new Uint8Array(Buffer.from(start.padEnd(600, '\0'), 'latin1'))),
      ).toContain('plain text')
  })
})

describe('references', () => {
  it('[CAP4] in BibTeX and RIS are read without asking anybody', () => {
    const bib =
      '@article{a, title={The {C}ount}, author={Bo, Ann and Dee, Cy}, journal={Ports}, year=2026, month=mar, doi={10.1234/x}}'
    expect(must(readReference(bib))).toEqual({
      ...{ title: 'The Count', authors: ['Ann Bo', 'Cy Dee'], publisher: 'Ports', date: '2026-03' },
      url: 'https://doi.org/10.1234/x',
      csl: {
        author: [
          { family: 'Bo', given: 'Ann' },
          { family: 'Dee', given: 'Cy' },
        ],
        issued: { 'date-parts': [[2026, 3]] },
        ...{ 'container-title': 'Ports', DOI: '10.1234/x' },
      },
    })
    const ris = 'TY  - BOOK\nTI  - Ferries\nAU  - Bo, Ann\nPB  - Tarn Press\nPY  - 2020\nER  - \n'
    expect(must(readReference(ris))).toMatchObject({
      title: 'Ferries',
      publisher: 'Tarn Press',
      date: '2020',
    })
    for (const text of [
      '',
      'https://example.org/',
      '10.1234/x',
      '@article{',
      'TY  - ',
      '{"title":"x"}',
    ])
      expect(readReference(text).ok).toBe(false)
  })
})
