import { type CslFields, type CslName, type DateParts, datePartsOf } from './csl-fields.ts'

/** The same fields as the lines of a form. */
export const CSL_WORDS = [
  'cslAuthors',
  'cslIssued',
  'cslContainer',
  'cslPublisher',
  'cslDoi',
  'cslIsbn',
] as const
export type CslWords = Readonly<Record<(typeof CSL_WORDS)[number], string>>

/** The line of a form that a field stands in. */
export const CSL_LINES: Readonly<Record<keyof CslFields, keyof CslWords>> = {
  author: 'cslAuthors',
  issued: 'cslIssued',
  'container-title': 'cslContainer',
  publisher: 'cslPublisher',
  DOI: 'cslDoi',
  ISBN: 'cslIsbn',
}

export function wordsOfCsl(csl: CslFields | null | undefined): CslWords {
  return {
    cslAuthors: (csl?.author ?? []).map(editedName).join('; '),
    cslIssued: issuedWords(csl),
    cslContainer: csl?.['container-title'] ?? '',
    cslPublisher: csl?.publisher ?? '',
    cslDoi: csl?.DOI ?? '',
    cslIsbn: csl?.ISBN ?? '',
  }
}

/** What was typed, for whoever checks it. A day that is none is an empty date, which is refused. */
export function cslOfWords(words: CslWords) {
  const { cslAuthors, cslIssued, cslContainer, cslPublisher, cslDoi, cslIsbn } = words
  return {
    author: namesIn(cslAuthors),
    ...(cslIssued.trim() && { issued: { 'date-parts': [[...(dateIn(cslIssued) ?? [])]] } }),
    publisher: cslPublisher,
    'container-title': cslContainer,
    DOI: cslDoi,
    ISBN: cslIsbn,
  }
}

/** The fields among others of a form, and the others. A field that the form lacks says nothing. */
export function cslOfForm(form: Readonly<Record<string, unknown>>) {
  const words = wordsOfCsl(null)
  const others = Object.entries(form).filter(([name]) => !(name in words))
  const said = Object.fromEntries(
    CSL_WORDS.map((name) => [name, typeof form[name] === 'string' ? form[name] : '']),
  ) as CslWords
  return { csl: cslOfWords(said), others: Object.fromEntries(others) }
}

/** Without a part known: empty. */
export function issuedWords(csl: CslFields | null | undefined): string {
  const [parts = []] = csl?.issued?.['date-parts'] ?? []
  return parts.map((part, at) => String(part).padStart(at ? 2 : 4, '0')).join('-')
}

/** As people say it. */
export function readName(name: CslName): string {
  return 'literal' in name ? name.literal : `${name.given} ${name.family}`
}

/** `Holt, Mira`; in one piece what has no parts, in quotation marks where it would be taken apart. */
function editedName(name: CslName): string {
  if (!('literal' in name)) return `${name.family}, ${name.given}`
  return /[,;]|^"/.test(name.literal) ? `"${name.literal.replaceAll('"', '""')}"` : name.literal
}

const NAME = /\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))(?:;|$)/y

function namesIn(text: string): readonly CslName[] {
  const names: CslName[] = []
  for (const [, quoted, plain = ''] of text.matchAll(new RegExp(NAME, 'gy'))) {
    const literal = quoted?.replaceAll('""', '"').trim()
    const comma = plain.indexOf(',')
    const family = (comma < 0 ? plain : plain.slice(0, comma)).trim()
    const given = comma < 0 ? '' : plain.slice(comma + 1).trim()
    if (literal) names.push({ literal })
    else if (family && given) names.push({ family, given })
    else if (family || given) names.push({ literal: family || given })
  }
  return names
}

function dateIn(text: string): DateParts | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim())
  if (!match) return null
  const given = match.slice(1).filter((part) => part !== undefined)
  const parts = datePartsOf(given)
  return parts?.length === given.length ? parts : null
}

/** Who, where, when: for a line under the name of a source, one part each. */
export function partsOfCsl(csl: CslFields | null | undefined): readonly string[] {
  if (!csl) return []
  return [
    ...(csl.author ?? []).map(readName),
    csl['container-title'] ?? '',
    csl.publisher ?? '',
    issuedWords(csl),
  ].filter(Boolean)
}

/** Everything in it that has words, to be searched. */
export function textOfCsl(csl: CslFields | null | undefined): string {
  return [...partsOfCsl(csl), csl?.DOI, csl?.ISBN].filter(Boolean).join('\n')
}
