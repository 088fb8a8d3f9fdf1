import type { Version, VersionCitation, VersionSentence } from '#lib/domain/publication/version.ts'
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
  ]
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
