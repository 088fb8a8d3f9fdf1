import type { VersionSource } from '#lib/domain/publication/version.ts'
import { partsOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import { addressOfDoi } from '#lib/domain/sourcing/doi-isbn.ts'
import { copyWords } from './words.ts'

/** By whom, where and when a source was published, in parts that its description does not say already. */
export interface PublicationWords {
  readonly said: string
  /** Empty: it has none. */
  readonly doi: string
  /** Of the DOI, for it outlives addresses; null: it has none, or is cited by that address. */
  readonly doiAddress: string | null
  readonly isbn: string
}

export function publicationOf({ description, url, csl }: VersionSource): PublicationWords {
  const isNew = (part: string) => !description.includes(part)
  const { DOI: doi = '', ISBN: isbn = '' } = csl ?? {}
  const address = doi ? addressOfDoi(doi) : null
  return {
    said: partsOfCsl(csl).filter(isNew).join(', '),
    doi,
    doiAddress: address === url ? null : address,
    isbn: isbn && isNew(isbn) ? isbn : '',
  }
}

/** The same for a format without links, with the copy that is kept; none: nothing is known, and its bytes are what they always were [FMT16]. */
export function publicationLines(source: VersionSource): readonly string[] {
  const { said, doi, doiAddress, isbn } = publicationOf(source)
  const doiLine = doiAddress ? `DOI ${doi}` : ''
  return [said, doiLine, isbn && `ISBN ${isbn}`, copyLine(source)].filter(Boolean)
}

/** When a copy was made and which bytes it has; empty: readers may have none. */
export function copyLine({ capture }: VersionSource): string {
  return capture ? `${copyWords(capture)}, SHA-256 ${capture.hash}` : ''
}
