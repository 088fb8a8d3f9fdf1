import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, it, vi } from 'vitest'
import type { Database } from '#db/connection.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { createMetrics } from './metrics.ts'
import { answerOps } from './ops.ts'

const TOKEN = 'a token of the tests'

/** Asks for the metrics; the status of the answer. */
async function ask(remoteAddress: string, headers: Record<string, string>, token: string | null) {
  const writeHead = vi.fn()
  const end = vi.fn()
  writeHead.mockReturnValue({ end })
  const ops = { database: {} as Database, metrics: createMetrics(), metricsToken: token }
  const request = { url: '/metrics', headers, socket: { remoteAddress } }
  answerOps(ops, request as unknown as IncomingMessage, { writeHead } as unknown as ServerResponse)
  await eventually(() => expect(end).toHaveBeenCalled())
  return writeHead.mock.calls[0]?.[0]
}

it('[OPS1] metrics are for this machine itself, and for whoever has the token', async () => {
  const authorization = `Bearer ${TOKEN}`
  expect(await ask('127.0.0.1', {}, null)).toBe(200)
  expect(await ask('::1', {}, TOKEN)).toBe(200)
  expect(await ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, null)).toBe(403)
  expect(await ask('192.0.2.1', {}, TOKEN)).toBe(403)
  expect(await ask('192.0.2.1', { authorization: 'Bearer null' }, null)).toBe(403)
  expect(await ask('192.0.2.1', { authorization: `${authorization}x` }, TOKEN)).toBe(403)
  expect(await ask('192.0.2.1', { authorization }, TOKEN)).toBe(200)
})
