import { type Browser, type Cookie, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'

/** Who has signed in at a server, and with which cookies. */
const signedIn = new WeakMap<ServerProcess, Map<string, readonly Cookie[]>>()

/**
 * In a browser of one's own, on the desk. Signs in with one click the first time; afterwards the session of before is
 * used again, as long as it lasts.
 */
export async function enter(browser: Browser, server: ServerProcess, name: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
  })
  const sessions = signedIn.get(server) ?? new Map<string, readonly Cookie[]>()
  signedIn.set(server, sessions)
  await context.addCookies([...(sessions.get(name) ?? [])])
  const page = await context.newPage()
  await page.goto(server.url)
  if (page.url() !== `${server.url}/`) {
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.waitForURL(`${server.url}/`)
    sessions.set(name, await context.cookies())
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

/** Starts an article by pasting; the page is then the article's. */
export async function pasteArticle(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /New article/ }).click()
  await page.getByLabel('Text', { exact: true }).fill(text)
  await page.getByRole('button', { name: /^Create/ }).click()
  await saved(page)
}

/** Everything that was written is committed. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('.save')).toHaveText('Saved')
}

export async function mode(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

export async function sendToReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^State of the article/ }).click()
  await page.getByRole('menuitem', { name: /Send to review/ }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: /Send to review/ })
  await confirm.click()
  await expect(page.getByRole('button', { name: /^State of the article: In review/ })).toBeVisible()
}

/** Approves the sentence that review mode shows, by its key, and waits until that is said. */
export async function approveShown(page: Page, left: number): Promise<void> {
  await expect(page.getByText(`${left} left for you`)).toBeVisible()
  const shown = await page.getByRole('region', { name: 'Sentence', exact: true }).innerText()
  const number = /Sentence (\d+) of/.exec(shown)?.[1]
  await page.keyboard.press('a')
  await expect(page.getByText(`Sentence ${number}: approved.`)).toBeVisible()
}
