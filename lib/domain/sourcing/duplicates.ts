import { fold, foldedWords } from '#lib/domain/text/fold.ts'
import { issuedWords } from './csl-words.ts'
import { isbnIn, thirteenDigits } from './doi-isbn.ts'
import type { Source } from './source.ts'
import { normaliseAddress } from './source-identity.ts'

/** What of a source, known or about to be added, tells whether it is there twice. */
export type Candidate = Pick<Source, 'title' | 'url' | 'description'> &
  Partial<Pick<Source, 'publicName' | 'edition' | 'csl'>>

export const MATCHES = ['address', 'doi', 'isbn', 'file', 'alike'] as const
/** Why two records may be one: all but `alike` are hard. */
export type Match = (typeof MATCHES)[number]

/** What alone makes two records one, each `<kind>:<value>` [DUP1]. */
export function hardKeys({ url, title, description, csl }: Candidate): readonly string[] {
  const text = `${title} ${description} ${csl?.DOI ?? ''} ${csl?.ISBN ?? ''}`
  const address = url && URL.canParse(url) ? [`address:${normaliseAddress(url)}`] : []
  const dois = [...doisIn(decoded(url ?? '')), ...doisIn(text)].map((doi) => `doi:${doi}`)
  const isbns = [...isbnsIn(url ?? ''), ...isbnsIn(text)].map((isbn) => `isbn:${isbn}`)
  return [...new Set([...address, ...dois, ...isbns])]
}

/** How a candidate and a known source match; null: they do not. A file that both have is for whoever knows the files to say. */
export function matchOf(candidate: Candidate, known: Candidate): Match | null {
  const wanted = hardKeys(candidate)
  const key = hardKeys(known).find((each) => wanted.includes(each))
  if (key) return key.slice(0, key.indexOf(':')) as Match
  return areAlike(candidate, known) ? 'alike' : null
}

/** Titles are alike from here on, of 1. */
const ALIKE = 0.8

/** Titles that nearly say the same, and no dates that say otherwise [DUP2]. */
function areAlike(a: Candidate, b: Candidate): boolean {
  const [ours, theirs] = [yearsIn(a), yearsIn(b)]
  if (ours.size && theirs.size && ours.isDisjointFrom(theirs)) return false
  return likeness(a.title, b.title) >= ALIKE
}

/** How alike two texts are, from 0 to 1: the share of their letter triples that both have (Dice). */
export function likeness(a: string, b: string): number {
  const [ours, theirs] = [triplesOf(a), triplesOf(b)]
  if (!ours.size || !theirs.size) return 0
  return (2 * ours.intersection(theirs).size) / (ours.size + theirs.size)
}

function triplesOf(text: string): ReadonlySet<string> {
  const padded = foldedWords(text.slice(0, 300)).map((word) => `  ${word} `)
  return new Set(
    padded.flatMap((word) =>
      Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3)),
    ),
  )
}

function yearsIn({ title, description, csl }: Candidate): ReadonlySet<string> {
  const text = `${title} ${description} ${issuedWords(csl)}`
  return new Set(text.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? [])
}

/** DOIs compare without case; marks that end a sentence are not theirs. */
function doisIn(text: string): readonly string[] {
  const found = text.match(/\b10\.\d{4,9}\/[^\s"<>?#]{1,200}/g) ?? []
  return found.map((doi) => fold(doi).replace(/[.,;:)\]]+$/, ''))
}

/** With thirteen digits, whatever they were written with. */
function isbnsIn(text: string): readonly string[] {
  const found = text.match(/(?<!\d)(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dXx](?!\d)/g) ?? []
  return found.flatMap((digits) => {
    const isbn = isbnIn(digits)
    return isbn ? [thirteenDigits(isbn)] : []
  })
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    // A stray per cent sign: it is read as it stands.
    return url
  }
}
