import type { Feed } from './feed.ts'
import type { PublishedArticle } from './front-page.ts'
import { addressOf, articlePath, type Site, urnOf } from './site.ts'
import { CHANGE_WORDS } from './words.ts'

/** What is published, newest first, for whoever follows the newspaper. An article that changes moves up, under its old id. */
export function siteFeed(articles: readonly PublishedArticle[], site: Site, self: string): Feed {
  const title = site.newspaper.trim() || 'Articles and their sources'
  return {
    id: addressOf(site, '/read'),
    title,
    author: title,
    lang: 'en',
    updated: articles[0]?.publishedAt.toISOString() ?? NOTHING_YET,
    home: addressOf(site, '/read'),
    self: addressOf(site, self),
    entries: articles.slice(0, MOST).map((article) => {
      const { slug, headline, lang, change, publishedAt, firstPublishedAt } = article
      const about = change === 'first' ? article.standfirst.trim() : ''
      const words = headline.trim() || slug
      return {
        id: urnOf(article),
        title: change === 'retraction' ? `Retracted: ${words}` : words,
        lang,
        href: addressOf(site, articlePath({ slug })),
        published: firstPublishedAt,
        updated: publishedAt.toISOString(),
        change,
        summary: change === 'first' ? about || words : `${CHANGE_WORDS[change]}: ${words}`,
        content: null,
      }
    }),
  }
}

/** A feed must say when it changed, also while there is nothing in it. */
const NOTHING_YET = '1970-01-01T00:00:00.000Z'
const MOST = 50

/** Every published article, for those who search (sitemaps.org 0.9): addresses must be whole, so a base must be known. */
export function sitemapXml(articles: readonly PublishedArticle[], base: string): string {
  const url = (path: string, moment?: Date) =>
    `<url><loc>${base}${path}</loc>${moment ? `<lastmod>${moment.toISOString()}</lastmod>` : ''}</url>`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    url('/read', articles[0]?.publishedAt),
    ...articles
      .slice(0, MOST_IN_SITEMAP)
      .map((article) => url(articlePath(article), article.publishedAt)),
    '</urlset>',
    '',
  ].join('\n')
}

/** What the protocol allows, less the front page. */
const MOST_IN_SITEMAP = 49_999

/** Readers' pages are for everybody, the newsroom's for nobody who searches. */
export function robotsText(base: string): string {
  return `User-agent: *\nAllow: /read\nAllow: /fonts/\nDisallow: /\n\nSitemap: ${base}/sitemap.xml\n`
}
