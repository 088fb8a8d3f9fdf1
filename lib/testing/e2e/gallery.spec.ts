import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { NOW } from '#components/gallery/samples.ts'
import { differences, seenFromAfar } from '#lib/testing/from-afar.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { wrongForAxe } from './axe.ts'
import { freshNewsroom } from './prepare.ts'

test.use({
  // As on a fine screen: letters have the shapes of their font and stand between whole pixels, and so are as wide on
  // every machine. What a context says of its screen comes too late for that.
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = ['--force-device-scale-factor=2', '--disable-lcd-text']
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] })
    },
    { scope: 'worker' },
  ],
})

let server: ServerProcess

test.beforeAll(async () => {
  const env = { GALLEY_GALLERY: 'on' }
  server = await startServer({ dataFolder: await freshNewsroom(), env })
})

test.afterAll(async () => {
  await server.stop()
  rmSync(server.dataFolder, { recursive: true, force: true })
})

/** What is left of the ways in which machines draw letters. */
const MOST_DIFFERENCES = 12

const TRIES = 5

const HEIGHT = 900

const LOOKS = [
  { look: 'light', colorScheme: 'light', width: 1280 },
  { look: 'dark', colorScheme: 'dark', width: 1280 },
  { look: 'phone', colorScheme: 'light', width: 320 },
] as const

/** Against what the browser draws in its own language or in the machine's own font, or only while it is in sight. */
const STEADY = `
  ::-webkit-datetime-edit, code { visibility: hidden }
  * { content-visibility: visible !important }
`

/** A browser that is busy may show what it has not painted yet: it has once two pictures are the same. */
async function settledPicture(page: Page, selector: string): Promise<Buffer> {
  const place = page.locator(selector)
  const take = () => place.screenshot({ animations: 'disabled', style: STEADY })
  let picture = await take()
  await expect(async () => {
    const before = picture
    picture = await take()
    expect(picture.equals(before)).toBe(true)
  }).toPass()
  return picture
}

/** Made anew by `npm run e2e -- gallery --update-snapshots=changed`: look at them before they are kept. */
async function compare(page: Page, selector: string, name: string): Promise<void> {
  const info = test.info()
  const kept = info.snapshotPath(`${name}.png`)
  const take = async () => seenFromAfar(await settledPicture(page, selector))
  if (['all', 'changed'].includes(info.config.updateSnapshots)) {
    mkdirSync(dirname(kept), { recursive: true })
    writeFileSync(kept, await take())
  }
  const expected = readFileSync(kept)
  let count = Number.POSITIVE_INFINITY
  // What is not painted yet may stay so for two pictures: only what stays different is.
  for (let times = 0; times < TRIES && count > MOST_DIFFERENCES; times++) {
    const seen = await take()
    count = await differences(expected, seen)
    if (count > MOST_DIFFERENCES) writeFileSync(info.outputPath(`${name}.png`), seen)
  }
  expect.soft(count, `${name} differs from what is expected`).toBeLessThanOrEqual(MOST_DIFFERENCES)
}

for (const { look, colorScheme, width } of LOOKS) {
  test(`every component looks as it did: ${look}`, async ({ browser }) => {
    const context = await browser.newContext({
      ...{ colorScheme, viewport: { width, height: HEIGHT }, baseURL: server.url },
      ...{ deviceScaleFactor: 2, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' },
    })
    const page = await context.newPage()
    await page.clock.setFixedTime(NOW)
    await page.goto('/gallery')
    const groups = page.locator('.gallery-group')
    await expect(groups.last()).toBeVisible()
    await page.evaluate(() => document.fonts.ready)

    expect.soft(await wrongForAxe(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(wide, 'how much hangs out at the side').toBeLessThanOrEqual(0)

    for (const id of await groups.evaluateAll((all) => all.map((group) => group.id)))
      await compare(page, `#${id}`, `${id}-${look}`)
    await page.getByRole('button', { name: 'Open a menu' }).click()
    await compare(page, '[role=menu]', `menu-${look}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Open a medium dialog' }).click()
    await compare(page, '[role=dialog]', `dialog-${look}`)
    await context.close()
  })
}
