const LATIN =
  'U+20-7E, U+A0-FF, U+131, U+152-153, U+2013-2014, U+2018-201E, U+2022, U+2026, U+202F, U+2039-203A, U+20AC, U+2212'
/** Of more languages of Europe: fetched where a page has them. */
const MORE_LATIN =
  'U+100-12B, U+12E-130, U+134-151, U+154-165, U+168-17F, U+218-21B, U+1E80-1E85, U+1E9E, U+1EF2-1EF3'

/** A font that comes too late for this page is there for the next one: text that readers have begun to read does not jump. */
function face(family: string, file: string, range: string, weight: string, style = 'normal') {
  return `@font-face { font-family: "${family}"; src: url(/fonts/${file}.woff2) format("woff2"); font-weight: ${weight}; font-style: ${style}; font-display: optional; unicode-range: ${range} }`
}

/**
 * Fonts, colours and the page's frame. Values are those of the product's tokens, written out because the page must stand
 * alone for ever. Dark is a media query and not light-dark(): older phones read it too, and print stays light.
 */
export const BASE_CSS = `
${face('Galley Serif', 'galley-serif', LATIN, '400 650')}
${face('Galley Serif', 'galley-serif-italic', LATIN, '400 650', 'italic')}
${face('Galley Sans', 'galley-sans', LATIN, '400 600')}
${face('Galley Serif', 'galley-serif-more', MORE_LATIN, '400 650')}
${face('Galley Serif', 'galley-serif-italic-more', MORE_LATIN, '400 650', 'italic')}
${face('Galley Sans', 'galley-sans-more', MORE_LATIN, '400 600')}
:root {
  color-scheme: light dark;
  --canvas: #fff; --active: #fff4cc; --hover: #eef1f5; --text: #1a1d21; --muted: #4f5965; --focus: #0a4fa3;
  --border: #7a8594; --line: #e3e7eb; --line-strong: #c9d0d8; --neutral: #414959; --crimson: #820016; --tint: #fbe9eb;
  --shadow: 0 0 0 1px rgb(26 29 33/.1), 0 6px 24px -6px rgb(26 29 33/.22);
  --serif: "Galley Serif", Charter, Georgia, serif;
  --sans: "Galley Sans", system-ui, -apple-system, "Segoe UI", sans-serif;
  --disputed: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 14 14'%3E%3Cpath fill-rule='evenodd' d='M6.2.75a1.1 1.1 0 0 1 1.6 0l5.45 5.45a1.1 1.1 0 0 1 0 1.6L7.8 13.25a1.1 1.1 0 0 1-1.6 0L.75 7.8a1.1 1.1 0 0 1 0-1.6ZM6.15 3.4h1.7v4.4h-1.7ZM6.15 9h1.7v1.7h-1.7Z'/%3E%3C/svg%3E");
  --unconfirmed: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 14 14' fill='none'%3E%3Cpath d='M7 1.4 12.6 7 7 12.6 1.4 7Z' stroke='%23000' stroke-linecap='round' stroke-linejoin='round' stroke-width='1.5' stroke-dasharray='2.6 2'/%3E%3C/svg%3E");
}
@media screen and (prefers-color-scheme: dark) { :root {
  --canvas: #14171b; --active: #3a3214; --hover: #262b32; --text: #eceff3; --muted: #aeb7c2; --focus: #8cc2ff;
  --border: #77828f; --line: #2b3139; --line-strong: #414a55; --neutral: #b5bcc3; --crimson: #ff657f; --tint: #451620;
  --shadow: 0 0 0 1px rgb(255 255 255/.14), 0 6px 24px -6px rgb(0 0 0/.7);
} }
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block: 4rem 3rem }
body { margin: 0; background: var(--canvas); color: var(--text); font: 400 1.25rem/1.6 var(--serif);
  overflow-wrap: break-word; -webkit-font-smoothing: antialiased }
h1, h2, p, ul, ol, dl, dd, blockquote, fieldset { margin: 0; padding: 0; border: 0 }
button, input { font: inherit; color: inherit }
button { background: none; border: 0; padding: 0; text-align: inherit; cursor: pointer }
a { color: inherit; text-decoration: underline 1px var(--border); text-underline-offset: .2em }
a:hover { text-decoration-color: currentColor }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px }
time, code { font-variant-numeric: tabular-nums lining-nums }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.nw { white-space: nowrap }
.skips a { position: absolute; inset-block-start: .5rem; inset-inline-start: .5rem; z-index: 9; padding: .5rem .75rem;
  background: var(--canvas); border-radius: 6px; box-shadow: var(--shadow); font: 600 .9375rem/1.4 var(--sans) }
.skips a:not(:focus) { clip-path: inset(50%) }
.mast { display: grid; grid-template-columns: 1fr auto 1fr; align-items: end; gap: 1rem; max-inline-size: 76rem;
  margin-inline: auto; padding: 1.3rem 2rem .9rem; border-block-end: 3px double var(--line-strong);
  font: 400 .875rem/1.3 var(--sans); color: var(--muted) }
.name { font: 700 clamp(1.5rem, 1.1rem + 1.5vw, 2.25rem)/1 var(--serif); letter-spacing: -.022em; color: var(--text) }
.name a { text-decoration: none }
.to { text-align: end }
main { max-inline-size: 44rem; margin-inline: auto; padding: 3.2rem 2rem 2rem }
.notice { max-inline-size: 40rem; margin: 0 auto 2rem; padding: .8rem 1.1rem; border-inline-start: 4px solid var(--text);
  background: var(--hover); font: 600 1rem/1.45 var(--sans); text-wrap: pretty }
.notice[data-n=retracted] { border-color: var(--crimson); background: var(--tint) }
.colo { max-inline-size: 76rem; margin: 4rem auto 0; padding: 1.2rem 2rem 3rem; border-block-start: 1px solid var(--line);
  font: 400 .875rem/1.5 var(--sans); color: var(--muted) }
.colo ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; margin-block-end: .8rem }
.colo li a { display: inline-block; padding-block: .2rem; color: var(--text) }
.print { display: none }
`
