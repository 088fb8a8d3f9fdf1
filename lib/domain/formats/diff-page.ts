import type { Version } from '#lib/domain/publication/version.ts'
import { escapeHtml } from './escape-html.ts'
import { type Comparable, comparePath, segmentsHtml } from './html-changes.ts'
import { directionOf, houseLanguage, langOf } from './language.ts'
import { BASE_CSS } from './reader-css-base.ts'
import { CHANGES_CSS } from './reader-css-changes.ts'
import { articlePath, versionPath } from './site.ts'
import { FONT_LINKS, NARROW_CSS, nameHtml } from './site-page.ts'
import { type ChangedBlock, changedBlocks } from './version-changes.ts'
import { counted, dayWords } from './words.ts'

export interface DiffPage {
  readonly before: Version
  readonly after: Version
  /** Every version whose words stand, oldest first. */
  readonly versions: readonly Comparable[]
  readonly newspaper: string
}

/** Two versions as one text: what went is struck, what came is underlined, both told in roles [FMT25]. */
export function renderDiffPage({ before, after, versions, newspaper }: DiffPage): string {
  const lang = langOf(after.lang)
  const house = houseLanguage(after.lang)
  const blocks = changedBlocks(before, after)
  const title = `Version ${before.number} and ${after.number}: ${after.headline.trim() || after.slug}`
  return [
    '<!DOCTYPE html>',
    `<html lang="${lang}" dir="${directionOf(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(newspaper ? `${title} · ${newspaper}` : title)}</title>`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex">',
    '<link rel="icon" href="data:,">',
    FONT_LINKS,
    `<style>${DIFF_CSS}</style>`,
    '</head>',
    '<body>',
    `<nav class="skips" aria-label="Skip"${house}><a href="#text">Skip to the text</a></nav>`,
    `<header class="mast"${house}><p></p>${nameHtml(newspaper)}<p class="to"><a href="${escapeHtml(articlePath(after))}">The article</a></p></header>`,
    '<main>',
    `<div${house}><h1>What changed</h1><p class="sum">${summary(before, after, blocks)}</p>`,
    chooser(before, after, versions),
    '</div>',
    `<div class="text" id="text">${blocks.map(blockHtml).join('\n')}</div>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function summary(before: Version, after: Version, blocks: readonly ChangedBlock[]): string {
  const words = (kind: 'added' | 'removed') =>
    blocks
      .flatMap(({ segments }) => segments)
      .filter((segment) => segment.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  const name = ({ number, slug, publishedAt }: Version) =>
    `<a href="${escapeHtml(versionPath({ slug, number }))}">version ${number}</a> of ${dayWords(publishedAt)}`
  const [gone, come] = [words('removed'), words('added')]
  const count =
    gone + come === 0
      ? 'no word changed'
      : `${counted(gone, 'word', 'words')} went, ${counted(come, 'word', 'words')} came`
  return `From ${name(before)} to ${name(after)}: ${count}.`
}

/** Any two: one row sets the earlier, the other the later version. */
function chooser(before: Version, after: Version, versions: readonly Comparable[]): string {
  if (versions.length < 3) return ''
  const row = (label: string, current: number, href: (number: number) => string) => {
    const links = versions.map(({ number }) =>
      number === current
        ? `<b aria-current="true">${number}</b>`
        : `<a href="${escapeHtml(href(number))}">${number}</a>`,
    )
    return `<p>${label} ${links.join(' ')}</p>`
  }
  const { slug } = after
  return [
    '<nav class="choose" aria-label="Versions">',
    row('From version', before.number, (number) => comparePath(slug, number, after.number)),
    row('To version', after.number, (number) => comparePath(slug, before.number, number)),
    '</nav>',
  ].join('')
}

function blockHtml({ role, segments }: ChangedBlock): string {
  const changed = segments.some(({ kind }) => kind !== 'same')
  return `<p class="b" data-r="${role}"${changed ? ' data-x' : ''} dir="auto">${segmentsHtml(segments)}</p>`
}

const PAGE_CSS = `
h1 { font: 620 2rem/1.1 var(--serif); letter-spacing: -.02em }
.sum { font: 400 1rem/1.5 var(--sans); color: var(--muted); margin-block: .6rem 1rem }
.choose { font: 400 1rem/1.5 var(--sans); margin-block-end: 1rem }
.choose :is(a, b) { display: inline-block; min-inline-size: 2.75rem; padding: .5rem; text-align: center }
.choose b { border-radius: 6px; background: var(--hover); outline: 1px solid var(--border); outline-offset: -1px }
.text { border-block-start: 3px double var(--line-strong); padding-block-start: 1.6rem }
.b { margin-block-end: 1.1rem; padding-inline-start: 1rem; border-inline-start: 3px solid transparent; text-wrap: pretty }
.b[data-x] { border-color: var(--text) }
.b[data-r=headline] { font: 620 1.75rem/1.2 var(--serif) }
.b[data-r=subhead] { font-weight: 650 }
.b:is([data-r=bullet], [data-r=numbered]) { padding-inline-start: 2.2rem }
.b[data-r=quote] { font-style: italic }
.b:is([data-r=caption], [data-r=standfirst]) { color: var(--muted) }
@media (forced-colors: active) { .b:not([data-x]) { border-color: Canvas } }
`

/** All of the page's style, for whoever must name its hash. */
export const DIFF_CSS = BASE_CSS + CHANGES_CSS + PAGE_CSS + NARROW_CSS
