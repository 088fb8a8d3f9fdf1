import { escapeXml } from './escape-xml.ts'
import { articleFeed, type Feed, type FeedEntry } from './feed.ts'
import type { Format } from './format.ts'
import { langOf } from './language.ts'
import { NOWHERE } from './site.ts'

/** Versions and corrections of an article as Atom (RFC 4287) [FMT17]. */
export const atom: Format<string> = {
  id: 'atom',
  mediaType: 'application/atom+xml',
  extension: 'atom',
  label: 'Versions and corrections (Atom)',
  render: (version, site = NOWHERE) => atomXml(articleFeed(version, site, 'atom')),
}

export function atomXml(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${langOf(feed.lang)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('updated', feed.updated),
    `<author>${element('name', feed.author)}</author>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    '<generator>Galley</generator>',
    ...feed.entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n')
}

function entryXml(entry: FeedEntry): string {
  const { id, title, lang, href, published, updated, change, summary, content } = entry
  return [
    `<entry xml:lang="${langOf(lang)}">`,
    element('id', id),
    element('title', title),
    element('published', published),
    element('updated', updated),
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    `<category term="${change}"/>`,
    element('summary', summary),
    content && `<content type="xhtml">${content}</content>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

function element(name: string, words: string): string {
  return `<${name}>${escapeXml(words)}</${name}>`
}
