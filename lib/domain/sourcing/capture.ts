/** A source as it was seen: what came, what could be read of it, and when. */

export const CAPTURE_KINDS = ['fetched', 'uploaded'] as const
export type CaptureKind = (typeof CAPTURE_KINDS)[number]

/** What a page or a file says of itself. Empty: nothing. A person confirms it before it is a source's. */
export interface Found {
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher: string
  /** ISO 8601, as exact as it is known: 2026, 2026-03 or 2026-03-01. */
  readonly date: string
  /** Where it stands, by its own word. */
  readonly url: string
}

export const NOTHING_FOUND: Found = { title: '', authors: [], publisher: '', date: '', url: '' }

/** What could be read of bytes. */
export interface Readable {
  /** By content, never by name. */
  readonly mediaType: string
  readonly found: Found
  /** The text, by pages. Of a web page the first is the main text, the second all else. Null: there is none to read. */
  readonly pages: readonly string[] | null
}

export interface Capture extends Found {
  readonly id: string
  readonly sourceId: string
  readonly kind: CaptureKind
  /** What was asked for, and what answered; empty for what was uploaded. */
  readonly askedUrl: string
  readonly finalUrl: string
  readonly status: number | null
  readonly mediaType: string
  /** SHA-256 of the bytes, in hex. */
  readonly rawHash: string
  readonly size: number
  /** SHA-256 of the readable text; null when there is none. */
  readonly textHash: string | null
  readonly pages: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Of an uploaded file. */
  readonly fileName: string
  readonly at: string
  /** Null: taken on schedule. */
  readonly personId: string | null
}

/** A capture in a list: with the name of whoever took it. */
export interface ListedCapture extends Capture {
  readonly personName: string | null
}

/** Between pages of a readable text. */
const BREAK = '\f'

/** Pages as one text, and back. */
export function joinPages(pages: readonly string[]): string {
  return pages.map((page) => page.replaceAll(BREAK, '\n')).join(BREAK)
}

export function splitPages(text: string): readonly string[] {
  return text.split(BREAK)
}

/** The line for readers: who, where, when. */
export function describeFound({ authors, publisher, date }: Found): string {
  return [authors.join(', '), publisher, date].filter(Boolean).join(', ')
}

const LINE = 300
const MOST_AUTHORS = 50

/** What a page says of itself is a stranger's word: clean lines of sensible length, whatever came. */
export function cleanFound(raw: Partial<Record<keyof Found, unknown>>): Found {
  const authors = Array.isArray(raw.authors) ? raw.authors : []
  return {
    title: cleanLine(raw.title),
    authors: [...new Set(authors.map(cleanLine).filter(Boolean))].slice(0, MOST_AUTHORS),
    publisher: cleanLine(raw.publisher),
    date: dateOf(raw.date),
    url: typeof raw.url === 'string' && /^https?:/i.test(raw.url) ? raw.url.slice(0, 2_000) : '',
  }
}

/** A stranger's word as one clean line. */
export function cleanLine(value: unknown): string {
  if (typeof value !== 'string') return ''
  const clean = value
    .slice(0, 10 * LINE)
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  return clean.length > LINE
    ? `${clean
        .slice(0, LINE - 1)
        .toWellFormed()
        .trimEnd()}…`
    : clean
}

/** Only what is a date without guessing: year, month and day in this order. */
function dateOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  const match = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(value)
  if (!match) return ''
  const [, year = '', month, day] = match
  if (month && (Number(month) < 1 || Number(month) > 12)) return year
  const parts = [year, month, Number(day) >= 1 && Number(day) <= 31 ? day : undefined]
  return parts.flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-')
}
