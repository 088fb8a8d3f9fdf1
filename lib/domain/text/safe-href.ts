const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** Longer addresses are refused: no page has one, and reading must stay cheap whatever a client wrote. */
const LONGEST = 8192

/** White space and control characters around an address: browsers ignore them, so they must not hide a scheme. */
const BEFORE = /^[\s\p{Cc}]+/u
const BEHIND = /[\s\p{Cc}]/u

/**
 * The one door for addresses: the normalised href, or null for whatever may not become a link [TXT4].
 * An allow-list of schemes, so that an unknown one is refused; relative addresses are refused too, because
 * an article is read in many places.
 */
export function safeHref(raw: string): string | null {
  if (raw.length > LONGEST) return null
  const trimmed = withoutEnd(raw.replace(BEFORE, ''), BEHIND)
  if (!URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  return ALLOWED.has(url.protocol) ? url.href : null
}

/** An address with a name or password in it: whoever reads it could sign in as somebody else. */
export function hasLogin(href: string): boolean {
  const { username, password } = new URL(href)
  return username !== '' || password !== ''
}

/** The same page for whoever has no login. */
export function withoutLogin(href: string): string {
  const url = new URL(href)
  url.username = ''
  url.password = ''
  return url.href
}

/** Without the characters at the end that are of a class. A pattern that ends in `+$` would begin anew at each of them. */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length
  while (end > 0 && character.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
