import { join } from 'node:path'
import sharp from 'sharp'
import { PREVIEW_SIZE } from '#lib/domain/formats/reader-page.ts'

/** Source Serif 4 as headlines are set, under a name that no system has. It is a file of ours: sharp reads no packed fonts. */
const FONT = { name: 'Galley Headline', file: 'public/fonts/galley-headline.ttf' }

const MARGIN = 80
const INK = '#1a1d21'
const MUTED = '#4f5965'
const LINE = '#c9d0d8'
/** Beyond this nobody reads a headline in a picture. */
const LONGEST = 180

/** A headline as a picture of 1200 × 630 pixels, PNG, for whoever passes an article without pictures on [FMT27]. */
export async function renderPreview(said: {
  readonly headline: string
  readonly newspaper: string
  readonly line: string
}): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = PREVIEW_SIZE
  const across = width - 2 * MARGIN
  const headline = cut(said.headline.trim() || said.newspaper)
  const space = height - 2 * MARGIN - 150
  const [title, name, line] = await Promise.all([
    fitted(headline, across, space),
    text(cut(said.newspaper), { size: 34, colour: INK, across }),
    text(cut(said.line), { size: 28, colour: MUTED, across }),
  ])
  const rule = { create: { width: across, height: 3, channels: 3, background: LINE } } as const
  const parts = [
    ...(name ? [{ input: name.data, left: MARGIN, top: 58 }] : []),
    { input: rule, left: MARGIN, top: 118 },
    ...(title ? [{ input: title.data, left: MARGIN, top: 165 }] : []),
    ...(line ? [{ input: line.data, left: MARGIN, top: height - 62 - line.info.height }] : []),
  ]
  const made = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(parts)
    .png({ palette: true, colours: 32 })
    .toBuffer()
  return new Uint8Array(made)
}

/** As large as there is room for. */
async function fitted(words: string, across: number, down: number) {
  for (const size of [80, 70, 60, 50]) {
    const made = await text(words, { size, colour: INK, across })
    if (!made || made.info.height <= down || size === 50) return made
  }
  return null
}

/** Null for words that leave no mark. */
async function text(
  words: string,
  { size, colour, across }: { size: number; colour: string; across: number },
) {
  if (!words.trim()) return null
  return sharp({
    text: {
      text: `<span foreground="${colour}" line_height="0.82">${escaped(words)}</span>`,
      font: `${FONT.name} ${size}`,
      fontfile: join(/* turbopackIgnore: true */ process.cwd(), FONT.file),
      rgba: true,
      width: across,
      wrap: 'word-char',
      dpi: 72,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
}

function cut(words: string): string {
  const letters = Array.from(words)
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : words
}

/** Pango reads markup, and no control characters. */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[<>&]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
