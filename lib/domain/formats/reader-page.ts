import type { Version } from '#lib/domain/publication/version.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { layoutOf } from './block-groups.ts'
import { escapeHtml } from './escape-html.ts'
import { embeddedJsonLd } from './json-ld.ts'
import { directionOf, houseLanguage, langOf } from './language.ts'
import { pictureHref, usualSize } from './pictures.ts'
import { READER_CSS } from './reader-css.ts'
import { dayWords } from './words.ts'

/** What has happened to a version since it was frozen. */
export interface Notice {
  readonly kind: 'superseded' | 'corrected' | 'retracted' | 'older'
  readonly text: string
  readonly href?: string
}

export interface ReaderPage {
  readonly version: Version
  /** As `renderReaderBody` gave it when the version was published. */
  readonly body: string
  readonly notices: readonly Notice[]
  /** Name of the newspaper; empty for none. */
  readonly newspaper: string
  readonly canonicalUrl: string | null
  /** Name of the key that signed it; null: it was published before versions were signed. Left out: nothing is said. */
  readonly signedWith?: string | null
  readonly formats: readonly {
    readonly id: string
    readonly href: string
    readonly label: string
    readonly mediaType: string
  }[]
}

/**
 * The whole page around a frozen body: one document with its style inside, no script, nothing from a third party.
 * A later notice, a new export or a better stylesheet reaches old versions; their words cannot change.
 */
export function renderReaderPage(page: ReaderPage): string {
  const { version, body, notices } = page
  const lang = langOf(version.lang)
  return [
    '<!DOCTYPE html>',
    `<html lang="${lang}" dir="${directionOf(lang)}">`,
    headHtml(page),
    '<body>',
    skipHtml(version),
    mastHtml(page),
    `<main id="article">${notices.map((notice) => noticeHtml(notice, version)).join('')}`,
    body,
    '</main>',
    footHtml(page),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function headHtml({ version, newspaper, canonicalUrl, formats }: ReaderPage): string {
  const title = version.headline.trim() || `Version ${version.number}`
  const summary = layoutOf(version).standfirst?.block.text ?? version.sentences[1]?.text ?? ''
  const canonical = canonicalUrl === null ? null : safeHref(canonicalUrl)
  const property = (name: string, value: string) =>
    value && `<meta property="${name}" content="${escapeHtml(value)}">`
  return [
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(newspaper ? `${title} · ${newspaper}` : title)}</title>`,
    summary && `<meta name="description" content="${escapeHtml(summary)}">`,
    '<meta name="color-scheme" content="light dark">',
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', summary),
    property('og:site_name', newspaper),
    ...sharedPicture(version, canonical),
    property('og:url', canonical ?? ''),
    property('article:published_time', version.firstPublishedAt),
    property('article:modified_time', version.publishedAt),
    canonical && `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    ...feedLinks(formats),
    '<link rel="icon" href="data:,">',
    '<link rel="preload" href="/fonts/source-serif-4-latin-opsz-normal.woff2" as="font" type="font/woff2" crossorigin>',
    `<style>${READER_CSS}</style>`,
    `<script type="application/ld+json">${embeddedJsonLd(version, { url: canonical, publisher: newspaper })}</script>`,
    '</head>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** For programs that follow an article: its versions and corrections. */
function feedLinks(formats: ReaderPage['formats']): readonly string[] {
  return formats
    .filter(({ mediaType }) => /atom|feed/.test(mediaType))
    .flatMap(({ href, label, mediaType }) => {
      const safe = ownHref(href)
      const kind = `type="${escapeHtml(mediaType)}" title="${escapeHtml(label)}"`
      return safe ? [`<link rel="alternate" ${kind} href="${escapeHtml(safe)}">`] : []
    })
}

/** For those who pass the page on: the first picture, by an address that others can fetch. */
function sharedPicture(version: Version, url: string | null): readonly string[] {
  const [figure] = version.figures ?? []
  const size = figure && usualSize(figure)
  if (!figure || !size || !url) return []
  const property = (name: string, value: string | number) =>
    `<meta property="og:image${name}" content="${escapeHtml(String(value))}">`
  return [
    '<meta name="twitter:card" content="summary_large_image">',
    property('', new URL(pictureHref(version, size), url).href),
    property(':width', size.width),
    property(':height', size.height),
    property(':alt', figure.alt),
  ]
}

function skipHtml({ lang }: Version): string {
  const house = houseLanguage(lang)
  return `<nav class="skips" aria-label="Skip"${house}><a href="#article">Skip to the article</a><a href="#sources">Skip to the sources</a></nav>`
}

function mastHtml({ version, newspaper }: ReaderPage): string {
  const house = houseLanguage(version.lang)
  const date = `<p><time datetime="${escapeHtml(version.publishedAt)}">${dayWords(version.publishedAt)}</time></p>`
  const name = `<p class="name"><bdi>${escapeHtml(newspaper)}</bdi></p>`
  return `<header class="mast"${house}>${date}${name}<p class="to"><a href="#how">How we report</a></p></header>`
}

const NOTICE_LINKS: Readonly<Record<Notice['kind'], string>> = {
  superseded: 'Read the latest version',
  older: 'Read the latest version',
  corrected: 'Read the corrected version',
  retracted: 'Read why',
}

function noticeHtml({ kind, text, href }: Notice, { lang }: Version): string {
  const house = houseLanguage(lang)
  const safe = href === undefined ? null : ownHref(href)
  const more = safe ? ` <a href="${escapeHtml(safe)}">${NOTICE_LINKS[kind]}</a>` : ''
  return `<p class="notice" data-n="${kind}"${house}><span dir="auto">${escapeHtml(text)}</span>${more}</p>\n`
}

function footHtml({ version, newspaper, canonicalUrl, formats, signedWith }: ReaderPage): string {
  const house = houseLanguage(version.lang)
  const links = formats.flatMap(({ href, label }) => {
    const safe = ownHref(href)
    return safe ? [`<li><a href="${escapeHtml(safe)}">${escapeHtml(label)}</a></li>`] : []
  })
  const exports = links.length
    ? `<nav aria-label="Other formats"><ul>${links.join('')}</ul></nav>`
    : ''
  const name = newspaper ? `<bdi>${escapeHtml(newspaper)}</bdi>, version` : 'Version'
  const address = canonicalUrl ? `${escapeHtml(canonicalUrl)}, ` : ''
  const print = `<p class="print">${address}SHA-256 ${hashOf(version)}</p>`
  const signed =
    signedWith === undefined
      ? ''
      : `, ${signedWith === null ? 'not signed' : `signed with key ${escapeHtml(signedWith)}`}`
  return `<footer class="colo"${house}>${exports}<p>${name} ${version.number}, ${dayWords(version.publishedAt)}${signed}. Made with Galley.</p>${print}</footer>`
}

/** Addresses that the application gives may be paths of its own; `//` would be another site. */
function ownHref(href: string): string | null {
  return /^\/(?![/\\])/.test(href) ? href : safeHref(href)
}
