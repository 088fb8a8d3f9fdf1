import { rmSync } from 'node:fs'
import { type Browser, expect, type Page } from '@playwright/test'
import { type MailServer, startMailServer } from '#lib/testing/mail-server.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter } from './people.ts'
import { freshNewsroom } from './prepare.ts'
import { test as base } from './server-test.ts'

/** A server that hands its mail to one of the test. */
const test = base.extend<{ mail: MailServer; server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed.
  mail: async ({}, use) => {
    const mail = await startMailServer()
    await use(mail)
    await mail.close()
  },
  server: async ({ mail }, use) => {
    const dataFolder = await freshNewsroom()
    const env = { GALLEY_SMTP_URL: mail.url, GALLEY_MAIL_FROM: 'desk@courier.example' }
    const server = await startServer({ dataFolder, env })
    await use(server)
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  },
})

/** Clean in light, with colours to read in the dark, and nothing wider than the screen of a telephone. */
const looksWell = async (page: Page, name: string) => {
  const picture = async (kind: string) => {
    if (process.env.CI) return
    await page.screenshot({ path: test.info().outputPath(`${name}-${kind}.png`), fullPage: true })
  }
  expect(await wrongForAxe(page)).toEqual([])
  await picture('light')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await wrongForAxe(page, { rules: ['color-contrast'] })).toEqual([])
  await picture('dark')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture('phone')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** What is wrong, beside the thing that it is about. */
const trouble = (page: Page) => page.locator('.notice.bad')

const LONG = 'Wilhelmina-Konstantina Abercrombie-Featherstonehaugh von und zu Hohenlohe-Waldenburg'
const PASSWORD = 'a sentence that I remember'

