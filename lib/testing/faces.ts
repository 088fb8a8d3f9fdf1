import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { parse } from 'parse5'

/** Zips in zips, bytes in dumps of them: deeper than any file of ours. */
const DEEPEST = 4

/**
 * All that some bytes say to whoever looks for a name in them: as they are, as text of two bytes a letter, without their markup,
 * with escapes and entities read, and whatever is zipped, pressed or written as hex or base64 in them. Letters are composed
 * (NFC). What the database compresses by itself is not read: search a dump for that.
 */
export function faces(bytes: Buffer, depth = 0): string[] {
  const text = bytes.toString('utf8')
  const found = [text, bytes.toString('utf16le'), ...readings(text)].map((face) =>
    face.normalize('NFC'),
  )
  return depth < DEEPEST
    ? [...found, ...inside(bytes, text).flatMap((more) => faces(more, depth + 1))]
    : found
}

/** The same words, as a program would read them. */
function readings(text: string): string[] {
  const found: string[] = []
  if (/\\u[0-9a-f]{4}/i.test(text))
    found.push(text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => char(code)))
  if (/%[0-9a-f]{2}/i.test(text))
    found.push(text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => percent(run)))
  if (/<[a-z!?/]|&[#a-z]/i.test(text)) found.push(withoutMarkup(text))
  return found
}

const char = (code: string) => String.fromCharCode(Number.parseInt(code, 16))
const percent = (run: string) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')

function withoutMarkup(text: string): string {
  const bare = text.replace(/<[^<>]*>/g, '')
  if (!bare.includes('&')) return bare
  const { childNodes } = parse(bare.replaceAll('<', '&lt;'))
  return wordsIn(childNodes as readonly Node[])
}

interface Node {
  readonly value?: string
  readonly childNodes?: readonly Node[]
}

const wordsIn = (nodes: readonly Node[]): string =>
  nodes.map(({ value, childNodes }) => value ?? wordsIn(childNodes ?? [])).join('')

function inside(bytes: Buffer, text: string): Buffer[] {
  return [...unpacked(bytes), ...decoded(text)]
}

function unpacked(bytes: Buffer): Buffer[] {
  try {
    if (bytes.readUint16BE(0) === 0x1f8b) return [gunzipSync(bytes)]
    if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04')))
      return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))
  } catch {
    // Cut short, or none: searched as it is.
  }
  return []
}

function decoded(text: string): Buffer[] {
  const hex = text.matchAll(/\\x((?:[0-9a-f]{2}){6,})/g)
  const base64 = text.matchAll(/"([\w+/-]{16,}={0,2})"/g)
  return [
    ...[...hex].map(([, digits = '']) => Buffer.from(digits, 'hex')),
    ...[...base64].map(([, letters = '']) => Buffer.from(letters, 'base64')),
  ]
}
