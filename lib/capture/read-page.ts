import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { cleanFound, type Readable } from '#lib/domain/sourcing/capture.ts'
import { decodePage } from './decode-page.ts'
import { LIMITS } from './limits.ts'
import { textOf, walk } from './page-text.ts'

/** Reads a web page: what it says of itself, its main text, and all else that stands on it [CAP4]. Nothing in it is run. */
export function readPage(bytes: Uint8Array, contentType: string, url: string): Readable {
  const { document } = parseHTML(decodePage(bytes, contentType))
  const { text: whole, depth } = walk(document.documentElement)
  const metas = metasOf(document)
  const article = depth > LIMITS.depth ? null : articleOf(document)
  const main = article?.content ? textOf(article.content) : ''
  const first = metaReader(metas)
  const authors = metas.filter(({ name }) => AUTHORS.includes(name)).map(({ content }) => content)
  const byline = article?.byline?.replace(/^\s*by\s+/i, '') ?? ''
  const found = cleanFound({
    title:
      first('citation_title') ||
      article?.title ||
      first('og:title', 'dc.title') ||
      document.querySelector('title')?.textContent,
    authors: authors.length ? authors : [byline],
    publisher: article?.siteName || first('og:site_name', 'citation_publisher', 'dc.publisher'),
    date: article?.publishedTime || first(...DATES),
    url: canonicalOf(document, url),
  })
  const pages = main ? [main, restOf(whole, main)] : [whole]
  return { mediaType: 'text/html', found, pages: pages.map(cut).filter((page, at) => !at || page) }
}

type Page = ReturnType<typeof parseHTML>['document']

const AUTHORS: readonly string[] = ['citation_author', 'author', 'dc.creator', 'article:author']
const DATES = [
  'article:published_time',
  'citation_publication_date',
  'citation_date',
  'datepublished',
  'date',
  'dc.date',
  'dcterms.date',
] as const

interface Meta {
  readonly name: string
  readonly content: string
}

function metasOf(document: Page): readonly Meta[] {
  const all: Meta[] = []
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? ''
    const content = element.getAttribute('content') ?? ''
    // Some give the address of a page about the author.
    if (name && content && !/^https?:/i.test(content))
      all.push({ name: name.toLowerCase(), content })
    if (all.length > 500) break
  }
  return all
}

function metaReader(metas: readonly Meta[]) {
  return (...names: readonly string[]) =>
    metas.find(({ name }) => names.includes(name))?.content ?? ''
}

/** The main text by Readability, which takes the document apart; null where it finds none, or gives up. */
function articleOf(document: Page) {
  try {
    const reader = new Readability(document as unknown as Document, {
      maxElemsToParse: LIMITS.elements,
      serializer: (node) => node as unknown as Parameters<typeof textOf>[0],
    })
    return reader.parse()
  } catch {
    // A page may be too deep or too large for it: its whole text is there all the same.
    return null
  }
}

function canonicalOf(document: Page, url: string): string {
  const href = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? ''
  if (!href || !URL.canParse(href, url || undefined)) return url
  const canonical = new URL(href, url || undefined)
  // A page speaks for its own site only.
  return !url || canonical.host === new URL(url).host ? canonical.href : url
}

/** Lines of the page that the main text lacks. */
function restOf(whole: string, main: string): string {
  const known = new Set(main.split('\n'))
  return whole
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n')
}

const cut = (text: string): string => text.slice(0, LIMITS.textCharacters).toWellFormed()
