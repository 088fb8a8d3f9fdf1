import { expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { anonymous } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { test } from './server-test.ts'

const EDITOR = { email: 'editor@galley.test', password: 'demo' }

async function signIn(page: Page) {
  await page.getByLabel('E-mail address').fill(EDITOR.email)
  await page.getByLabel('Password').fill(EDITOR.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const clean = async (page: Page) => expect(await wrongForAxe(page)).toEqual([])

/** A page of another browser, which wants to go to the registry. */
async function stranger(page: Page, url: string) {
  await page.context().clearCookies()
  await page.goto(`${url}/sources`)
  await signIn(page)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
}

test('a second factor is set up, asked for, recovered from, and turned off', async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}/account`)
  await signIn(page)
  await page.getByRole('button', { name: 'Set up a second factor' }).click()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await clean(page)
  const key = await page.locator('.factor-secret code').innerText()
  const totp = new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, '')) })
  const code = page.getByLabel(/^Code/)
  await code.fill('000000')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByText('This code is not right')).toBeVisible()
  // The code of half a minute ago: that of now is good for the next step.
  await code.fill(totp.generate({ timestamp: Date.now() - 30_000 }))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByText('10 recovery codes are left')).toBeVisible()
  const codes = (await page.locator('.secret code').innerText()).split('\n')
  expect(codes).toHaveLength(10)
  await clean(page)
  await page.screenshot({ path: test.info().outputPath('on.png'), fullPage: true })

  await stranger(page, server.url)
  await clean(page)
  await page.screenshot({ path: test.info().outputPath('code.png') })
  await page.goto(`${server.url}/people`)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  expect((await page.request.get(`${server.url}/api/v1/sources`)).status()).toBe(401)
  await page.goto(`${server.url}/sources`)
  await code.fill(totp.generate())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${server.url}/sources`)

  await stranger(page, server.url)
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await stranger(page, server.url)
  await code.fill(codes[3] ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${server.url}/sources`)

  const refused = await anonymous(server.url).call('POST', '/api/v1/tokens', {
    ...EDITOR,
    name: 'tests',
  })
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    expect.stringContaining('second factor'),
  ])
  await page.goto(`${server.url}/account`)
  await expect(page.getByText('9 recovery codes are left')).toBeVisible()
  await page.getByRole('button', { name: 'Turn off the second factor' }).click()
  await code.fill(codes[4] ?? '')
  await page.getByRole('button', { name: 'Turn it off' }).click()
  await expect(page.getByRole('button', { name: 'Set up a second factor' })).toBeVisible()
})
