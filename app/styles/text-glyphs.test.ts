import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

/** The sign of each state in the text: its shape among the marks, and its ink. */
const SIGNS: readonly (readonly [sign: string, shape: string, ink: string])[] = [
  ['untagged', 'untagged', 'neutral'],
  ['exempt', 'exempt', 'neutral'],
  ['sourced', 'sourced', 'blue'],
  ['disputed', 'disputed', 'crimson'],
  ['changed', 'changed', 'amber'],
  ['review', 'review', 'violet'],
  ['queried', 'queried', 'amber'],
  ['rejected', 'queried', 'crimson'],
  ['approved', 'approved', 'green'],
  ['stale', 'stale', 'amber'],
  ['note', 'note', 'neutral'],
]

const HEAD = `/*
 * The signs in the text, drawn in their inks. As masks over a colour, as elsewhere, each would be a layer of the page: ten
 * thousand of them cost a tenth of a second with every key. Made of glyphs.css and tokens.css:
 * npx vitest run -u app/styles/text-glyphs.test.ts
 */
`

function inkOf(ink: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${ink}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(read('tokens.css'))
  const colour = found?.[theme === 'light' ? 1 : 2]
  if (!colour) throw new Error(`No ink ${ink}`)
  return colour.replace('#', '%23')
}

/** Black takes the ink, but for what only cuts out. */
function drawing(shape: string, colour: string): string {
  const found = new RegExp(`--g-${shape}: url\\("([^"]*)"\\)`).exec(read('glyphs.css'))?.[1]
  if (!found) throw new Error(`No shape ${shape}`)
  return found
    .split(/(%3Cmask .*?%3C\/mask%3E)/)
    .map((part) => (part.startsWith('%3Cmask') ? part : part.replaceAll('%23000', colour)))
    .join('')
}

function styleSheet(): string {
  const drawn = SIGNS.flatMap(([sign, shape, ink]) =>
    (['light', 'dark'] as const).map(
      (theme) => `  --t-${sign}-${theme}: url("${drawing(shape, inkOf(ink, theme))}");`,
    ),
  )
  const choose = (theme: string, indent: string) =>
    SIGNS.map(([sign]) => `${indent}--t-${sign}: var(--t-${sign}-${theme});`).join('\n')
  const rule = (selector: string, theme: string) => `${selector} {\n${choose(theme, '  ')}\n}`
  const inMedia = (media: string, theme: string) =>
    `@media ${media} {\n  :root {\n${choose(theme, '    ')}\n  }\n}`
  return `${[
    `${HEAD}\n:root {\n${drawn.join('\n')}\n\n${choose('light', '  ')}\n}`,
    inMedia('(prefers-color-scheme: dark)', 'dark'),
    rule("[data-theme='light']", 'light'),
    rule("[data-theme='dark']", 'dark'),
    inMedia('print', 'light'),
  ].join('\n\n')}\n`
}

it('the signs in the text are the marks in their inks', async () => {
  await expect(styleSheet()).toMatchFileSnapshot('./text-glyphs.css')
})
