import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepPackedHeaders } from './packed-headers.ts'

const packed = gzipSync('Every sentence has its source.')
let server: Server
let url: string

beforeAll(async () => {
  server = createServer((request, response) => {
    keepPackedHeaders(response)
    if (request.url === '/packed') {
      response.setHeader('galley-content-encoding', 'gzip')
      response.setHeader('galley-content-length', String(packed.length))
      response.setHeader('vary', ['rsc', 'Accept-Encoding'])
      response.setHeader('galley-vary', 'Accept-Encoding')
    }
    response.end(request.url === '/packed' ? packed : 'plain')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

it('[FMT23] a packed body keeps its coding and its length, and HEAD says the same', async () => {
  const got = await fetch(`${url}/packed`)
  const head = await fetch(`${url}/packed`, { method: 'HEAD' })
  for (const { headers } of [got, head]) {
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('content-length')).toBe(String(packed.length))
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect([...headers.keys()].filter((name) => name.startsWith('galley-'))).toEqual([])
  }
  expect(await got.text()).toBe('Every sentence has its source.')
  const plain = await fetch(`${url}/plain`)
  expect(plain.headers.get('content-encoding')).toBeNull()
})
