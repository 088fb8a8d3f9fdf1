import type { Version } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { FigureGroup } from './block-groups.ts'
import { escapeHtml } from './escape-html.ts'
import { cardsHtml } from './html-cards.ts'
import { blockHtml } from './html-text.ts'
import { pictureHref, usualSize } from './pictures.ts'

/** The column of the text, as reader-css lays it out. */
const SIZES = '(min-width: 44rem) 40rem, 100vw'

/** A picture with what is said under it and whose it is. Its place is kept while it loads: its size is known [FIG7]. */
export function figureHtml(
  version: Version,
  { figure, caption, isFirst }: FigureGroup,
  house: string,
): string {
  const words = caption
    ? `<div class="para"><p class="cap" dir="auto">${blockHtml(caption, house)}</p>${cardsHtml(version, caption.sentences, house)}</div>`
    : ''
  const { name, url } = figure.credit
  const href = url === null ? null : safeHref(url)
  const by = `<bdi>${escapeHtml(name)}</bdi>`
  const credit = href ? `<a href="${escapeHtml(href)}">${by}</a>` : by
  const said = `<figcaption>${words}<p class="cr"${house}>Picture: ${credit}</p></figcaption>`
  return `<figure class="fig">${imageHtml(version, figure, isFirst)}${said}</figure>`
}

function imageHtml(version: Version, figure: FigureGroup['figure'], isFirst: boolean): string {
  const size = usualSize(figure)
  if (!size) return ''
  const each = figure.sizes.map((one) => `${pictureHref(version, one)} ${one.width}w`)
  const attributes = [
    `src="${pictureHref(version, size)}"`,
    each.length > 1 && `srcset="${each.join(', ')}" sizes="${SIZES}"`,
    `width="${size.width}" height="${size.height}"`,
    `alt="${escapeHtml(figure.alt)}"`,
    // The first is seen at once; what is far below need not be fetched for those who leave before it.
    isFirst ? '' : 'loading="lazy"',
    'decoding="async"',
  ]
  return `<img ${attributes.filter(Boolean).join(' ')}>`
}
