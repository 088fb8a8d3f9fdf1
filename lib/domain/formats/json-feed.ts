import { articleFeed, type Feed, type FeedEntry } from './feed.ts'
import type { Format } from './format.ts'
import { jsonText } from './json-text.ts'
import { langOf } from './language.ts'
import { NOWHERE } from './site.ts'

/** Versions and corrections of an article as JSON Feed 1.1 [FMT17]. */
export const jsonFeed: Format<string> = {
  id: 'feed',
  mediaType: 'application/feed+json',
  extension: 'feed.json',
  label: 'Versions and corrections (JSON Feed)',
  render: (version, site = NOWHERE) => jsonFeedText(articleFeed(version, site, 'feed')),
}

export function jsonFeedText({ title, author, lang, home, self, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: title,
    home_page_url: home,
    feed_url: self,
    language: langOf(lang),
    authors: [{ name: author }],
    items: entries.map(itemOf),
  }
  return jsonText(feed)
}

function itemOf(entry: FeedEntry) {
  const { id, title, lang, href, published, updated, change, summary, content } = entry
  return {
    id,
    url: href,
    title: title,
    summary: summary,
    ...(content ? { content_html: content } : { content_text: summary }),
    date_published: published,
    date_modified: updated,
    language: langOf(lang),
    tags: [change],
  }
}