/** Invites by the dialog; gives the path of the link. */
async function invite(admin: Page, name: string, email: string): Promise<string> {
  await admin.getByRole('button', { name: 'Invite a person' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('E-mail address').fill(email)
  await dialog.getByLabel(/^Writer/).check()
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  return shownLink(admin)
}

/** Closes the dialog; the focus is back at the button that opened it: until then a key would go into what is closing. */
async function closeDialog(admin: Page, opener: string): Promise<void> {
  await admin.keyboard.press('Escape')
  await expect(admin.getByRole('button', { name: opener })).toBeFocused()
}

async function shownLink(admin: Page): Promise<string> {
  const { pathname, hash } = new URL(await admin.getByRole('dialog').locator('code').innerText())
  expect(pathname).toBe('/invitation')
  return `${pathname}${hash}`
}

async function stranger(browser: Browser, { url }: ServerProcess): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  return context.newPage()
}

test('[SGN9] an administrator invites, the invited person chooses a password and is on the desk; the link works once', async ({
  browser,
  server,
  mail,
}) => {
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto('/people')
  await expect(pia.getByText('Nobody is invited at the moment')).toBeVisible()
  await looksWell(pia, 'nobody')
  const path = await invite(pia, LONG, 'cy@courier.example')
  await looksWell(pia, 'link')
  await expect.poll(() => mail.letters.length).toBe(1)
  expect(mail.letters[0]).toMatchObject({ to: ['cy@courier.example'] })
  expect(mail.letters[0]?.raw).toContain(path.split('#')[1])
  expect(mail.letters[0]?.raw).not.toContain('List-Unsubscribe')
  await pia.getByRole('button', { name: 'Done' }).click()

  const cy = await stranger(browser, server)
  const sent: string[] = []
  cy.on('request', (request) => sent.push(request.url(), request.headers().referer ?? ''))
  await cy.goto(path)
  await expect(cy.getByLabel('E-mail address')).toHaveValue('cy@courier.example')
  await looksWell(cy, 'invited')
  await cy.getByLabel('Password').fill(PASSWORD)
  await cy.getByLabel('Password').press('Enter')
  await cy.waitForURL(`${server.url}/`)
  await expect(cy.getByRole('heading', { level: 1 })).toBeVisible()
  await cy.goto('/people')
  await expect(cy.getByRole('heading', { level: 1 })).not.toHaveText('People')
  const token = path.split('#')[1] ?? ''
  expect(sent.filter((url) => url.includes(token))).toEqual([])
  expect(server.log()).not.toContain(token)

  const other = await stranger(browser, server)
  await other.goto(path)
  await expect(trouble(other)).toContainText('This link was used already')
  await looksWell(other, 'used')
  await other.getByRole('link', { name: 'Sign in' }).click()
  await other.getByLabel('E-mail address').fill('cy@courier.example')
  await other.getByLabel('Password').fill(PASSWORD)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.waitForURL(`${server.url}/`)
  await pia.reload()
  await expect(pia.getByRole('row', { name: /Came in/ })).toContainText('Invited by Pia Lindholm')
})

test('[SGN9] an invitation is sent again and revoked; of two who use a link at once, one comes in', async ({
  browser,
  server,
  mail,
}) => {
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto('/people')
  mail.mood = 'refuses'
  const first = await invite(pia, 'Di Okri', 'di@courier.example')
  await expect(trouble(pia)).toContainText('The mail was not sent')
  await looksWell(pia, 'mail-refused')
  await pia.getByRole('button', { name: 'Done' }).click()
  await pia.getByRole('button', { name: 'Invite a person' }).click()
  const dialog = pia.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Di')
  await dialog.getByLabel('E-mail address').fill('DI@courier.example')
  await dialog.getByLabel(/^Writer/).check()
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(trouble(pia)).toContainText('This address is invited already')
  await looksWell(pia, 'invited-already')
  await closeDialog(pia, 'Invite a person')
  await pia.getByRole('button', { name: 'Send again to Di Okri' }).press('Enter')
  const second = await shownLink(pia)
  await closeDialog(pia, 'Send again to Di Okri')
  const [di, thief] = [await stranger(browser, server), await stranger(browser, server)]
  await di.goto(first)
  await expect(trouble(di)).toContainText('There is a newer link')
  // The other link in the same tab: only what stands behind the mark changes.
  await di.goto(second)
  await thief.goto(second)
  for (const page of [di, thief]) await page.getByLabel('Password').fill(PASSWORD)
  await Promise.all([di, thief].map((page) => page.getByLabel('Password').press('Enter')))
  const isIn = (page: Page) => page.url() === `${server.url}/`
  await expect
    .poll(async () => {
      const told = await Promise.all(
        [di, thief].map((page) => page.getByText('This link was used already').count()),
      )
      return [di, thief].map((page, at) => (isIn(page) ? 'in' : told[at] ? 'told' : '')).sort()
    })
    .toEqual(['in', 'told'])

  const third = await invite(pia, 'Ed', 'ed@courier.example')
  await closeDialog(pia, 'Invite a person')
  await pia.getByRole('button', { name: 'Revoke the invitation of Ed' }).click()
  await expect(pia.getByRole('row', { name: /^Ed/ })).toContainText('Revoked')
  await looksWell(pia, 'list')
  const ed = await stranger(browser, server)
  await ed.goto(third)
  await expect(trouble(ed)).toContainText('was taken back')
  await ed.goto(`${third}x`)
  await expect(trouble(ed)).toContainText('not whole')
})

test('[SGN10] the password is changed, which signs out elsewhere and ends tokens', async ({
  browser,
  server,
}) => {
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto('/people')
  const path = await invite(pia, 'Flo', 'flo@courier.example')
  const flo = await stranger(browser, server)
  await flo.goto(path)
  await flo.getByLabel('Password').fill(PASSWORD)
  await flo.getByRole('button', { name: 'Choose it and come in' }).click()
  await flo.waitForURL(`${server.url}/`)
  const elsewhere = await stranger(browser, server)
  const signIn = async (password: string) => {
    await elsewhere.goto('/sign-in')
    await elsewhere.getByLabel('E-mail address').fill('flo@courier.example')
    await elsewhere.getByLabel('Password').fill(password)
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await signIn(PASSWORD)
  await elsewhere.waitForURL(`${server.url}/`)
  await flo.goto('/account')
  await flo.getByLabel('Name of the new token').fill('wire import')
  await flo.getByRole('button', { name: 'Make a token' }).click()
  await expect(flo.getByRole('button', { name: 'Revoke wire import' })).toBeVisible()
  await flo.getByRole('button', { name: 'Change the password' }).press('Enter')
  await flo.getByLabel('Current password').fill('guessed')
  await flo.getByLabel('New password').fill('another sentence of mine')
  await flo.getByLabel('New password').press('Enter')
  await expect(flo.getByText('This is not your current password.')).toBeVisible()
  await looksWell(flo, 'password')
  await flo.getByLabel('Current password').fill(PASSWORD)
  await flo.getByRole('button', { name: 'Change it' }).click()
  await expect(flo.getByText('Your password is changed')).toContainText('your token has ended')
  await expect(flo.getByRole('button', { name: 'Revoke wire import' })).toHaveCount(0)
  await expect(flo.getByRole('button', { name: 'Change the password' })).toBeFocused()
  await flo.reload()
  await expect(flo.getByRole('heading', { name: 'Flo' })).toBeVisible()
  await elsewhere.goto('/account')
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(PASSWORD)
  await expect(trouble(elsewhere)).toContainText('is not right')
  await signIn('another sentence of mine')
  await elsewhere.waitForURL(`${server.url}/`)
})

test('[SGV4][SGN11] an administrator sees the keys, and revokes a token of somebody', async ({
  browser,
  server,
}) => {
  const pia = await enter(browser, server, 'Pia Lindholm')
  const editor = await signedIn(server.url, 'editor@galley.test')
  await pia.getByRole('link', { name: 'Keys' }).click()
  await expect(pia.getByText('Signs now')).toBeVisible()
  const jwks = await (await pia.request.get('/.well-known/jwks.json')).json()
  for (const { kid } of jwks.keys) await expect(pia.getByText(kid)).toBeVisible()
  await looksWell(pia, 'keys')
  expect((await editor.call('GET', '/api/v1/sources')).status).toBe(200)
  await pia.getByRole('button', { name: /^Revoke .* of Ada Quill$/ }).click()
  await expect(pia.getByRole('button', { name: /of Ada Quill$/ })).toHaveCount(0)
  expect((await editor.call('GET', '/api/v1/sources')).status).toBe(401)
  await pia.goto('/audit')
  await expect(pia.getByRole('main').getByText('Pia Lindholm revoked a token')).toBeVisible()
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto('/keys')
  await expect(ada.getByRole('heading', { level: 1 })).not.toHaveText('Keys')
})

test('[ACC9] of two administrators who change one person, the second is told', async ({
  browser,
  server,
}) => {
  const [one, two] = [
    await enter(browser, server, 'Pia Lindholm'),
    await enter(browser, server, 'Pia Lindholm'),
  ]
  for (const page of [one, two]) {
    await page.goto('/people')
    await page.getByRole('button', { name: 'Change Ruben Marsh' }).click()
  }
  await one
    .getByRole('dialog')
    .getByLabel(/^Writer/)
    .check()
  await one.getByRole('button', { name: 'Save roles' }).click()
  await expect(one.getByRole('dialog')).toHaveCount(0)
  await two
    .getByRole('dialog')
    .getByLabel(/^Editor/)
    .check()
  await two.getByRole('button', { name: 'Save roles' }).click()
  const told = trouble(two)
  await expect(told).toContainText('Writer: now “given”, it was “not given”')
  await expect(told).toBeFocused()
  await looksWell(two, 'changed-meanwhile')
  await two.getByRole('button', { name: 'Save roles' }).click()
  await expect(two.getByRole('dialog')).toHaveCount(0)
  await expect(two.getByRole('row', { name: /Ruben Marsh/ })).toContainText(
    'Writer, editor, reviewer',
  )
})
