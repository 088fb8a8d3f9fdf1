import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type FakeIssuer, startIssuer } from '#lib/testing/fake-issuer.ts'
import { freePort } from '#lib/testing/free-port.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { wrongForAxe } from './axe.ts'
import { freshNewsroom } from './prepare.ts'

let issuer: FakeIssuer
let server: ServerProcess
/** Next takes 127.0.0.1 for localhost: that is where providers send people back to. */
let home: string

test.beforeAll(async () => {
  issuer = await startIssuer({ sub: 'ada-1', email: 'editor@galley.test', email_verified: true })
  const port = await freePort()
  home = `http://localhost:${port}`
  server = await startServer({
    dataFolder: await freshNewsroom(),
    port,
    env: {
      PUBLIC_URL: home,
      GALLEY_OIDC_ISSUER: issuer.url,
      GALLEY_OIDC_CLIENT_ID: 'galley',
      GALLEY_OIDC_CLIENT_SECRET: 'a secret of the tests',
      GALLEY_OIDC_NAME: 'Courier login',
      GALLEY_GITHUB_URL: issuer.url,
      GALLEY_GITHUB_CLIENT_ID: 'galley',
      GALLEY_GITHUB_CLIENT_SECRET: 'another secret of the tests',
    },
  })
})

test.afterAll(async () => {
  await server.stop()
  await issuer.close()
  rmSync(server.dataFolder, { recursive: true, force: true })
})

test('people sign in by a provider, come out where they wanted, and strangers are told why not', async ({
  page,
}) => {
  const press = (name: string) => page.getByRole('button', { name: `Sign in with ${name}` }).click()
  await page.goto(`${home}/sources`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await wrongForAxe(page)).toEqual([])
  await press('Courier login')
  await page.waitForURL(`${home}/sources`)
  await page.goto(`${home}/account`)
  await expect(page.locator('.hello')).toContainText('editor@galley.test')

  await page.context().clearCookies()
  issuer.account = { sub: 'eve-9', email: 'editor@galley.test', email_verified: true }
  await page.goto(`${home}/sign-in`)
  await press('Courier login')
  await expect(page.getByText('signs in with another account at Courier login')).toBeVisible()
  issuer.account = { sub: 'eve-9', email: 'eve@example.org', email_verified: true }
  await press('Courier login')
  await expect(page.getByText('Nobody here has the address')).toBeVisible()
  issuer.account = { sub: 'eve-9', email: 'reviewer@galley.test', email_verified: false }
  await press('Courier login')
  await expect(page.getByText('does not say that the address')).toBeVisible()
  issuer.refuses = true
  await press('Courier login')
  await expect(page.getByText('did not work')).toBeVisible()
  await page.goto(`${home}/sources`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('GitHub vouches by the primary address that it has verified', async ({ page }) => {
  issuer.refuses = false
  issuer.account = { sub: '77', email: 'reviewer@galley.test', email_verified: true }
  await page.goto(`${home}/sign-in?next=/account`)
  await page.getByRole('button', { name: 'Sign in with GitHub' }).click()
  await page.waitForURL(`${home}/account`)
  await expect(page.locator('.hello')).toContainText('reviewer@galley.test')
})
