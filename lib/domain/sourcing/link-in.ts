import { hasLogin, safeHref } from '#lib/domain/text/safe-href.ts'
import { addressOfDoi, doiIn } from './doi-isbn.ts'

/** The server takes no longer address. */
const LONGEST = 2_000

/** The address that a line is, or the DOI in it leads to; null: neither. */
export function linkIn(line: string): string | null {
  const href = addressIn(line)
  return href && href.length <= LONGEST && !hasLogin(href) ? href : null
}

/** Why no source may have the address that a line is; null: it may, or the line is none. */
export function refusalOf(line: string): string | null {
  const href = addressIn(line)
  if (href ? href.length > LONGEST : ENDLESS.test(line.trim()))
    return 'This address is longer than 2,000 characters, which no source may have. Copy a shorter one: many pages offer it as “Share” or “Permalink”.'
  return href && hasLogin(href)
    ? 'This address has a name or password in it. Take out what stands before the @.'
    : null
}

/** So long that it is not read as an address any more. */
const ENDLESS = /^https?:\/\/\S{2000}/i

function addressIn(line: string): string | null {
  const doi = /^(?:doi:\s*)?10\./i.test(line.trim()) ? doiIn(line) : null
  const href = safeHref(doi ? addressOfDoi(doi) : withScheme(line.trim()))
  return href && /^https?:/.test(href) ? href : null
}

/** `town.example/report`, as people type it. A name with a full stop in it is no address: it needs a path. */
function withScheme(line: string): string {
  return /^(?:www\.[^\s/]+|[^\s/:@]+\.[a-z]{2,}\/)\S*$/i.test(line) ? `https://${line}` : line
}
