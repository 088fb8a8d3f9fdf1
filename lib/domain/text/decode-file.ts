import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { MAX_DOCUMENT_BYTES } from './document-file.ts'

/** The text of a file, and how to read it. */
export interface FileText {
  readonly format: 'text' | 'markdown' | 'html'
  readonly text: string
}

/** A document of a word processor: the server reads it. */
export interface FileDocument {
  readonly format: 'docx'
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The largest text that is read: far more than a book. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024

/** What a file picker offers. */
export const FILE_ENDINGS = ['.docx', '.txt', '.md', '.markdown', '.html', '.htm'] as const

const DOCUMENTS: readonly string[] = ['docx', 'docm', 'dotx']

const FORMATS: Readonly<Record<string, FileText['format']>> = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
}

/** First bytes of files that people take for text. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a word processor document or an archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a document of an older word processor'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text (RTF) document'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
]

const REMEDY = 'Save it as plain text in UTF-8, or paste the text instead.'

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. Nothing is guessed: a file in another encoding,
 * or one that is not what its name says, is refused with a sentence about what to do [IMP5].
 */
export function decodeFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Result<FileText | FileDocument> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (DOCUMENTS.includes(ending)) return asDocument(name, bytes)
  const found = SIGNATURES.find(([start]) => startsWith(bytes, start))
  if (found) return refuse(`“${name}” holds ${found[1]}, not text. ${REMEDY}`)
  const format = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined
  if (!format)
    return refuse(
      `Galley reads .docx, .txt, .md and .html files; “${name}” is none of them. ${REMEDY}`,
    )
  if (bytes.length > MAX_FILE_BYTES)
    return refuse(`“${name}” is larger than 8 MiB. Split it into several articles.`)
  const decoded = decode(name, bytes)
  return decoded.ok ? asNamed(name, format, decoded.value) : decoded
}

/** Only what no document can be is refused here. */
function asDocument(name: string, bytes: Uint8Array<ArrayBuffer>): Result<FileDocument> {
  const remedy = 'Open it in a word processor, and save it anew as .docx.'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse(`“${name}” is protected by a password, or of an older word processor. ${remedy}`)
  if (!startsWith(bytes, [0x50, 0x4b]))
    return refuse(`“${name}” holds no document, whatever its name says. ${remedy}`)
  if (bytes.length > MAX_DOCUMENT_BYTES)
    return refuse(`“${name}” is larger than 20 MiB. Take its pictures out, or split it.`)
  return ok({ format: 'docx', bytes })
}

function decode(name: string, bytes: Uint8Array): Result<string> {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return refuse(`“${name}” is in UTF-32. ${REMEDY}`)
  }
  const marked = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : null
  try {
    return ok(new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    if (marked) return refuse(`“${name}” says that it is in UTF-16, but is damaged. ${REMEDY}`)
    return refuse(`“${name}” is not in UTF-8; it may be in an older encoding. ${REMEDY}`)
  }
}

/** Whether the text is what the file's ending says. */
function asNamed(name: string, format: FileText['format'], text: string): Result<FileText> {
  if (text.includes('\0')) return refuse(`“${name}” holds bytes that no text has. ${REMEDY}`)
  if (!text.trim())
    return refuse(`“${name}” is empty. Choose another file, or paste the text instead.`)
  if (format === 'text' && beginsAsPage(text)) {
    return refuse(
      `“${name}” holds a web page. Rename it so that it ends in .html, and choose it again.`,
    )
  }
  if (format === 'html' && !/<[a-z!][^<>]*>/i.test(text)) {
    return refuse(
      `“${name}” holds no HTML. Rename it so that it ends in .txt, and choose it again.`,
    )
  }
  return ok({ format, text })
}

/** By hand: a pattern for what may stand before the first element would try its comments in every combination. */
function beginsAsPage(text: string): boolean {
  let rest = text.trimStart()
  for (const [open, close] of [
    ['<?xml', '?>'],
    ['<!--', '-->'],
  ] as const) {
    while (rest.startsWith(open)) {
      const end = rest.indexOf(close)
      if (end < 0) return false
      rest = rest.slice(end + close.length).trimStart()
    }
  }
  return /^<(!doctype html|html|head|body)\b/i.test(rest)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)
}

function refuse(message: string) {
  return fail({ kind: 'invalid', message })
}
