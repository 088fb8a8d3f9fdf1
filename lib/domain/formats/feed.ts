import type { Change, Version } from '#lib/domain/publication/version.ts'
import { recordHash } from './record-hash.ts'
import { addressOf, articlePath, type Site, urnOf, versionPath } from './site.ts'
import { CHANGE_WORDS, changeText } from './words.ts'
import { xhtmlOf } from './xhtml.ts'

/** What a feed says, in whichever form. */
export interface Feed {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly lang: string
  /** ISO 8601. */
  readonly updated: string
  readonly home: string
  readonly self: string
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly lang: string
  readonly href: string
  readonly published: string
  readonly updated: string
  /** What kind of change it tells of. */
  readonly change: Change
  readonly summary: string
  /** XHTML; null: its page has it. */
  readonly content: string | null
}

/** Whoever follows an article learns of each version, newest first, and what it changed and why. */
export function articleFeed(version: Version, site: Site, self: string): Feed {
  const here = { ...version, hash: recordHash(version) }
  const refs = [...version.history, here].toReversed()
  const title = version.headline.trim() || version.slug
  return {
    id: urnOf(version),
    title,
    author: version.byline.trim() || site.newspaper.trim() || 'The newsroom',
    lang: version.lang,
    updated: version.publishedAt,
    home: addressOf(site, articlePath(version)),
    self: addressOf(site, `${articlePath(version)}/${self}`),
    entries: refs.map(({ number, change, publishedAt, ...said }) => ({
      id: urnOf(version, `v${number}`),
      title: change === 'first' ? title : `${CHANGE_WORDS[change]}: ${title}`,
      lang: version.lang,
      href: addressOf(site, versionPath({ slug: version.slug, number })),
      published: publishedAt,
      updated: publishedAt,
      change,
      summary: changeText(said).trim() || `${CHANGE_WORDS[change]}.`,
      // What was retracted goes no further than its page: of it a feed tells that and why.
      content:
        number === version.number && change !== 'retraction'
          ? xhtmlOf(version, site, { head: false })
          : null,
    })),
  }
}
