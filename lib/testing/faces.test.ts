import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { faces } from './faces.ts'

const finds = (bytes: Uint8Array | string, words = 'Jana Nová') =>
  faces(Buffer.from(bytes as Uint8Array)).some((face) => face.includes(words))

describe('a name is found in bytes', () => {
  const plain = 'It was Jana Nová.'
  it.each<[string, Uint8Array | string]>([
    ['as text', plain],
    ['as text of two bytes', Buffer.from(plain, 'utf16le')],
    ['in two accents', plain.normalize('NFD')],
    ['across marks', '<w:t>It was Ja</w:t></w:r><w:r><w:t>na Nov&#xE1;.</w:t>'],
    ['by name of a letter', 'It was Jana Nov&aacute;.'],
    ['in an address', 'https://example.org/?q=Jana%20Nov%C3%A1'],
    ['escaped', String.raw`{"by":"Jana Nov\u00e1"}`],
    ['zipped', zipSync({ 'word/document.xml': strToU8(plain) })],
    ['zipped in a zip', zipSync({ 'a.docx': zipSync({ 'b.xml': strToU8(plain) }) })],
    ['pressed', gzipSync(plain)],
    ['as a dump writes bytes', String.raw`{"data":"\\x${Buffer.from(plain).toString('hex')}"}`],
    ['pressed in a dump', `'\\x${gzipSync(plain).toString('hex')}'`],
    ['in base64', `{"data":"${Buffer.from(plain).toString('base64')}"}`],
    ['in base64url', `"${Buffer.from(plain).toString('base64url')}"`],
  ])('%s', (_, bytes) => {
    expect(finds(bytes)).toBe(true)
    expect(finds(bytes, 'Jana Novak')).toBe(false)
  })
})
