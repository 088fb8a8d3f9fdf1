import { type Browser, expect, type Page } from '@playwright/test'
import type { PSEUDO } from '#lib/messages/locales.ts'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { signedIn } from './api.ts'
import { enter } from './people.ts'
import { test } from './server-test.ts'
import { unframed } from './unframed.ts'

const TEXT = 'The tower is 41 metres high. It was built in 1912. Nobody lives there.'

type Pseudo = (typeof PSEUDO)[number]

/** In the browser of somebody who has chosen this language. */
async function speaking(browser: Browser, server: ServerProcess, name: string, locale: Pseudo) {
  const page = await enter(browser, server, name)
  await page.context().addCookies([{ name: 'locale', value: locale, url: server.url }])
  return page
}

/** The article’s page has all that it fetches at first. */
const ready = (page: Page) => expect(page.locator('.save .i-check, .save')).toBeVisible()

const HOUSE = [
  ...['/', '/sources', '/notices', '/account', '/people', '/keys', '/rules', '/audit', '/archive'],
  ...['/webhooks', '/nowhere'],
]

test('no word of a screen is hard-wired', async ({ browser, server }) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', { text: TEXT })
  const page = await speaking(browser, server, 'Ada Quill', 'en-XA')
  const found: Record<string, readonly string[]> = {}
  const look = async (name: string) => {
    found[name] = await unframed(page)
  }
  for (const path of HOUSE) {
    await page.goto(path)
    await look(path)
  }
  await page.goto(`/articles/${made.body.id}`)
  await ready(page)
  await look('article')
  console.log(JSON.stringify(found, null, 1))
})
