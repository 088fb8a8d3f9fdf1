import { once } from 'node:events'
import { createServer, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { MAX_PICTURE_BYTES } from '#lib/domain/figures/picture-file.ts'
import { MOST_FILE_BYTES } from '#lib/domain/sourcing/given.ts'
import { DOCX_TYPE, MAX_DOCUMENT_BYTES } from '#lib/domain/text/document-file.ts'
import { limitBody, limitOf } from './body-limit.ts'

const LIMIT = 100_000

/** Sends a body of so many bytes, without saying how many; the answer, or null when the connection was cut. */
async function send(listener: RequestListener, bytes: number, announced = false) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const headers = announced ? { 'content-length': bytes } : {}
  const call = request({ port, host: '127.0.0.1', method: 'POST', headers })
  const answer = new Promise<string | null>((resolve) => {
    call.on('error', () => resolve(null))
    call.on('response', async (response) => {
      const text = await response.toArray()
      resolve(`${response.statusCode} ${Buffer.concat(text)}`)
    })
  })
  Readable.from(Array.from({ length: Math.ceil(bytes / 1000) }, () => Buffer.alloc(1000))).pipe(
    call,
  )
  const result = await answer
  server.closeAllConnections()
  server.close()
  return result
}

const readers: Readonly<Record<string, (body: Readable) => Promise<number>>> = {
  'by web stream': async (body) => {
    const stream = Readable.toWeb(body) as unknown as ReadableStream<Uint8Array>
    return (await new Response(stream).arrayBuffer()).byteLength
  },
  'chunk by chunk': async (body) => {
    let bytes = 0
    for await (const chunk of body) bytes += (chunk as Buffer).length
    return bytes
  },
}

for (const [how, read] of Object.entries(readers)) {
  it(`a body is read whole up to the limit and cut off beyond it, ${how}`, async () => {
    let most = 0
    const listener: RequestListener = (incoming, response) => {
      if (!limitBody(incoming, response, LIMIT)) return
      incoming.on('data', (chunk: Buffer) => {
        most += chunk.length
      })
      read(incoming).then(
        (bytes) => response.end(String(bytes)),
        () => response.destroy(),
      )
    }
    expect(await send(listener, LIMIT)).toBe(`200 ${LIMIT}`)
    most = 0
    expect(await send(listener, 100 * LIMIT)).toBeNull()
    expect(most).toBeLessThan(3 * LIMIT)
    expect(await send(listener, 2 * LIMIT, true)).toMatch(/^413 |null/)
  })
}

it('a body that nobody reads hinders nothing', async () => {
  const listener: RequestListener = (incoming, response) => {
    if (limitBody(incoming, response, LIMIT)) response.end('fine')
  }
  expect(await send(listener, LIMIT / 2)).toBe('200 fine')
})

it('[IMP8] a document may be larger than another body, where articles are made and nowhere else', () => {
  const limit = (method: string, url: string, type: string) =>
    limitOf({ method, url, headers: { 'content-type': type } })
  expect(limit('POST', '/api/v1/articles?lang=de', DOCX_TYPE)).toBeGreaterThan(MAX_DOCUMENT_BYTES)
  expect(limit('POST', '/api/v1/articles', 'application/json')).toBeLessThan(MAX_DOCUMENT_BYTES)
  expect(limit('POST', '/api/v1/sources', DOCX_TYPE)).toBeLessThan(MAX_DOCUMENT_BYTES)
  expect(limit('PUT', '/api/v1/articles', DOCX_TYPE)).toBeLessThan(MAX_DOCUMENT_BYTES)
})

it('[CAP5] a file for a source may be larger than a call, where it is read or kept and nowhere else', () => {
  const limit = (method: string, url: string) => limitOf({ method, url, headers: {} })
  for (const path of ['a-b/captures/uploads', 'details/file', 'details/file?name=x'])
    expect(limit('POST', `/api/v1/sources/${path}`)).toBeGreaterThan(MOST_FILE_BYTES)
  for (const path of ['details', 'a/details/file', 'details/files', 'a/captures'])
    expect(limit('POST', `/api/v1/sources/${path}`)).toBeLessThan(MOST_FILE_BYTES)
  expect(limit('PUT', '/api/v1/sources/details/file')).toBeLessThan(MOST_FILE_BYTES)
})

it('pictures may be larger than calls, where they are brought to an article and nowhere else', () => {
  const limit = (method: string, url: string) => limitOf({ method, url, headers: {} })
  expect(limit('POST', '/api/v1/articles/a/pictures')).toBeGreaterThan(MAX_PICTURE_BYTES)
  for (const [method, url] of [
    ['PUT', '/api/v1/articles/a/pictures'],
    ['POST', '/api/v1/articles/a/pictures/b'],
    ['POST', '/api/v1/articles/a/annotations'],
    ['POST', '/x?/api/v1/articles/a/pictures'],
  ] as const)
    expect(limit(method, url)).toBeLessThan(MAX_PICTURE_BYTES)
})
