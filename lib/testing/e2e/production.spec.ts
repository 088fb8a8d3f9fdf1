import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type PostgresCluster, startPostgres } from '#lib/testing/postgres.ts'
import { startServer } from '#lib/testing/server-process.ts'
import { anonymous, sentencesOf } from './api.ts'
import { saved } from './people.ts'

const PASSWORD = 'rain on the harbour roof'
const SECRET = 'a secret of the tests, long enough for a server to accept it'

let postgres: PostgresCluster

test.beforeAll(async () => {
  postgres = await startPostgres()
})

test.afterAll(async () => {
  await postgres.stop()
})

test('on PostgreSQL the first administrator comes by a one-time code, and what is saved survives kill -9', async ({
  page,
}) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'galley-production-'))
  const env = { DATABASE_URL: postgres.url, AUTH_SECRET: SECRET }
  const server = await startServer({ dataFolder, env })
  try {
    const code = /set-up with the code (\S+)/.exec(server.log())?.[1] ?? ''
    await page.goto(`${server.url}/sign-in`)
    await expect(page.getByRole('button', { name: /Ada Quill/ })).toHaveCount(0)

    await page.goto(`${server.url}/set-up`)
    const fill = async (given: string) => {
      await page.getByLabel('One-time code').fill(given)
      await page.getByLabel('Your name').fill('Eda Roth')
      await page.getByLabel('E-mail address').fill('eda@example.org')
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: /Create the administrator/ }).click()
    }
    await fill('wrong')
    await expect(page.getByText('This is not the code')).toBeVisible()
    await fill(code)
    await page.waitForURL(`${server.url}/`)

    await page.goto(`${server.url}/people`)
    await page.getByRole('button', { name: 'Change Eda Roth' }).click()
    await page.getByRole('checkbox', { name: /^Editor/ }).check()
    await page.getByRole('button', { name: 'Save roles' }).click()
    await expect(page.getByRole('row', { name: /Eda Roth/ })).toContainText(/editor/i)

    const made = await anonymous(server.url).call<{ token: string }>('POST', '/api/v1/tokens', {
      email: 'eda@example.org',
      password: PASSWORD,
      name: 'tests',
    })
    const headers = {
      authorization: `Bearer ${made.body.token}`,
      'content-type': 'application/json',
    }
    const created = await fetch(`${server.url}/api/v1/articles`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ text: 'It rained.' }),
    })
    const { id } = (await created.json()) as { id: string }
    await page.goto(`${server.url}/articles/${id}`)
    await saved(page)
    await page.locator('.tiptap p').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' It stopped.')
    await expect(page.locator('.save')).toHaveText('Saved')
    await server.kill9()
    await server.restart()
    const client = {
      call: async <T>(method: string, path: string) => {
        const response = await fetch(server.url + path, { method, headers })
        return { status: response.status, type: '', body: (await response.json()) as T }
      },
    }
    expect((await sentencesOf(client, id)).map(({ text }) => text)).toEqual([
      'It rained.',
      'It stopped.',
    ])
  } finally {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
