import type { Change } from '#lib/domain/publication/version.ts'
import { escapeHtml } from './escape-html.ts'
import { directionOf, langOf } from './language.ts'
import { phraseBreaks, phrasedHtml } from './phrases.ts'
import { BASE_CSS } from './reader-css-base.ts'
import { NARROW_CSS, sitePage } from './site-page.ts'
import { dayWords } from './words.ts'

/** A published article as the front page lists it. */
export interface PublishedArticle {
  readonly articleId: string
  readonly slug: string
  readonly headline: string
  readonly lang: string
  readonly change: Change
  /** Of its latest version. */
  readonly publishedAt: Date
  /** ISO 8601. */
  readonly firstPublishedAt: string
}

/** Where whoever follows the newspaper gets what is new. */
export const SITE_FEEDS = { atom: '/read/feed.atom', json: '/read/feed.json' } as const

/** The list of published articles as one page without script; in the order that it is given. */
export function renderFrontPage({
  newspaper,
  articles,
}: {
  newspaper: string
  articles: readonly PublishedArticle[]
}): string {
  const list = articles.length
    ? `<ol class="front">${articles.map(itemHtml).join('')}</ol>`
    : '<p class="none">Nothing has been published yet.</p>'
  const feed = (type: string, href: string) =>
    `<link rel="alternate" type="${type}" title="${escapeHtml(newspaper) || 'Articles'}" href="${href}">`
  return sitePage({
    ...{ newspaper, title: '', style: FRONT_PAGE_CSS },
    links: [
      feed('application/atom+xml', SITE_FEEDS.atom),
      feed('application/feed+json', SITE_FEEDS.json),
    ],
    body: [
      '<nav class="skips" aria-label="Skip"><a href="#articles">Skip to the articles</a></nav>',
      `<header class="mast"><p></p><p class="name"><bdi>${escapeHtml(newspaper)}</bdi></p><p></p></header>`,
      `<main id="articles"><h1>Articles and their sources</h1>${list}</main>`,
      `<footer class="colo"><nav aria-label="Feeds"><ul><li><a href="${SITE_FEEDS.atom}">Atom</a></li><li><a href="${SITE_FEEDS.json}">JSON Feed</a></li></ul></nav><p>Made with Galley.</p></footer>`,
    ],
  })
}

/** What has become of an article since it was first published, where readers should know at once. */
const NEWS: Readonly<Partial<Record<Change, string>>> = {
  correction: 'corrected',
  retraction: 'retracted',
}

function itemHtml({ slug, headline, lang, change, publishedAt }: PublishedArticle): string {
  const tag = langOf(lang)
  const iso = publishedAt.toISOString()
  const title = headline.trim() || slug
  const news = NEWS[change] ? ` · ${NEWS[change]}` : ''
  return [
    `<li dir="${directionOf(tag)}"><a href="/read/${encodeURIComponent(slug)}" lang="${tag}">${phrasedHtml(title, phraseBreaks(title, tag))}</a>`,
    `<p dir="ltr"><time datetime="${iso}">${dayWords(iso)}</time>${news}</p></li>`,
  ].join('')
}

const FRONT_CSS = `
h1 { font: 600 1rem/1.4 var(--sans); color: var(--muted); padding-block-end: .6rem; border-block-end: 1px solid var(--line-strong) }
.front { list-style: none }
.front li { padding-block: 1rem; border-block-end: 1px solid var(--line) }
.front a { display: block; font: 620 1.625rem/1.2 var(--serif); letter-spacing: -.015em; text-decoration: none; text-wrap: balance }
.front a:has(wbr) { word-break: keep-all; overflow-wrap: anywhere }
.front a:hover { text-decoration: underline 1px }
.front p { text-align: match-parent; margin-block-start: .3rem; font: 400 .875rem/1.4 var(--sans); color: var(--muted) }
.none { padding-block: 2rem; color: var(--muted) }
`

/** All of the page's style, for whoever must name its hash. */
export const FRONT_PAGE_CSS = BASE_CSS + FRONT_CSS + NARROW_CSS
