import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { CslFields } from './csl-fields.ts'
import { addressOfDoi, doiIn, isbnIn, thirteenDigits } from './doi-isbn.ts'
import { linkIn, refusalOf } from './link-in.ts'
import type { SourceKind } from './source.ts'

/** What was typed or pasted into the one box for a source [SRC14]. */
export interface Given {
  readonly what: 'address' | 'doi' | 'isbn' | 'reference' | 'name'
  /** As it is asked for and shown. */
  readonly text: string
  /** What is known of it before anybody is asked. */
  readonly url: string | null
  readonly csl: CslFields | null
}

/** Says what a text is. Refused is what no source may have, and nothing at all. */
export function givenIn(typed: string): Result<Given> {
  const text = typed.trim()
  if (!text) return refuse('Give an address, a DOI, an ISBN, a name, or a file.')
  const refusal = refusalOf(text)
  if (refusal) return refuse(refusal)
  const doi = doiIn(text)
  if (doi) return ok({ what: 'doi', text, url: addressOfDoi(doi), csl: { DOI: doi.toLowerCase() } })
  const isbn = isbnIn(text)
  if (isbn) return ok({ what: 'isbn', text, url: null, csl: { ISBN: thirteenDigits(isbn) } })
  if (/^(@\w+\s*\{|TY {2}- )/.test(text))
    return ok({ what: 'reference', text, url: null, csl: null })
  const url = linkIn(text)
  if (url) return ok({ what: 'address', text: url, url, csl: null })
  if (OTHER_SCHEME.test(text)) return refuse('A source’s address begins with http:// or https://.')
  return text.length > LONGEST_NAME
    ? refuse('A name has at most 300 characters. Shorten it, or give the file.')
    : ok({ what: 'name', text, url: null, csl: null })
}

/** A name may have a colon in it. */
const OTHER_SCHEME = /^(?:[a-z][a-z\d+.-]*:\/\/|(?:javascript|data|file|mailto|tel|blob|about):\S)/i

const LONGEST_NAME = 300

export const MOST_FILE_BYTES = 50 * 1024 * 1024

/** Why these files are not one source; null: it is one, as far as can be told without reading it. */
export function fileTrouble(
  files: readonly { readonly name: string; readonly size: number }[],
): string | null {
  const [file, second] = files
  if (!file) return 'That was no file. Choose one instead.'
  if (second) return 'One file makes one source. Give one after the other.'
  if (!file.size) return `“${file.name}” is empty. Look whether it was saved whole.`
  return file.size > MOST_FILE_BYTES ? `“${file.name}” is larger than 50 MiB. Split it.` : null
}

/** A name to begin with: that of the file, without what says its type. */
export function nameOfFile(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? ''
  return (last.replace(/(?<=.)\.\w{1,5}$/, '') || 'File').slice(0, LONGEST_NAME)
}

/** What a file most likely is, by what its bytes are; a person says otherwise. */
export function kindOfFile(mediaType: string, fileName: string): SourceKind {
  if (mediaType.startsWith('audio/')) return 'recording'
  if (mediaType === 'text/html') return 'webPage'
  return mediaType === 'text/plain' && /\.(csv|tsv|json)$/i.test(fileName) ? 'dataset' : 'document'
}

const refuse = (message: string) => fail({ kind: 'invalid' as const, message })
