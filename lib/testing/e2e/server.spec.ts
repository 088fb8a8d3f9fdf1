import { expect } from '@playwright/test'
import { test } from './server-test.ts'

test('the server serves its pages, again after a crash, and ends in order', async ({
  page,
  server,
}) => {
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
})
