/**
 * What makes two records one source: the address without what only tracks or presents, else kind and name [SRC2].
 */
export function sourceIdentity(source: {
  kind: string
  title: string
  url: string | null
  edition?: string
}): string {
  const edition = source.edition?.trim() ? ` edition:${nameOf(source.edition)}` : ''
  if (source.url && URL.canParse(source.url)) return `url:${normaliseAddress(source.url)}${edition}`
  return `name:${source.kind}:${nameOf(source.title)}${edition}`
}

function nameOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Query parameters that only say where a reader came from. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ns_\w+)$/i

/** An address without what only tracks or presents. */
export function normaliseAddress(address: string): string {
  const url = new URL(address)
  const host = url.hostname.replace(/^(www|m|mobile|amp)\./, '')
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  const query = new URLSearchParams(kept).toString()
  const path = url.pathname.replace(/\/amp\/?$/, '').replace(/\/+$/, '')
  return `${host}${url.port ? `:${url.port}` : ''}${path}${query ? `?${query}` : ''}`
}
