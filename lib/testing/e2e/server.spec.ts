import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startServer } from '#lib/testing/server-process.ts'

test('the server serves its pages, again after a crash, and ends in order', async ({ page }) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'galley-e2e-'))
  const server = await startServer({ dataFolder })
  try {
    const first = server.pid
    const response = await page.goto(server.url)
    expect(response?.ok()).toBe(true)
    expect(response?.headers()['x-content-type-options']).toBe('nosniff')
    expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'none'")

    await server.kill9()
    await server.restart()
    expect(server.pid).not.toBe(first)
    expect((await page.goto(server.url))?.ok()).toBe(true)

    expect(await server.stop()).toBe(0)
  } finally {
    await server.kill9()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
