import type { Version, VersionSource } from '#lib/domain/publication/version.ts'
import type { CslFields, CslName } from '#lib/domain/sourcing/csl-fields.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { Format } from './format.ts'
import { copyLine } from './publication-words.ts'
import { SOURCE_KIND_WORDS } from './words.ts'

/** The bibliography for LaTeX, in UTF-8: an entry for each source [FMT16]. */
export const bibtex: Format<string> = {
  id: 'bibtex',
  mediaType: 'application/x-bibtex',
  extension: 'bib',
  label: 'Bibliography (BibTeX)',
  render: (version) => version.sources.map((source, at) => entryOf(version, source, at)).join('\n'),
}

function entryOf({ articleId }: Version, source: VersionSource, at: number): string {
  const { kind, name, description, url, csl, capture } = source
  const href = url === null ? null : safeHref(url)
  const note = [description.trim(), copyLine(source)].filter(Boolean).join('. ')
  const fields = [
    // Twice in braces: a style must not change the capitals of a name.
    `title = {{${escapeTex(name)}}}`,
    ...publicationOf(csl),
    note && `note = {${escapeTex(note)}}`,
    `keywords = {${SOURCE_KIND_WORDS[kind][0]}}`,
    href && `url = {${href.replace(/[{}\\^~\s]/g, percent)}}`,
    capture && `urldate = {${capture.at.slice(0, 10)}}`,
  ].filter(Boolean)
  return `@misc{n${at + 1}-${articleId.slice(0, 8)},\n  ${fields.join(',\n  ')}\n}\n`
}

/** A journal or site is `howpublished`: an entry of this type has no other place for it. */
function publicationOf(csl: CslFields = {}): readonly string[] {
  const [[year, month, day] = []] = csl.issued?.['date-parts'] ?? []
  const text = (field: string, words = '') => words && `${field} = {${escapeTex(words)}}`
  return [
    csl.author && `author = {${csl.author.map(nameOf).join(' and ')}}`,
    text('howpublished', csl['container-title']),
    text('publisher', csl.publisher),
    year && `year = {${String(year).padStart(4, '0')}}`,
    month && `month = {${month}}`,
    day && `day = {${day}}`,
    // Programs make an address of it, so that nothing in it may be a command.
    csl.DOI && `doi = {${csl.DOI.replace(/[{}\\^~%\s]/g, percent)}}`,
    text('isbn', csl.ISBN),
  ].filter((field) => typeof field === 'string' && field !== '') as string[]
}

/** In braces what must not be taken apart: at a comma, or at the word “and”. */
function nameOf(name: CslName): string {
  const part = (words: string) =>
    /\band\b|,/i.test(words) ? `{${escapeTex(words)}}` : escapeTex(words)
  return 'literal' in name
    ? `{${escapeTex(name.literal)}}`
    : `${part(name.family)}, ${part(name.given)}`
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text to TeX: no command, no comment, no mathematics, and every brace has its other half [FMT2]. */
function escapeTex(words: string): string {
  return (
    words
      .toWellFormed()
      .replace(/\s+/g, ' ')
      .replace(/\p{Cc}/gu, '\uFFFD')
      .replace(/[\\~^{}%#$&_]/g, (sign) => TEX[sign] ?? `\\${sign}`)
      // Signs that TeX would draw together, as a dash or a quotation mark.
      .replace(/[`',\-<>!?](?=[`',\-<>])/g, '$&{}')
      .trim()
  )
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
