import type { Version } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { layoutOf } from './block-groups.ts'
import { escapeHtml } from './escape-html.ts'
import { correctionsHtml, sectionHtml } from './html-changes.ts'
import { embeddedJsonLd } from './json-ld.ts'
import { directionOf, houseLanguage, langOf } from './language.ts'
import { pictureHref, usualSize } from './pictures.ts'
import { READER_CSS } from './reader-css.ts'
import { recordHash } from './record-hash.ts'
import { FONT_LINKS, nameHtml } from './site-page.ts'
import { dayWords } from './words.ts'

/** What has happened to a version since it was frozen. */
export interface Notice {
  readonly kind: 'superseded' | 'corrected' | 'retracted'
  readonly text: string
  readonly link?: { readonly href: string; readonly text: string }
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
  /** Earlier and later versions whose words stand, oldest first: for what changed between them. */
  readonly texts?: readonly Version[]
  /** Mail address for problems with a sentence; left out: none is named. */
  readonly corrections?: string | null
  /** The page's one script, a file of its own, run only if its bytes have this digest. Left out: none. */
  readonly script?: { readonly src: string; readonly integrity: string }
  /** Path of the picture for whoever passes an article without pictures on. */
  readonly preview?: string
  readonly formats: readonly {
    readonly id: string
    readonly href: string
    readonly label: string
    readonly mediaType: string
  }[]
}

/**
 * The whole page around a frozen body: one document with its style inside and nothing from a third party. Its script only
 * adds comfort: without it nothing is missing.
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
    correctionsHtml(version, page.texts ?? []),
    reportHtml(page),
    '</main>',
    footHtml(page),
    '</body>',
    '</html>',
  ]
    .filter(Boolean)
    .join('\n')
    .concat('\n')
}

function headHtml(page: ReaderPage): string {
  const { version, newspaper, canonicalUrl, formats, script } = page
  const title = version.headline.trim() || `Version ${version.number}`
  const summary = layoutOf(version).standfirst?.block.text ?? version.sentences[1]?.text ?? ''
  const canonical = canonicalUrl === null ? null : safeHref(canonicalUrl)
  const property = (name: string, value: string) =>
    value && `<meta property="${name}" content="${escapeHtml(value)}">`
  const named = (name: string, value: string) =>
    value && `<meta name="${name}" content="${escapeHtml(value)}">`
  return [
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(newspaper ? `${title} · ${newspaper}` : title)}</title>`,
    named('description', summary),
    '<meta name="color-scheme" content="light dark">',
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', summary),
    property('og:site_name', newspaper),
    ...sharedPicture(page, canonical),
    named('twitter:title', title),
    named('twitter:description', summary),
    property('og:url', canonical ?? ''),
    property('article:published_time', version.firstPublishedAt),
    property('article:modified_time', version.publishedAt),
    canonical && `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    ...feedLinks(formats),
    '<link rel="icon" href="data:,">',
    FONT_LINKS,
    `<style>${READER_CSS}</style>`,
    script &&
      `<script src="${escapeHtml(script.src)}" integrity="${script.integrity}" defer></script>`,
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

/** For those who pass the page on: the first picture, or the headline as one, by an address that others can fetch. */
function sharedPicture({ version, preview }: ReaderPage, url: string | null): readonly string[] {
  const [figure] = version.figures ?? []
  const size = figure && usualSize(figure)
  if (!url) return []
  const shown =
    figure && size
      ? { ...size, href: pictureHref(version, size), alt: figure.alt }
      : preview && { ...PREVIEW_SIZE, href: preview, alt: version.headline }
  if (!shown) return []
  const property = (name: string, value: string | number) =>
    `<meta property="og:image${name}" content="${escapeHtml(String(value))}">`
  return [
    '<meta name="twitter:card" content="summary_large_image">',
    property('', new URL(shown.href, url).href),
    property(':width', shown.width),
    property(':height', shown.height),
    property(':alt', shown.alt),
  ]
}

/** Of the picture of a headline, in pixels: what every program that shows previews takes. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const

/** Where readers write when something is wrong. A card adds its sentence to the letter, where scripts run. */
function reportHtml({ version, corrections, canonicalUrl }: ReaderPage): string {
  if (!corrections) return ''
  const subject = encodeURIComponent(
    `A problem in “${version.headline.trim()}”, version ${version.number}`.toWellFormed(),
  )
  const body = encodeURIComponent(canonicalUrl ?? '')
  const href = safeHref(`mailto:${corrections}?subject=${subject}&body=${body}`)
  if (!href) return ''
  return sectionHtml(
    version,
    'report',
    'Report a problem',
    `<p>Write to <a href="${escapeHtml(href)}">${escapeHtml(corrections)}</a>, and quote the sentence. What was wrong is corrected in a new version, and what changed is shown on this page for good.</p>`,
  )
}

function skipHtml({ lang }: Version): string {
  const house = houseLanguage(lang)
  return `<nav class="skips" aria-label="Skip"${house}><a href="#article">Skip to the article</a><a href="#sources">Skip to the sources</a></nav>`
}

function mastHtml({ version, newspaper }: ReaderPage): string {
  const house = houseLanguage(version.lang)
  const date = `<p><time datetime="${escapeHtml(version.publishedAt)}">${dayWords(version.publishedAt)}</time></p>`
  return `<header class="mast"${house}>${date}${nameHtml(newspaper)}<p class="to"><a href="#how">How we report</a></p></header>`
}

function noticeHtml({ kind, text, link }: Notice, { lang }: Version): string {
  const house = houseLanguage(lang)
  const safe = link ? ownHref(link.href) : null
  const more = link && safe ? ` <a href="${escapeHtml(safe)}">${escapeHtml(link.text)}</a>` : ''
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
  const print = `<p class="print">${address}SHA-256 ${recordHash(version)}</p>`
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
