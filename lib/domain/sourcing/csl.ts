import { cleanFound, type Found } from './capture.ts'

/** What a record in CSL-JSON says, whoever wrote it. Null: it is none. */
export function foundInCsl(record: unknown): Found | null {
  if (!isRecord(record)) return null
  const { title, author, editor, publisher, issued, URL: url, DOI: doi } = record
  const container = record['container-title']
  return cleanFound({
    title: firstOf(title),
    authors: namesOf(author).length ? namesOf(author) : namesOf(editor),
    publisher: firstOf(container) || firstOf(publisher),
    date: dateOf(issued),
    url:
      typeof url === 'string' && url
        ? url
        : typeof doi === 'string' && doi
          ? addressOfDoi(doi)
          : '',
  })
}

/** What the register of books says under a key. Null: it says nothing. */
export function foundInBook(answer: unknown, key: string): Found | null {
  const book = isRecord(answer) ? answer[key] : null
  if (!isRecord(book)) return null
  const names = (list: unknown) =>
    Array.isArray(list) ? list.filter(isRecord).map(({ name }) => name) : []
  // It writes dates in words, of which only the year is sure.
  const date = /\b(1[5-9]|20)\d\d\b/.exec(String(book.publish_date ?? ''))?.[0]
  const [publisher] = names(book.publishers)
  return cleanFound({
    title: book.title,
    authors: names(book.authors),
    publisher,
    date,
    url: book.url,
  })
}

/** The address that a DOI stands for. */
export function addressOfDoi(doi: string): string {
  return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`
}

/** A DOI in what was typed, also within an address of its register; null: there is none. */
export function doiIn(text: string): string | null {
  const match = /^\s*(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S{1,200})\s*$/i.exec(
    text,
  )
  return match?.[1] ?? null
}

/** An ISBN with a check digit that holds, as its digits; null: it is none. */
export function isbnIn(text: string): string | null {
  const match = /^\s*(?:isbn(?:-1[03])?:?\s*)?([\dX][\dX -]{8,16})\s*$/i.exec(text)
  const digits = (match?.[1] ?? '').replace(/[ -]/g, '').toUpperCase()
  return isIsbn10(digits) || isIsbn13(digits) ? digits : null
}

function isIsbn10(digits: string): boolean {
  if (!/^\d{9}[\dX]$/.test(digits)) return false
  const sum = [...digits].reduce(
    (all, digit, at) => all + (10 - at) * (digit === 'X' ? 10 : Number(digit)),
    0,
  )
  return sum % 11 === 0
}

function isIsbn13(digits: string): boolean {
  if (!/^97[89]\d{10}$/.test(digits)) return false
  return (
    [...digits].reduce((all, digit, at) => all + (at % 2 ? 3 : 1) * Number(digit), 0) % 10 === 0
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Registers write one title as a list of one. */
function firstOf(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map(({ given, family, literal }) => {
    if (typeof literal === 'string') return literal
    return [given, family].filter((part) => typeof part === 'string').join(' ')
  })
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
