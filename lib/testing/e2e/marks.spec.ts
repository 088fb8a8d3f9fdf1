import { type Browser, expect, type Page } from '@playwright/test'
import { GLYPH_OF } from '#components/ui/display.ts'
import type { Display } from '#lib/domain/review/status.ts'
import { test } from './server-test.ts'

/** Signs and lines of the sentences, as they are painted: told apart by their shape, whatever happens to the colours. */

const DISPLAYS = Object.keys(GLYPH_OF) as Display[]

/** One display for each line style. */
const LINES: readonly Display[] = ['approved', 'none', 'sourced', 'changed', 'disputed']

const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const

/** A page with the product's own style sheets and a line for each display. */
async function paint(browser: Browser, url: string, look: (typeof LOOKS)[number]): Promise<Page> {
  const { colorScheme, forcedColors } = look
  const context = await browser.newContext({ colorScheme, forcedColors, deviceScaleFactor: 2 })
  // React would put its own page back in the place of ours, whenever it comes to life.
  await context.route('**/*', (route) =>
    route.request().resourceType() === 'script' ? route.abort() : route.continue(),
  )
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(
    (rows) => {
      const text = document.createElement('div')
      text.className = 'text'
      for (const [display, glyph] of rows) {
        const line = document.createElement('p')
        line.append(span('', `s s-${display}`), span('.', `s s-${display} s-glyph`))
        for (const part of line.children) part.setAttribute('data-row', display)
        line.lastElementChild?.setAttribute('data-glyph', glyph)
        line.lastElementChild?.setAttribute('data-g', display)
        if (line.firstElementChild) line.firstElementChild.textContent = 'Nobody came'
        text.append(line)
      }
      document.body.replaceChildren(text)
      function span(words: string, name: string) {
        const element = document.createElement('span')
        element.textContent = words
        element.className = name
        return element
      }
    },
    DISPLAYS.map((display) => [display, GLYPH_OF[display]] as const),
  )
  return page
}

/** The lightness (0–255) of each pixel of a stretch behind the words, or under them. */
async function shotOf(
  page: Page,
  display: Display,
  part: 'glyph' | 'line' | 'below',
): Promise<number[]> {
  const words = await page.locator(`[data-row=${display}]:not(.s-glyph)`).boundingBox()
  const sign = await page.locator(`.s-glyph[data-row=${display}]`).boundingBox()
  if (!words || !sign) throw new Error(`${display} is not painted`)
  const right = Math.round(sign.x + sign.width)
  const top = Math.round(sign.y)
  const clip =
    part === 'glyph'
      ? { x: right - 16, y: top, width: 16, height: Math.round(sign.height) - 4 }
      : part === 'below'
        ? { x: right - 15, y: top + Math.round(words.height) - 3, width: 15, height: 6 }
        : { x: Math.round(words.x), y: top + Math.round(words.height) - 8, width: 60, height: 10 }
  const png = (await page.screenshot({ clip })).toString('base64')
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No canvas')
    context.drawImage(image, 0, 0)
    const { data: rgba } = context.getImageData(0, 0, image.width, image.height)
    const grey: number[] = []
    for (let at = 0; at < rgba.length; at += 4) {
      const [r = 0, g = 0, b = 0] = rgba.subarray(at, at + 3)
      grey.push(Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b))
    }
    return grey
  }, png)
}

/** Pixels of which one is ink and the other is not. Ink is what differs much from the paper: shade alone tells nothing. */
function different(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [inkOf(one), inkOf(other)]
  return a.filter((ink, at) => ink !== b[at]).length
}

function inkOf(shot: readonly number[]): boolean[] {
  const paper = shot[0] ?? 0
  const farthest = Math.max(...shot.map((value) => Math.abs(value - paper)))
  return shot.map((value) => farthest > 20 && Math.abs(value - paper) > farthest / 2)
}

for (const look of LOOKS) {
  test(`nine signs and five lines are told apart by shape alone: ${look.name}`, async ({
    browser,
    server,
  }) => {
    const page = await paint(browser, server.url, look)
    const signs = new Map<Display, number[]>()
    for (const display of DISPLAYS) {
      // Two states share the speech mark, and are told apart by their lines.
      if (display === 'rejected') continue
      signs.set(display, await shotOf(page, display, 'glyph'))
    }
    const lines = new Map<string, number[]>()
    for (const display of LINES) lines.set(display, await shotOf(page, display, 'line'))
    const alike: string[] = []
    for (const [shots, least] of [
      [signs, 40],
      [lines, 30],
    ] as const) {
      const all = [...shots]
      for (const [at, [one, first]] of all.entries()) {
        for (const [other, second] of all.slice(at + 1)) {
          const count = different(first, second)
          if (count < least) alike.push(`${one} and ${other}: ${count}`)
        }
      }
    }
    expect(alike).toEqual([])
    for (const display of signs.keys()) {
      const below = await shotOf(page, display, 'below')
      expect(inkOf(below).includes(true), `the line of ${display} ends at its sign`).toBe(false)
    }
    for (const [display, shot] of signs) {
      const contrast = Math.max(...shot) - Math.min(...shot)
      expect(contrast, `the sign of ${display} is sharp`).toBeGreaterThan(90)
    }
  })
}
