import type { CslFields } from './csl-fields.ts'
import { doiOf } from './csl-fields.ts'

interface Identified {
  readonly kind: string
  readonly title: string
  readonly url: string | null
  readonly edition?: string
  readonly csl?: CslFields | null
}

/**
 * What makes two records one source: the address without what only tracks or presents, else DOI or ISBN, else kind and name
 * [SRC2].
 */
export function sourceIdentity(source: Identified): string {
  const { doiIdentity, isbnIdentity } = workIdentities(source)
  if (source.url && URL.canParse(source.url))
    return `url:${normaliseAddress(source.url)}${editionOf(source)}`
  return (
    doiIdentity ?? isbnIdentity ?? `name:${source.kind}:${nameOf(source.title)}${editionOf(source)}`
  )
}

/** What makes two records one beside that: a DOI, said or in the address of its register, and an ISBN [SRC13]. */
export function workIdentities(source: Pick<Identified, 'url' | 'edition' | 'csl'>): {
  readonly doiIdentity: string | null
  readonly isbnIdentity: string | null
} {
  const { url, csl } = source
  const doi = csl?.DOI ?? doiOfAddress(url)
  const edition = editionOf(source)
  return {
    doiIdentity: doi ? `doi:${doi}${edition}` : null,
    isbnIdentity: csl?.ISBN ? `isbn:${csl.ISBN}${edition}` : null,
  }
}

function doiOfAddress(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null
  const { origin, pathname } = new URL(url)
  return doiOf(origin.replace('//www.', '//') + pathname)
}

function editionOf({ edition }: Pick<Identified, 'edition'>): string {
  return edition?.trim() ? ` edition:${nameOf(edition)}` : ''
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
