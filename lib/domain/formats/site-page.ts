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
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** The newspaper’s name over a page; it leads to the list of its articles. */
export function nameHtml(newspaper: string): string {
  const name = `<bdi>${escapeHtml(newspaper)}</bdi>`
  return `<p class="name">${newspaper ? `<a href="/read">${name}</a>` : name}</p>`
}
