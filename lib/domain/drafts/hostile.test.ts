import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { MAX_DOCUMENT_BYTES } from '#lib/domain/text/document-file.ts'
import { docxOf, p, shownBlocks, xml } from '#lib/testing/docx-builder.ts'
import { importDocx } from './import-docx.ts'
import { readNote } from './note-form.ts'

const MIB = 1024 * 1024

/** What is said of a document that is refused; else its blocks. */
function outcome(bytes: Uint8Array): string | readonly string[] {
  const draft = importDocx(bytes, 'accept', () => 'b')
  return draft.ok ? shownBlocks(draft.value.blocks) : draft.failure.message
}

/** The directory of an archive says another size of its first entry that is so long. */
function lie(bytes: Uint8Array, size: number, said: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === size)
      view.setUint32(at + 24, said, true)
  }
  return bytes
}

describe('hostile documents', () => {
  it('[IMP8] a bomb is refused by what it says of itself, before anything is inflated', () => {
    const bomb = docxOf({ more: { 'word/document.xml': new Uint8Array(64 * MIB) } }, { level: 9 })
    expect(bomb.length).toBeLessThan(MIB)
    expect(outcome(bomb)).toContain('grow beyond all use')
  })

  it('[IMP8] a bomb that lies about its size is stopped where it goes beyond', () => {
    const size = 64 * MIB
    const bomb = docxOf({ more: { 'word/document.xml': new Uint8Array(size) } }, { level: 9 })
    const started = performance.now()
    expect(outcome(lie(bomb, size, 1_000))).toContain('damaged')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('[IMP8] an archive in an archive, and parts that nobody asks for, are never opened', () => {
    const inner = zipSync({ 'a.xml': new Uint8Array(MIB) })
    const more = {
      'word/embeddings/inner.zip': inner,
      'word/media/huge.png': new Uint8Array(140 * MIB),
    }
    expect(outcome(docxOf({ body: p('It rained.'), more }))).toEqual(['paragraph: It rained.'])
  })

  it.each([
    ['an external entity', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['a billion laughs', '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', '&b;'],
    ['a document type alone', '<!DOCTYPE d SYSTEM "https://evil.example/d.dtd">', ''],
  ])('[IMP8] %s is refused', (_, doctype, use) => {
    const document = xml('document', `<w:body>${p(use || 'x')}</w:body>`)
    const more = { 'word/document.xml': document.replace('?>', `?>${doctype}`) }
    expect(outcome(docxOf({ more }))).toContain('document type')
  })

  it('[IMP8] an entity that nobody declared is refused', () => {
    expect(outcome(docxOf({ body: p('&x;') }))).toContain('damaged')
  })

  it('[IMP8] a hundred thousand elements in each other are refused', () => {
    const deep = '<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000)
    expect(outcome(docxOf({ body: deep }))).toContain('nested too deeply')
  })

  it('[IMP8] names of parts are keys, never paths', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const target = '../../../../etc/passwd'
    const relations = `<Relationship Id="f" Type="${office}/footnotes" Target="${target}"/>`
    const more = { '../../etc/passwd': 'x', '/word/evil.xml': 'x' }
    expect(outcome(docxOf({ body: p('It rained.'), relations, more }))).toEqual([
      'paragraph: It rained.',
    ])
  })

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])(
    '[IMP8] an element with the name %s shows nothing',
    (name) => {
      const body = `<w:p><w:r><w:t>It rained.</w:t><${name}/></w:r></w:p>`
      expect(outcome(docxOf({ body }))).toEqual(['paragraph: It rained.'])
    },
  )

  it.each([
    ['dots behind an address', `http://a.b/${'.'.repeat(200_000)}x`],
    ['dots behind a word', `a${'.'.repeat(200_000)}x`],
    ['beginnings of a locator', `${'para1'.repeat(150_000)}!`],
  ])('[IMP8] a note of any length is read in one pass: %s', (_, text) => {
    expect(readNote([{ text }]).cited).toHaveLength(1)
  })

  it('[IMP8] macros are not looked at, and reported', () => {
    const more = { 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) }
    const draft = importDocx(docxOf({ body: p('It rained.'), more }), 'accept', () => 'b')
    expect(draft.ok && draft.value.report.notTaken).toEqual({ macros: 1 })
  })

  it('[IMP8] what is no document is refused by what it is', () => {
    const sheet = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<w/>'),
    })
    expect(outcome(sheet)).toContain('no .docx document')
    expect(outcome(strToU8('%PDF-1.7'))).toContain('no .docx document')
    expect(outcome(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('password')
    expect(outcome(new Uint8Array())).toContain('no .docx document')
    expect(
      outcome(new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(0x50, 0, 1).fill(0x4b, 1, 2)),
    ).toContain('20 MiB')
    const odd = docxOf({ more: { 'word/document.xml': '<html><body>It rained.</body></html>' } })
    expect(outcome(odd)).toContain('no .docx document')
  })

  it('[IMP8] one that is locked with a password is refused', () => {
    const bytes = docxOf({ body: p('It rained.') })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    expect(outcome(bytes)).toContain('password')
  })

  it('[IMP8] one that is cut off anywhere is refused or read, and nothing is thrown', () => {
    const bytes = docxOf({ body: p('It rained.') })
    for (let end = 0; end < bytes.length; end += 7)
      expect(typeof outcome(bytes.subarray(0, end))).toBe('string')
    for (let at = 0; at < bytes.length; at += 3) {
      const broken = bytes.slice()
      broken[at] = (broken[at] ?? 0) ^ 0xff
      expect(outcome(broken)).toBeDefined()
    }
  })

  it('[IMP8] two thousand pages come in, and their time grows with their length', () => {
    const words =
      'The harbour office counted the boats on the quay and wrote their names into a book. '
    const pages = (count: number) =>
      docxOf({ body: p(words.repeat(21)).repeat(count) }, { level: 1 })
    const time = (count: number) => {
      const bytes = pages(count)
      const started = performance.now()
      expect(outcome(bytes)).toHaveLength(count)
      return performance.now() - started
    }
    time(100)
    expect(time(2_000)).toBeLessThan(20_000)
  })
})
