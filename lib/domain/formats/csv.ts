import { SPITE_WORDS } from '#lib/domain/publication/overrides.ts'
import type { Version, VersionCitation, VersionSentence } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { sourceNumbers } from './evidence-summary.ts'
import type { Format } from './format.ts'
import { locatorWords } from './words.ts'

const HEAD = [
  'number',
  'id',
  'role',
  'sentence',
  'kind',
  'confidence',
  'sources',
  'citations',
  'public notes',
  'fingerprint',
  'addresses of sources',
  'published in spite of',
]

/** The audit sheet (RFC 4180): a row for each sentence, every cell in quotes. */
export const csv: Format<string> = {
  id: 'csv',
  mediaType: 'text/csv',
  extension: 'csv',
  label: 'Table of sentences (CSV)',
  render: (version) =>
    [HEAD, ...rowsOf(version)].map((cells) => `${cells.map(cell).join(',')}\r\n`).join(''),
}

function rowsOf(version: Version): readonly (readonly string[])[] {
  return version.sentences.map((sentence, at) => rowOf(version, sentence, at + 1))
}

function rowOf(version: Version, sentence: VersionSentence, number: number): readonly string[] {
  return [
    String(number),
    sentence.id,
    version.blocks[sentence.block]?.role ?? '',
    sentence.text,
    sentence.kind ?? '',
    sentence.confidence ?? '',
    sourceNumbers(sentence).join('; '),
    sentence.citations.map((citation) => citationWords(version, citation)).join('; '),
    sentence.publicNotes.join('; '),
    sentence.fingerprint,
    addressesOf(version, sentence).join(' '),
    spiteOf(version, sentence),
  ]
}

/** One for each source in the order of their numbers, where it has one. */
function addressesOf({ sources }: Version, sentence: VersionSentence): readonly string[] {
  return sourceNumbers(sentence).flatMap((number) => {
    const url = sources[number - 1]?.url
    return (url && safeHref(url)) || []
  })
}

/** What concerns the whole article is no row's. */
function spiteOf({ overrides = [] }: Version, { id }: VersionSentence): string {
  return overrides
    .filter(({ sentence }) => sentence === id)
    .map(({ what, reason }) => `${SPITE_WORDS[what]}: ${reason}`)
    .join('; ')
}

function citationWords(
  version: Version,
  { source, relation, locator, quote }: VersionCitation,
): string {
  const name = version.sources[source]?.name ?? ''
  const where = locator ? `, ${locatorWords(locator)}` : ''
  return `[${source + 1}] ${name}${where} (${relation})${quote ? `: "${quote}"` : ''}`
}

/**
 * A cell that a spreadsheet would take for a formula begins with an apostrophe [FMT8]; the wide forms count in
 * spreadsheets set to Chinese or Japanese.
 */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  return `"${harmless.toWellFormed().replaceAll('"', '""')}"`
}
