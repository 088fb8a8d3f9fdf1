const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** Longer addresses are refused: no page has one, and reading must stay cheap whatever a client wrote. */
const LONGEST = 8192

/** White space and control characters around an address: browsers ignore them, so they must not hide a scheme. */
const EDGES = /^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu

/**
 * The one door for addresses: the normalised href, or null for whatever may not become a link [TXT4].
 * An allow-list of schemes, so that an unknown one is refused; relative addresses are refused too, because
 * an article is read in many places.
 */
export function safeHref(raw: string): string | null {
  if (raw.length > LONGEST) return null
  const trimmed = raw.replace(EDGES, '')
  if (!URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  return ALLOWED.has(url.protocol) ? url.href : null
}
