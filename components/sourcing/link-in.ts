import { addressOfDoi, doiIn } from '#lib/domain/sourcing/csl.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'

/** The server takes no longer address. */
const LONGEST = 2_000

/** The address that a line is, or the DOI in it leads to; null: neither. */
export function linkIn(line: string): string | null {
  const doi = /^(?:doi:\s*)?10\./i.test(line.trim()) ? doiIn(line) : null
  const typed = doi ? addressOfDoi(doi) : withScheme(line.trim())
  const href = safeHref(typed)
  return href && /^https?:/.test(href) && href.length <= LONGEST ? href : null
}

/** `town.example/report`, as people type it. A name with a full stop in it is no address: it needs a path. */
function withScheme(line: string): string {
  return /^(?:www\.[^\s/]+|[^\s/:@]+\.[a-z]{2,}\/)\S*$/i.test(line) ? `https://${line}` : line
}
