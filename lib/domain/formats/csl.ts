import type { VersionCapture, VersionSource } from '#lib/domain/publication/version.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { Format } from './format.ts'
import { jsonText } from './json-text.ts'
import { SOURCE_KIND_WORDS } from './words.ts'

/** Types of CSL 1.0.2. Somebody who spoke to us is a communication; what we saw or counted is a document. */
const TYPES: Readonly<Record<SourceKind, string>> = {
  person: 'personal_communication',
  document: 'document',
  dataset: 'dataset',
  webPage: 'webpage',
  outlet: 'article-newspaper',
  organisation: 'document',
  recording: 'broadcast',
  observation: 'document',
  calculation: 'document',
}

/** The bibliography, for whatever writes references: an item for each source, under the reader's number [FMT16]. */
export const csl: Format<string> = {
  id: 'csl',
  mediaType: 'application/vnd.citationstyles.csl+json',
  extension: 'csl.json',
  label: 'Bibliography (CSL-JSON)',
  render: ({ sources }) => jsonText(sources.map(itemOf)),
}

function itemOf({ kind, name, description, url, csl: fields, capture }: VersionSource, at: number) {
  const href = url === null ? null : safeHref(url)
  return {
    id: `n${at + 1}`,
    type: TYPES[kind],
    title: name,
    genre: SOURCE_KIND_WORDS[kind][0],
    ...fields,
    ...(description.trim() && { note: description }),
    ...(href && { URL: href }),
    ...(capture && copyOf(capture)),
  }
}

/** When the address was asked, and the bytes that came. */
function copyOf({ at, hash }: VersionCapture) {
  const day = new Date(at)
  const parts = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
  return { accessed: { 'date-parts': [parts] }, archive_location: `sha256:${hash}` }
}
