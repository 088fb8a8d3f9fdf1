import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFile, MAX_FILE_BYTES } from './decode-file.ts'
import { MAX_DOCUMENT_BYTES } from './document-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, order: 'le' | 'be'): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, order === 'le')
  for (let index = 0; index < text.length; index++) {
    view.setUint16(2 + index * 2, text.charCodeAt(index), order === 'le')
  }
  return bytes
}

const messageOf = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const outcome = decodeFile(name, bytes)
  return outcome.ok ? '' : outcome.failure.message
}

describe('what is read', () => {
  it('[IMP5] the ending says how, in any case', () => {
    const format = (name: string, text: string) => {
      const outcome = decodeFile(name, utf8(text))
      return outcome.ok ? outcome.value.format : outcome.failure.message
    }
    expect(format('story.TXT', 'A line.')).toBe('text')
    expect(format('two.dots.md', '# A line')).toBe('markdown')
    expect(format('page.htm', '<p>A line.')).toBe('html')
  })

  it('[IMP5] a byte order mark is no part of the text', () => {
    const text = 'Über 9 °C — “warm” 🌡'
    for (const bytes of [utf8(`\uFEFF${text}`), utf16(text, 'le'), utf16(text, 'be')]) {
      expect(decodeFile('a.txt', bytes)).toEqual({ ok: true, value: { format: 'text', text } })
    }
  })

  it('[IMP5] any text with something in it comes back as it was', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(word, fc.constantFrom('utf-8', 'le', 'be'), (noise, encoding) => {
        const text = `x${noise.replaceAll('\0', '')}`
        const bytes = encoding === 'utf-8' ? utf8(text) : utf16(text, encoding as 'le' | 'be')
        expect(decodeFile('a.txt', bytes)).toEqual({ ok: true, value: { format: 'text', text } })
      }),
    )
  })
})

it('[IMP7] a document goes on as it is, whatever is in it', () => {
  const bytes = Uint8Array.of(0x50, 0x4b, 3, 4, 0)
  expect(decodeFile('Draft.DOCX', bytes)).toEqual({ ok: true, value: { format: 'docx', bytes } })
})

describe('what is refused', () => {
  it.each([
    ['another encoding', 'a.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'not in UTF-8'],
    ['half a surrogate pair', 'a.txt', utf16('\uD83C', 'le'), 'damaged'],
    ['UTF-32', 'a.txt', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'UTF-32'],
    ['UTF-16 without its mark', 'a.txt', Uint8Array.of(0x41, 0, 0x42, 0), 'no text has'],
    ['a NUL', 'a.txt', utf8('a\0b'), 'no text has'],
    ['nothing', 'a.txt', new Uint8Array(), 'is empty'],
    ['white space', 'a.md', utf8(' \n\t'), 'is empty'],
    ['a PDF named .txt', 'a.txt', utf8('%PDF-1.7'), 'a PDF document'],
    [
      'a word processor file named .txt',
      'a.txt',
      Uint8Array.of(0x50, 0x4b, 3, 4, 9),
      'word processor',
    ],
    ['a text named .docx', 'a.docx', utf8('It rained.'), 'holds no document'],
    [
      'a locked document',
      'a.docx',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'protected by a password',
    ],
    [
      'too large a document',
      'a.docx',
      new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(0x50, 0, 1).fill(0x4b, 1, 2),
      '20 MiB',
    ],
    ['a picture named .md', 'a.md', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a picture'],
    ['a web page named .txt', 'a.txt', utf8('\n<!DOCTYPE html><p>Hello'), 'ends in .html'],
    [
      'one after comments',
      'a.txt',
      utf8('<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html>'),
      'ends in .html',
    ],
    ['a text named .html', 'a.html', utf8('One < two.\nThree.'), 'ends in .txt'],
    ['another ending', 'a.csv', utf8('a,b'), 'is none of them'],
    ['a property of every object as ending', 'a.constructor', utf8('a'), 'is none of them'],
    ['no ending', 'notes', utf8('a'), 'is none of them'],
    ['too much', 'a.txt', new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61), '8 MiB'],
  ])('[IMP5] %s', (_, name, bytes, words) => {
    expect(messageOf(name, bytes)).toContain(words)
  })

  it('[IMP5] long hostile beginnings are judged at once', () => {
    const started = performance.now()
    expect(decodeFile('a.txt', utf8('<!---->'.repeat(200_000))).ok).toBe(true)
    expect(decodeFile('a.html', utf8('<a'.repeat(1_000_000))).ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('[IMP5] whatever the bytes, the answer is text without NUL or a sentence', () => {
    const bytes = fc.uint8Array({ maxLength: 64 })
    fc.assert(
      fc.property(bytes, fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.bin'), (given, name) => {
        const outcome = decodeFile(name, given)
        if (outcome.ok)
          expect(outcome.value).toEqual({
            format: expect.anything(),
            text: expect.not.stringContaining('\0'),
          })
        else expect(outcome.failure.message).toMatch(/[.]$/)
      }),
    )
  })
})
