import { getDocumentProxy } from 'unpdf'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanFound, type Readable } from '#lib/domain/sourcing/capture.ts'
import { LIMITS } from './limits.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** The text layer of a PDF, page by page [CAP5]. Scripts in it are not run: nothing here could run them. */
export async function readPdf(bytes: Uint8Array): Promise<Result<Readable>> {
  const opened = await open(bytes)
  if (!opened.ok) return opened
  const pdf = opened.value
  if (pdf.numPages > LIMITS.pdfPages)
    return refuse(
      `The PDF has ${pdf.numPages} pages, more than 2,000. Split it, and upload the parts that you cite.`,
    )
  const pages: string[] = []
  let left: number = LIMITS.textCharacters
  for (let number = 1; number <= pdf.numPages; number++) {
    const text = (await pageText(pdf, number)).toWellFormed()
    left -= text.length
    if (left < 0) return refuse('The PDF holds more text than is read. Split it.')
    pages.push(text)
  }
  const found = cleanFound(await metaOf(pdf))
  // A scan has pages and no words: that is said as having no text.
  const hasText = pages.some((page) => page.trim())
  return ok({ mediaType: 'application/pdf', found, pages: hasText ? pages : null })
}

async function open(bytes: Uint8Array): Promise<Result<Pdf>> {
  try {
    // It takes the bytes away from whoever gave them.
    return ok(await getDocumentProxy(bytes.slice()))
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      return refuse('The PDF is encrypted. Save a copy without a password, and upload that.')
    return refuse('The PDF is damaged, or none at all. Save it anew, and upload that.')
  }
}

async function pageText(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .replaceAll('\0', '')
}

async function metaOf(pdf: Pdf) {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const field = (name: string) => (info as Record<string, unknown>)[name]
  const created = String(field('CreationDate') ?? '')
  const [, year, month, day] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(created) ?? []
  const author = field('Author')
  return {
    title: field('Title'),
    authors: typeof author === 'string' ? author.split(/\s*;\s*/) : [],
    date: [year, month, day].filter(Boolean).join('-'),
  }
}

const refuse = (message: string) => fail({ kind: 'invalid', message })
