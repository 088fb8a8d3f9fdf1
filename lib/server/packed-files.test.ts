import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { packBuild } from './pack-build.mjs'
import { PackedFiles } from './packed-files.ts'

const SCRIPT = 'export const words = "It rained."\n'.repeat(100)

/** A build with a script, a style and a picture, packed; what the files do not answer is answered by 418. */
async function site() {
  const folder = mkdtempSync(join(tmpdir(), 'galley-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'static/chunks'), { recursive: true })
  writeFileSync(join(folder, 'static/chunks/one.js'), SCRIPT)
  writeFileSync(join(folder, 'static/chunks/one.css'), 'p { color: teal }')
  writeFileSync(join(folder, 'static/chunks/one.png'), 'x')
  await packBuild(folder)
  const files = new PackedFiles(folder)
  rmSync(join(folder, 'static'), { recursive: true })
  const server = createServer((request, response) => {
    if (!files.answer(request, response)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return (path: string, accept: string, more: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}/_next/static/chunks/${path}`, {
      ...more,
      headers: { 'accept-encoding': accept, ...more.headers },
    })
}

it('scripts and styles come packed, for good, and though their files are gone', async () => {
  const get = await site()
  const script = await get('one.js?dpl=1', 'gzip, deflate, br')
  expect(await script.text()).toBe(SCRIPT)
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  })
  expect(Number(script.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 10)
  const style = await get('one.css', 'br', { method: 'HEAD' })
  expect([style.status, style.headers.get('content-type')]).toEqual([
    200,
    'text/css; charset=utf-8',
  ])
})

it('what is not packed, not taken packed, or wanted in parts is left to others', async () => {
  const get = await site()
  const left = [
    get('one.png', 'br'),
    get('two.js', 'br'),
    get('one.js.br', 'br'),
    get('one.js', 'gzip'),
    get('one.js', 'br;q=0'),
    get('one.js', 'br', { method: 'POST' }),
    get('one.js', 'br', { headers: { range: 'bytes=0-9' } }),
    get('../../../package.json', 'br'),
  ]
  expect((await Promise.all(left)).map(({ status }) => status)).toEqual(left.map(() => 418))
})

it('without a build nothing is answered', () => {
  expect(() => new PackedFiles(join(tmpdir(), 'galley-no-such-build'))).not.toThrow()
})
