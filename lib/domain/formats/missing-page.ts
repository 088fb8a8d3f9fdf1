import { escapeHtml } from './escape-html.ts'
import { BASE_CSS } from './reader-css-base.ts'
import { NARROW_CSS, nameHtml, sitePage } from './site-page.ts'

interface MissingPage {
  readonly newspaper: string
  /** For readers, in the newsroom’s words. */
  readonly message: string
  /** It was here once. */
  readonly isGone: boolean
}

/** What somebody finds who followed an old or a wrong link: what became of it, and the way on [FMT35]. */
export function renderMissingPage({ newspaper, message, isGone }: MissingPage): string {
  const heading = isGone ? 'No longer published' : 'Not found'
  return sitePage({
    ...{ newspaper, title: heading, style: MISSING_PAGE_CSS },
    links: ['<meta name="robots" content="noindex">'],
    body: [
      `<header class="mast"><p></p>${nameHtml(newspaper)}<p></p></header>`,
      `<main><h1>${heading}</h1><p class="why" dir="auto">${escapeHtml(message)}</p>`,
      '<p><a href="/read">All articles</a></p></main>',
    ],
  })
}

const PAGE_CSS = `
main { padding-block: 4rem 6rem }
h1 { font: 620 clamp(1.75rem, 1.35rem + 1.6vw, 2.5rem)/1.12 var(--serif); letter-spacing: -.022em; text-wrap: balance }
.why { margin-block: 1rem 1.6rem; white-space: pre-line; text-wrap: pretty }
p:last-child { font: 400 1rem/1.5 var(--sans) }
`

/** All of the page's style, for whoever must name its hash. */
export const MISSING_PAGE_CSS = BASE_CSS + PAGE_CSS + NARROW_CSS
