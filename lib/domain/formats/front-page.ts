import type { Change } from '#lib/domain/publication/version.ts'
import { escapeHtml } from './escape-html.ts'
import { supportParts } from './evidence-summary.ts'
import { directionOf, langOf } from './language.ts'
import { phraseBreaks, phrasedHtml } from './phrases.ts'
import { BASE_CSS } from './reader-css-base.ts'
import { NARROW_CSS, sitePage } from './site-page.ts'
import { byWord, dayWords } from './words.ts'

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
  readonly section: string
  readonly byline: string
  /** Empty: it has none. */
  readonly standfirst: string
  /** How many it cites. */
  readonly sources: number
  readonly reviewers: number
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

/** What was retracted is named and no longer told. */
function itemHtml(article: PublishedArticle): string {
  const { slug, headline, lang, change, section } = article
  const tag = langOf(lang)
  const title = headline.trim() || slug
  const standfirst = change === 'retraction' ? '' : article.standfirst.trim()
  const own = (text: string) => phrasedHtml(text, phraseBreaks(text, tag))
  return [
    `<li dir="${directionOf(tag)}">`,
    section.trim() && `<p class="kicker" lang="${tag}">${escapeHtml(section)}</p>`,
    `<h2><a href="/read/${encodeURIComponent(slug)}" lang="${tag}">${own(title)}</a></h2>`,
    standfirst && `<p class="sf" lang="${tag}">${own(standfirst)}</p>`,
    // In our words, which run from left to right wherever they stand.
    `<p class="by"><bdi dir="ltr">${aboutHtml(article)}</bdi></p></li>`,
  ]
    .filter(Boolean)
    .join('')
}

/** By whom and when, what has become of it, and what it rests on. */
function aboutHtml({ byline, change, publishedAt, sources, reviewers }: PublishedArticle): string {
  const iso = publishedAt.toISOString()
  const by = byline.trim() && `${byWord(byline)}<bdi>${escapeHtml(byline)}</bdi>`
  const support = change === 'retraction' ? [] : supportParts(sources, reviewers)
  const news = NEWS[change] ? `<b>${NEWS[change]}</b>` : ''
  const whole = [`<time datetime="${iso}">${dayWords(iso)}</time>`, news, ...support]
    .filter(Boolean)
    .map((part) => `<span class="nw">${part}</span>`)
  return [by, ...whole].filter(Boolean).join(' · ')
}

const FRONT_CSS = `
h1 { font: 600 1rem/1.4 var(--sans); color: var(--muted); padding-block-end: .6rem; border-block-end: 1px solid var(--line-strong) }
.front { list-style: none }
.front li { padding-block: 1.4rem; border-block-end: 1px solid var(--line) }
.front h2 { font: 620 1.625rem/1.16 var(--serif); letter-spacing: -.018em; text-wrap: balance }
.front li:first-child h2 { font-size: clamp(1.75rem, 1.2rem + 2.2vw, 2.625rem); line-height: 1.08 }
.front a { text-decoration: none }
.front a:hover { text-decoration: underline 1px }
.front :has(wbr) { word-break: keep-all; overflow-wrap: anywhere; line-break: strict }
.front :lang(ar), .front :lang(fa), .front :lang(he), .front :lang(ja), .front :lang(ko), .front :lang(ur), .front :lang(zh) { letter-spacing: 0 }
.kicker { font: 600 .8125rem/1.3 var(--sans); color: var(--muted); margin-block-end: .35rem }
.sf { font-size: 1.0625rem; line-height: 1.45; margin-block-start: .45rem; text-wrap: balance }
.by { font: 400 .875rem/1.45 var(--sans); color: var(--muted); margin-block-start: .6rem }
.by b { color: var(--text); font-weight: 600 }
.none { padding-block: 2rem; color: var(--muted) }
`

/** All of the page's style, for whoever must name its hash. */
export const FRONT_PAGE_CSS = BASE_CSS + FRONT_CSS + NARROW_CSS
