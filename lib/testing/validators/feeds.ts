import { JSDOM } from 'jsdom'

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i
const ATOM = 'http://www.w3.org/2005/Atom'

/** A document as a strict XML parser reads it; throws when it is not well-formed. */
export function xmlOf(text: string): Element {
  return new JSDOM(text, { contentType: 'application/xml' }).window.document.documentElement
}

/** What is wrong with an Atom feed by RFC 4287; nothing for a valid one. */
export function atomProblems(text: string): readonly string[] {
  const feed = xmlOf(text)
  const problems: string[] = []
  if (feed.localName !== 'feed' || feed.namespaceURI !== ATOM) problems.push('not a feed')
  problems.push(...headProblems(feed, 'feed'))
  if (!childrenOf(feed, 'link').some((link) => link.getAttribute('rel') === 'self'))
    problems.push('feed: no link to itself')
  const entries = childrenOf(feed, 'entry')
  const ids = entries.map((entry) => childrenOf(entry, 'id')[0]?.textContent)
  if (new Set(ids).size !== ids.length) problems.push('an id stands twice')
  const isSigned = childrenOf(feed, 'author').length > 0
  for (const [at, entry] of entries.entries())
    problems.push(...entryProblems(entry, `entry ${at}`, isSigned))
  return problems
}

function headProblems(element: Element, where: string): readonly string[] {
  const once = ['id', 'title', 'updated'].filter((name) => childrenOf(element, name).length !== 1)
  const [id] = childrenOf(element, 'id')
  const moments = [...childrenOf(element, 'updated'), ...childrenOf(element, 'published')]
  const authors = childrenOf(element, 'author')
  return [
    ...once.map((name) => `${where}: not exactly one ${name}`),
    ...(IRI.test(id?.textContent ?? '') ? [] : [`${where}: the id is no IRI`]),
    ...moments
      .filter(({ textContent }) => !MOMENT.test(textContent ?? ''))
      .map(({ textContent }) => `${where}: no moment of RFC 3339: ${textContent}`),
    ...authors
      .filter((author) => !childrenOf(author, 'name')[0]?.textContent)
      .map(() => `${where}: an author without a name`),
    ...childrenOf(element, 'link')
      .filter((link) => !link.getAttribute('href'))
      .map(() => `${where}: a link without an address`),
  ]
}

function entryProblems(entry: Element, where: string, isSigned: boolean): readonly string[] {
  const [content, ...more] = childrenOf(entry, 'content')
  const links = childrenOf(entry, 'link').filter(
    (link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate',
  )
  const [inside] = content ? [...content.children] : []
  const isXhtml = content?.getAttribute('type') !== 'xhtml' || inside?.localName === 'div'
  return [
    ...headProblems(entry, where),
    ...(isSigned || childrenOf(entry, 'author').length ? [] : [`${where}: by nobody`]),
    ...(content || links.length ? [] : [`${where}: neither content nor an address`]),
    ...(more.length ? [`${where}: more than one content`] : []),
    ...(isXhtml ? [] : [`${where}: XHTML that is not in a div`]),
  ]
}

function childrenOf(element: Element, name: string): readonly Element[] {
  return [...element.children].filter(
    (child) => child.localName === name && child.namespaceURI === ATOM,
  )
}

interface ReadItem {
  readonly id?: unknown
  readonly content_html?: unknown
  readonly content_text?: unknown
  readonly date_published?: unknown
  readonly date_modified?: unknown
}

/** What is wrong with a feed by JSON Feed 1.1. */
export function jsonFeedProblems(text: string): readonly string[] {
  const feed = JSON.parse(text) as { version?: unknown; title?: unknown; items?: ReadItem[] }
  const items = feed.items ?? []
  const ids = items.map(({ id }) => id)
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : ['version']),
    ...(typeof feed.title === 'string' && feed.title ? [] : ['no title']),
    ...(Array.isArray(feed.items) ? [] : ['no items']),
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
    ...items.flatMap((item, at) => [
      ...(typeof item.id === 'string' && item.id ? [] : [`item ${at}: no id`]),
      ...(item.content_html || item.content_text ? [] : [`item ${at}: no content`]),
      ...[item.date_published, item.date_modified]
        .filter((moment) => moment !== undefined && !MOMENT.test(String(moment)))
        .map((moment) => `item ${at}: no moment of RFC 3339: ${moment}`),
    ]),
  ]
}
