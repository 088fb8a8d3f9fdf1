import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { renderPreview } from './render-preview.ts'

const said = { headline: 'Boats stay in', newspaper: 'The Post', line: '3 sentences · 1 source' }

async function ink(bytes: Uint8Array, area: { top: number; height: number }) {
  const { data } = await sharp(bytes)
    .extract({ left: 80, width: 1040, ...area })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 100).length
}

describe('the picture of a headline', () => {
  it('[FMT27] has the size that others show, and the words on it', async () => {
    const bytes = await renderPreview(said)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(bytes.length).toBeLessThan(60_000)
    expect(await ink(bytes, { top: 150, height: 120 })).toBeGreaterThan(2000)
    const without = await renderPreview({ ...said, headline: ' ', newspaper: '' })
    expect(await ink(without, { top: 150, height: 120 })).toBe(0)
  })

  it.each([
    '<span foreground="red">Not markup</span> & \u0000 no \uD800 sign',
    'م'.repeat(300),
    'Word '.repeat(200),
    'W'.repeat(400),
    '🚢 東京 שלום',
  ])('[FMT27] holds whatever a headline says: %s', async (headline) => {
    const bytes = await renderPreview({ headline, newspaper: headline, line: headline })
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 })
  })

  it('[FMT27] is in the font of the newspaper, not in one of the machine', async () => {
    const wide = await renderPreview({ ...said, headline: 'iiii' })
    const own = await renderPreview({ ...said, headline: 'iiii' })
    expect(Buffer.from(wide).equals(Buffer.from(own))).toBe(true)
    const serif = await sharp({
      text: {
        text: 'iiii',
        font: 'Galley Headline 84',
        fontfile: 'public/fonts/galley-headline.ttf',
      },
    }).toBuffer({ resolveWithObject: true })
    const other = await sharp({ text: { text: 'iiii', font: 'Sans 84' } }).toBuffer({
      resolveWithObject: true,
    })
    expect(serif.info.width).not.toBe(other.info.width)
  })
})
