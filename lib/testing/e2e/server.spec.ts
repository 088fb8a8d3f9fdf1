import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startServer } from '#lib/testing/server-process.ts'
import { test } from './server-test.ts'

test.use({ shared: false })

test('the server serves its pages, again after a crash, and ends in order', async ({
  page,
  server,
}) => {
  const first = server.pid
  const response = await page.goto(server.url)
  expect(response?.ok()).toBe(true)
  expect(response?.headers()['x-content-type-options']).toBe('nosniff')
  expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  // Readers' pages run no script at all, and no policy for the newsroom takes that away.
  const front = await page.request.get(`${server.url}/read`)
  expect(front.headers()['content-security-policy']).toContain("default-src 'none'")

  await server.kill9()
  await server.restart()
  expect(server.pid).not.toBe(first)
  expect((await page.goto(server.url))?.ok()).toBe(true)

  expect(await server.stop()).toBe(0)
})

test('a second server on the same folder, and a wrong setting, are refused in a sentence', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'galley-second-'))
  const first = await startServer({ dataFolder })
  try {
    await expect(startServer({ dataFolder })).rejects.toThrow(
      /is in use by another Galley process \(pid \d+\)\. Stop that process, or give this one a folder/,
    )
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    const env = { DATABASE_URL: 'mysql://nowhere/galley' }
    await expect(startServer({ dataFolder, env })).rejects.toThrow(
      /DATABASE_URL: give a PostgreSQL address/,
    )
  } finally {
    await first.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
