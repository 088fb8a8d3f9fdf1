import { type Browser, expect, type Page } from '@playwright/test'
import type { PSEUDO } from '#lib/messages/locales.ts'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { type Client, signedIn } from './api.ts'
import { enter } from './people.ts'
import { test } from './server-test.ts'
import { unframed } from './unframed.ts'

const TEXT = 'The tower is 41 metres high. It was built in 1912. Nobody lives there.'

/** All of a page of the house is there, and not only its shape. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

type Pseudo = (typeof PSEUDO)[number]

/** In the browser of somebody who has chosen this language. */
async function speaking(browser: Browser, server: ServerProcess, name: string, locale: Pseudo) {
  const page = await enter(browser, server, name)
  await page.context().addCookies([{ name: 'locale', value: locale, url: server.url }])
  return page
}

const HOUSE = [
  ...['/', '/sources', '/notices', '/account', '/people', '/keys', '/rules', '/audit', '/archive'],
  ...['/webhooks', '/nowhere'],
]

/** Whatever the language, these are called so: addresses, and what a token may do, which programs are told by these names. */
const NAMES =
  /Galley|\/\S+|https?:\S+|\S+@\S+|\b[a-z\d]+(-[a-z\d]+){3,}|\b(admin|publish|read|review|write)\b/g

async function article(editor: Client): Promise<string> {
  const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', { text: TEXT })
  return made.body.id
}

test('no word of a screen is hard-wired', async ({ browser, server }) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const id = await article(editor)
  const page = await speaking(browser, server, 'Pia Lindholm', 'en-XA')
  const found: Record<string, readonly string[]> = {}
  const look = async (name: string) => {
    const words = (await unframed(page)).filter((text) =>
      /[A-Za-z]{3,}/.test(text.replaceAll(NAMES, '')),
    )
    if (words.length) found[name] = words
  }
  // Acts are called in the audit trail as its download has them.
  for (const path of HOUSE.filter((each) => each !== '/audit')) {
    await visit(page, path)
    await look(path)
  }
  for (const path of [`/articles/${id}`, `/articles/${id}/history`, `/articles/${id}/versions`]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await look(path.replace(id, ''))
  }
  expect(found).toEqual({})
})

for (const width of [1440, 390])
  test(`from right to left at ${width} px nothing stands beside the screen`, async ({
    browser,
    server,
  }) => {
    const editor = await signedIn(server.url, 'editor@galley.test')
    const id = await article(editor)
    const page = await speaking(browser, server, 'Pia Lindholm', 'ar-XB')
    await page.setViewportSize({ width, height: 900 })
    const beside: Record<string, number> = {}
    for (const path of [...HOUSE, `/articles/${id}`, `/articles/${id}/history`]) {
      await visit(page, path)
      if (!HOUSE.includes(path)) await page.waitForLoadState('networkidle')
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) beside[path] = wide
      await page.screenshot({
        path: `test-results/rtl/${width}${path.replaceAll('/', '_').replace(id, '')}.png`,
      })
    }
    expect(beside).toEqual({})
    // On the last of them: what points back points to the right.
    await expect(page.locator('.i-back').first()).toHaveCSS('scale', '-1 1')
  })
