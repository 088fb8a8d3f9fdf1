import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { freePort } from '#lib/testing/free-port.ts'
import { type HookReceiver, isSigned, startReceiver } from '#lib/testing/hook-receiver.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { approveEach, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter } from './people.ts'
import { freshNewsroom } from './prepare.ts'
import { test as base } from './server-test.ts'

/** A server that may tell one local system, and nothing else on the loopback address. */
const test = base.extend<{ receiver: HookReceiver; spare: number; server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed.
  receiver: async ({}, use) => {
    const receiver = await startReceiver()
    await use(receiver)
    await receiver.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed.
  spare: async ({}, use) => use(await freePort()),
  server: async ({ receiver, spare }, use) => {
    const dataFolder = await freshNewsroom()
    const ports = [String(receiver.port), String(spare)]
    const entry = ['lib/testing/capture-server.ts', ...ports] as const
    const server = await startServer({ dataFolder, entry })
    await use(server)
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  },
})

const looksWell = async (page: Page, name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await wrongForAxe(page)).toEqual([])
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await wrongForAxe(page)).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await page.screenshot({ path: test.info().outputPath(`${name}-phone.png`) })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

test('an administrator adds a webhook, sees it hear, and removes it', async ({
  browser,
  server,
  receiver,
}) => {
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.getByRole('link', { name: 'Webhooks' }).click()
  await expect(pia.getByText('No webhooks yet')).toBeVisible()
  await pia.getByRole('button', { name: 'Add webhook' }).click()
  const dialog = pia.getByRole('dialog')
  await dialog.getByLabel('Address').fill(receiver.url)
  await dialog.getByRole('button', { name: 'Add webhook' }).click()
  const secret = (await dialog.locator('code').textContent()) ?? ''
  expect(secret).toMatch(/^whsec_/)
  await looksWell(pia, 'added')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(pia.getByText(secret)).toHaveCount(0)
  await pia.getByRole('button', { name: `Send a test to ${receiver.url}` }).click()
  await expect.poll(() => receiver.told.length).toBe(1)
  expect(receiver.told.map((told) => isSigned(told, secret))).toEqual([true])
  await pia.reload()
  await expect(pia.getByText('test, arrived (204)')).toBeVisible()
  await looksWell(pia, 'webhooks')
  await pia.getByRole('button', { name: `Turn off ${receiver.url}` }).click()
  await expect(pia.getByText('Turned off', { exact: false }).first()).toBeVisible()
  await pia.getByRole('button', { name: `Remove ${receiver.url}` }).click()
  await pia.getByRole('dialog').getByRole('button', { name: 'Remove webhook' }).click()
  await expect(pia.getByText('No webhooks yet')).toBeVisible()
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/webhooks`)
  await expect(ada.getByRole('heading', { level: 1 })).not.toHaveText('Webhooks')
})

test('a token is made with scopes and an end, and the list says so', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/account`)
  await ada.getByLabel('Name of the new token').fill('wire import')
  await ada.getByLabel('Good for').selectOption('90 days')
  await ada.getByLabel(/^write/).check()
  await ada.getByRole('button', { name: 'Make a token' }).click()
  const token = (await ada.locator('code').textContent()) ?? ''
  await expect(ada.getByText('May: read, write · expires')).toBeVisible()
  await looksWell(ada, 'tokens')
  const call = (path: string, method = 'GET') =>
    fetch(`${server.url}/api/v1/${path}`, { method, headers: { authorization: `Bearer ${token}` } })
  expect((await call('articles')).headers.get('ratelimit')).toMatch(/^"read";r=\d+;t=\d+$/)
  const refused = await call('articles/x/versions', 'POST')
  expect(await refused.json()).toMatchObject({ status: 403, scope: 'publish' })
})

test('another system pulls what is published, and is told of what comes', async ({
  server,
  spare,
}) => {
  const [editor, reviewer, publisher] = await Promise.all(
    ['editor', 'reviewer', 'publisher'].map((name) => signedIn(server.url, `${name}@galley.test`)),
  )
  const source = await editor!.call<{ id: string }>('POST', '/api/v1/sources', {
    ...{ kind: 'document', title: 'Harbour log' },
  })
  const publish = async (text: string) => {
    const made = await editor!.call<{ id: string; slug: string }>('POST', '/api/v1/articles', {
      text,
    })
    const at = `/api/v1/articles/${made.body.id}`
    const said = {
      kind: 'fact',
      confidence: 'confirmed',
      citations: [{ sourceId: source.body.id }],
    }
    const all = await sentencesOf(editor!, made.body.id)
    const items = all.map(({ index, fingerprint }) => ({ index, fingerprint, ...said }))
    expect((await editor!.call('PUT', `${at}/annotations`, items)).status).toBe(200)
    expect(await approveEach(reviewer!, made.body.id)).toEqual([])
    const done = await publisher!.call('POST', `${at}/versions`, { change: 'first', note: 'New.' })
    expect(done.status).toBe(201)
    return made.body
  }
  const first = await publish('It rained on the pier.')
  const made = await fetch(`${server.url}/api/v1/tokens`, {
    method: 'POST',
    body: JSON.stringify({
      ...{ email: 'editor@galley.test', password: 'demo', name: 'cms', scopes: ['read'], days: 1 },
    }),
  })
  const { token } = await made.json()
  const hook = await publisher!.call<{ secret: string }>('POST', '/api/v1/webhooks', {
    ...{ url: `http://127.0.0.1:${spare}/`, events: ['published', 'retracted'] },
  })
  const store = join(server.dataFolder, 'cms')
  const cms = spawn(process.execPath, ['lib/testing/examples/pull-versions.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      NODE_ENV: 'production',
      ...{ GALLEY_URL: server.url, GALLEY_TOKEN: token, STORE: store, PORT: String(spare) },
      GALLEY_WEBHOOK_SECRET: hook.body.secret,
    },
  })
  try {
    const said: string[] = []
    cms.stdout.on('data', (chunk) => said.push(String(chunk)))
    const files = () =>
      readdirSync(store)
        .filter((name) => name !== 'state.json')
        .sort()
    await expect.poll(() => said.length).toBe(1)
    expect(files()).toContain(`${first.slug}-1.json`)
    const second = await publish('Then it stopped.')
    await expect.poll(files, { timeout: 20_000 }).toContain(`${second.slug}-1.json`)
    const retraction = { change: 'retraction', note: 'It did not.' }
    await publisher!.call('POST', `/api/v1/articles/${second.id}/versions`, retraction)
    const forged = { method: 'POST', body: '{}', headers: { 'webhook-signature': 'v1,x' } }
    expect((await fetch(`http://127.0.0.1:${spare}/`, forged)).status).toBe(401)
    await expect.poll(files, { timeout: 20_000 }).not.toContain(`${second.slug}-1.json`)
  } finally {
    cms.kill()
  }
})
