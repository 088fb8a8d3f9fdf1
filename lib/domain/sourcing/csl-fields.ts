import { cleanLine, type Found } from './capture.ts'
import { doiIn, isbnIn, thirteenDigits } from './doi-isbn.ts'

/** A name in two parts, or one that has none: an organisation, or a person of whom nobody said which part is which. */
export type CslName =
  | { readonly family: string; readonly given: string }
  | { readonly literal: string }

/** Year, month, day; as exact as it is known. */
export type DateParts = readonly number[]

/** Where and by whom a source was published, in the words of CSL-JSON 1.0.2 [SRC12]. What is not known is not there. */
export interface CslFields {
  readonly author?: readonly CslName[]
  readonly issued?: { readonly 'date-parts': readonly [DateParts] }
  readonly publisher?: string
  readonly 'container-title'?: string
  /** In small letters, without the address of its register. */
  readonly DOI?: string
  /** Thirteen digits. */
  readonly ISBN?: string
}

export const MOST_AUTHORS = 50

/** The fields of a record in CSL-JSON that hold, whoever wrote it; null: none does. What does not hold is left out. */
export function cleanCsl(record: unknown): CslFields | null {
  if (!isRecord(record)) return null
  const said = {
    author: namesOf(record.author),
    issued: partsOf(record.issued),
    publisher: cleanLine(firstOf(record.publisher)),
    'container-title': cleanLine(firstOf(record['container-title'])),
    DOI: doiOf(firstOf(record.DOI)),
    ISBN: isbnOf(firstOf(record.ISBN)),
  }
  const { author, issued, publisher, DOI, ISBN } = said
  const container = said['container-title']
  const fields: CslFields = {
    ...(author.length && { author }),
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(publisher && { publisher }),
    ...(container && { 'container-title': container }),
    ...(DOI && { DOI }),
    ...(ISBN && { ISBN }),
  }
  return Object.keys(fields).length ? fields : null
}

/** What a page says of itself, as fields: nobody said which part of a name is which. */
export function cslOfFound({ authors, publisher, date }: Found): CslFields | null {
  const author = authors.map((literal) => ({ literal }))
  return cleanCsl({ author, publisher, issued: { 'date-parts': [date.split('-')] } })
}

/** A DOI as it is kept; null: it is none. */
export function doiOf(text: string): string | null {
  // In an address what is escaped stands for itself.
  const doi = doiIn(/^\s*https?:/i.test(text) ? decoded(text) : text)
  return doi && !/[\p{Cc}\p{Cf}]/u.test(doi) ? doi.toWellFormed().toLowerCase() : null
}

/** An ISBN as it is kept; null: it is none. */
export function isbnOf(text: string): string | null {
  const isbn = isbnIn(text)
  return isbn && thirteenDigits(isbn)
}

/** Both say the same. */
export function sameCsl(a: CslFields | null | undefined, b: CslFields | null | undefined): boolean {
  // What is cleaned has its fields in one order.
  return JSON.stringify(cleanCsl(a)) === JSON.stringify(cleanCsl(b))
}

/** Parts of a date as far as they are one: no month 13, no 30th of February. Null: not even a year. */
export function datePartsOf(parts: readonly unknown[]): DateParts | null {
  const [year = 0, month = 0, day = 0] = parts.map((part) =>
    /^\d{1,4}$/.test(String(part)) ? Number(part) : 0,
  )
  if (year < 1) return null
  if (month < 1 || month > 12) return [year]
  // Of a leap cycle, for `Date` takes years below 100 for others.
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return day < 1 || day > days ? [year, month] : [year, month, day]
}

function partsOf(issued: unknown): DateParts | null {
  const parts = isRecord(issued) ? issued['date-parts'] : null
  const [first] = Array.isArray(parts) ? parts : []
  return Array.isArray(first) ? datePartsOf(first.slice(0, 3)) : null
}

function namesOf(list: unknown): readonly CslName[] {
  const names = (Array.isArray(list) ? list : []).slice(0, 2 * MOST_AUTHORS).flatMap(nameOf)
  const distinct = new Map(names.map((name) => [JSON.stringify(name), name]))
  return [...distinct.values()].slice(0, MOST_AUTHORS)
}

/** Particles and suffixes go with the family name. A name that could not be written `family, given` stays in one piece. */
function nameOf(name: unknown): CslName[] {
  if (!isRecord(name)) return []
  const part = (key: string) => cleanLine(name[key])
  const family = ['dropping-particle', 'non-dropping-particle', 'family', 'suffix']
    .map(part)
    .filter(Boolean)
    .join(' ')
  const given = part('given')
  const isParted = family && given && !/[,;]|^"/.test(family) && !given.includes(';')
  if (isParted && !name.literal) return [{ family: cleanLine(family), given }]
  const literal = part('literal') || cleanLine(`${given} ${family}`)
  return literal ? [{ literal }] : []
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray per cent sign: it is read as it stands.
    return text
  }
}

/** Registers write one title as a list of one. */
function firstOf(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
