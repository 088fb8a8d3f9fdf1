import { fileTypeFromBuffer } from 'file-type'
import { importDocx } from '#lib/domain/drafts/import-docx.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import {
  cleanFound,
  NOTHING_FOUND,
  type Readable,
  splitPages,
} from '#lib/domain/sourcing/capture.ts'
import { DOCUMENT_TYPES, DOCX_TYPE } from '#lib/domain/text/document-file.ts'
import { LIMITS } from './limits.ts'
import { readPage } from './read-page.ts'
import { readPdf } from './read-pdf.ts'

/** Kept as they are: what they say, people see and hear. */
const KEPT = /^(image\/(png|jpeg|gif|webp|avif|heic|tiff|bmp)|audio\/[\w.+-]+)$/

/** What a server said of the bytes. It decides nothing that the bytes can say themselves. */
export interface Said {
  readonly contentType: string
  readonly url: string
}

const NOTHING_SAID: Said = { contentType: '', url: '' }

/** Reads bytes by what they are, whatever they are called [CAP5]. */
export async function readFile(
  bytes: Uint8Array,
  said: Said = NOTHING_SAID,
): Promise<Result<Readable>> {
  if (!bytes.length) return refuse('It is empty.')
  const type = await fileTypeFromBuffer(bytes)
  // XML is a text like others, and so is a page that is written in it.
  if (!type || type.mime === 'application/xml') return readText(bytes, said)
  if (type.mime === 'application/pdf') return readPdf(bytes)
  if (DOCUMENT_TYPES.includes(type.mime)) return readDocument(bytes)
  // Some programs write a document so that it looks like any archive.
  const document = type.mime === 'application/zip' ? readDocument(bytes) : null
  if (document?.ok) return document
  if (KEPT.test(type.mime)) return ok({ mediaType: type.mime, found: NOTHING_FOUND, pages: null })
  return refuse(`It holds ${type.mime}, and Galley keeps ${TAKEN}.`)
}

const TAKEN = 'web pages, PDF and .docx documents, plain text, pictures and sound'

function readDocument(bytes: Uint8Array): Result<Readable> {
  const draft = importDocx(bytes, 'accept', () => '')
  if (!draft.ok) return draft
  const { blocks, notes } = draft.value
  const written = [...blocks, ...notes].map(({ runs }) => runs.map(({ text }) => text).join(''))
  const text = written.filter((line) => line.trim()).join('\n')
  const title = blocks
    .find(({ role }) => role === 'headline')
    ?.runs.map((run) => run.text)
    .join('')
  return ok({ mediaType: DOCX_TYPE, found: cleanFound({ title }), pages: [text] })
}

function readText(bytes: Uint8Array, said: Said): Result<Readable> {
  if (/\b(html|xhtml\+xml)\b/i.test(said.contentType) || beginsAsPage(bytes))
    return ok(readPage(bytes, said.contentType, said.url))
  const text = decode(bytes)
  if (text === null)
    return refuse(`It is neither text in UTF-8 nor anything else that Galley keeps: ${TAKEN}.`)
  if (text.length > LIMITS.textCharacters)
    return refuse('It holds more text than is read. Split it.')
  return ok({ mediaType: 'text/plain', found: NOTHING_FOUND, pages: splitPages(text) })
}

function beginsAsPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart()
  return /^(<!--[\s\S]{0,500}?-->\s*)?<(!doctype html|html|head|body)\b/i.test(
    head.replace(/^ï»¿/, ''),
  )
}

function decode(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    // Bytes that are no text in this encoding are none that is read.
    return null
  }
}

const refuse = (message: string) => fail({ kind: 'invalid', message })
