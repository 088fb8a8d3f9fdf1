import { describe, expect, it } from 'vitest'
import { atomProblems, jsonFeedProblems, xmlOf } from '#lib/testing/validators/feeds.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { atomXml } from './atom.ts'
import type { PublishedArticle } from './front-page.ts'
import { jsonFeedText } from './json-feed.ts'
import { robotsText, siteFeed, sitemapXml } from './site-feed.ts'

const POST = { base: 'https://post.example', newspaper: 'Post & <Sons>' }
const { headline, lang, slug, firstPublishedAt, publishedAt } = hostileVersion()
const article = (at: number): PublishedArticle => ({
  articleId: `3b1f0c52-7a3e-4c57-9a41-${String(at).padStart(12, '0')}`,
  slug: `${slug}-${at}`,
  headline,
  lang,
  ...{
    section: 'Coast',
    byline: 'Mira Holt',
    standfirst: '<b>So</b> it was.',
    sources: 3,
    reviewers: 1,
  },
  change: at % 2 ? 'retraction' : 'correction',
  publishedAt: new Date(publishedAt),
  firstPublishedAt,
})
const ARTICLES = Array.from({ length: 60 }, (_, at) => article(at))

describe('what the site tells programs', () => {
  it.each([0, 1, 60])('[FMT17] feeds of %i articles are valid and name the newest', (count) => {
    const feed = siteFeed(ARTICLES.slice(0, count), POST, '/read/feed.atom')
    expect(atomProblems(atomXml(feed))).toEqual([])
    expect(jsonFeedProblems(jsonFeedText(feed))).toEqual([])
    expect(feed.entries).toHaveLength(Math.min(count, 50))
    for (const { href } of feed.entries)
      expect(href).toMatch(/^https:\/\/post\.example\/read\/[^/?#]+$/)
  })

  it('[FMT17] say in short what a new article is about', () => {
    const summary = (change: PublishedArticle['change'], standfirst: string) =>
      siteFeed([{ ...article(1), change, standfirst }], POST, '/').entries[0]?.summary
    expect(summary('first', 'So it was.')).toBe('So it was.')
    expect(summary('first', '')).toBe(headline)
    expect(summary('retraction', 'So it was.')).toBe(`Retraction: ${headline}`)
  })

  it('[FMT17] keeps the id of an article that changes', () => {
    const id = (change: PublishedArticle['change']) =>
      siteFeed([{ ...article(1), change }], POST, '/').entries[0]?.id
    expect(id('first')).toBe(id('retraction'))
  })

  it('[FMT17] the site map has the address of every article', () => {
    const root = xmlOf(sitemapXml(ARTICLES, POST.base))
    const addresses = [...root.getElementsByTagName('loc')].map(({ textContent }) => textContent)
    expect(addresses).toHaveLength(61)
    for (const address of addresses) expect(URL.canParse(address ?? '')).toBe(true)
    expect(robotsText(POST.base)).toContain('Sitemap: https://post.example/sitemap.xml')
  })
})
