import { escapeHtml } from './escape-html.ts'

interface SitePage {
  readonly newspaper: string
  /** Of the tab; empty: the newspaper alone. */
  readonly title: string
  readonly style: string
  /** Of the head, each an element. */
  readonly links?: readonly string[]
  readonly body: readonly string[]
}

/** A page of the newspaper’s own words, in English and without script. */
export function sitePage({ newspaper, title, style, links = [], body }: SitePage): string {
  const named = [title, newspaper].filter(Boolean).join(' · ')
  return [
    '<!DOCTYPE html>',
    '<html lang="en" dir="ltr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(named)}</title>`,
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    ...links,
    FONT_LINKS,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Asked for with the page: its letters are not changed once they are read, so they have to come at once. */
export const FONT_LINKS = ['serif', 'sans']
  .map(
    (name) =>
      `<link rel="preload" href="/fonts/galley-${name}.woff2" as="font" type="font/woff2" crossorigin>`,
  )
  .join('\n')

/** Of such a page on a phone. */
export const NARROW_CSS = `
@media (max-width: 799px) { body { font-size: 1.125rem } main { padding: 1.6rem 1.15rem 2rem } .colo { padding-inline: 1.15rem }
.mast { grid-template-columns: 1fr auto; padding: .8rem 1.15rem .7rem } .mast > :first-child { display: none } }
`

/** The newspaper’s name over a page; it leads to the list of its articles. */
export function nameHtml(newspaper: string): string {
  const name = `<bdi>${escapeHtml(newspaper)}</bdi>`
  return `<p class="name">${newspaper ? `<a href="/read">${name}</a>` : name}</p>`
}
