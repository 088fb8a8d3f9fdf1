import { cleanFound, type Found } from './capture.ts'
import { type CslFields, cleanCsl } from './csl-fields.ts'
import { readName } from './csl-words.ts'
import { addressOfDoi } from './doi-isbn.ts'

/** What a register or a reference says: also as fields. */
export interface FoundWork extends Found {
  readonly csl: CslFields | null
}

/** What a record in CSL-JSON says, whoever wrote it. Null: it is none. */
export function foundInCsl(record: unknown): FoundWork | null {
  if (!isRecord(record)) return null
  const { title, editor, publisher, issued, URL: url, DOI: doi } = record
  const container = record['container-title']
  const csl = cleanCsl(record)?.author ? cleanCsl(record) : cleanCsl({ ...record, author: editor })
  const found = cleanFound({
    title: firstOf(title),
    authors: csl?.author?.map(readName),
    publisher: firstOf(container) || firstOf(publisher),
    date: dateOf(issued),
    url:
      typeof url === 'string' && url
        ? url
        : typeof doi === 'string' && doi
          ? addressOfDoi(doi)
          : '',
  })
  return { ...found, csl }
}

/** What the register of books says of an ISBN. Null: it says nothing. */
export function foundInBook(answer: unknown, isbn: string): FoundWork | null {
  const book = isRecord(answer) ? answer[keyOfBook(isbn)] : null
  if (!isRecord(book)) return null
  const names = (list: unknown) =>
    Array.isArray(list) ? list.filter(isRecord).map(({ name }) => name) : []
  // It writes dates in words, of which only the year is sure.
  const date = /\b(1[5-9]|20)\d\d\b/.exec(String(book.publish_date ?? ''))?.[0]
  const [publisher] = names(book.publishers)
  const authors = names(book.authors)
  const found = cleanFound({ title: book.title, authors, publisher, date, url: book.url })
  const csl = cleanCsl({
    author: authors.map((literal) => ({ literal })),
    issued: { 'date-parts': [[date]] },
    publisher,
    ISBN: isbn,
  })
  return { ...found, csl }
}

/** Under which the register of books answers. */
export function keyOfBook(isbn: string): string {
  return `ISBN:${isbn}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Registers write one title as a list of one. */
function firstOf(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

function dateOf(value: unknown): string {
  if (!isRecord(value)) return ''
  const parts = value['date-parts']
  const [first] = Array.isArray(parts) ? parts : []
  return Array.isArray(first)
    ? first
        .slice(0, 3)
        .map((part) => String(part))
        .join('-')
    : ''
}
