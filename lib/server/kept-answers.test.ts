import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeptAnswers } from './kept-answers.ts'

let server: Server
let url = ''
let now = 0
let asked = 0
let status = 200
let words = 'first'
let kept: KeptAnswers

beforeEach(async () => {
  ;[now, asked, status, words] = [0, 0, 200, 'first']
  kept = new KeptAnswers(() => now)
  server = createServer((request, response) => {
    if (kept.answer(request, response)) return
    asked++
    const said = words
    setImmediate(() => {
      const etag = `"${said}"`
      if (request.headers['if-none-match'] === etag) response.writeHead(304, {}).end()
      else {
        response.setHeader('etag', [etag])
        response.setHeader('content-type', 'text/plain')
        response.statusCode = status
        response.write(said.slice(0, 2))
        response.end(said.slice(2))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/read/story`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const get = async (path = '', init: RequestInit = {}) => {
  const answer = await fetch(url + path, init)
  return [answer.status, await answer.text()]
}

describe('answers to readers', () => {
  it('[FMT29] are given again for a second, to GET, HEAD and whoever has them', async () => {
    expect(await get()).toEqual([200, 'first'])
    words = 'second'
    expect(await get()).toEqual([200, 'first'])
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.headers.get('content-length'), head.headers.get('etag')]).toEqual(['5', '"first"'])
    const known = { headers: { 'if-none-match': 'W/"first"' } }
    expect(await get('', known)).toEqual([304, ''])
    expect(asked).toBe(1)
    now = 1001
    expect(await get()).toEqual([200, 'second'])
    expect(await get()).toEqual([200, 'second'])
    expect(asked).toBe(2)
  })

  it('[FMT29] are forgotten at once when something is published, also those on their way', async () => {
    await get()
    words = 'second'
    kept.forget()
    expect(await get()).toEqual([200, 'second'])
    kept.forget()
    const onItsWay = get()
    await expect.poll(() => asked).toBe(3)
    kept.forget()
    words = 'third'
    expect(await onItsWay).toEqual([200, 'second'])
    expect(await get()).toEqual([200, 'third'])
  })

  it('[FMT29] are the same for whoever takes the same codings, however they say it', async () => {
    const taking = (coding: string) => get('', { headers: { 'accept-encoding': coding } })
    for (const coding of ['gzip, br', 'br,gzip', 'BR, zstd, deflate, gzip', 'gzip,x-17,br'])
      await taking(coding)
    expect(asked).toBe(1)
    await taking('gzip;q=0, br')
    await taking('gzip')
    expect(asked).toBe(3)
  })

  it('[FMT29] are bounded in number, and none is kept under a name that is too long', async () => {
    const long = `/${'a'.repeat(2_000)}`
    await get(long)
    await get(long)
    expect(asked).toBe(2)
    kept = new KeptAnswers(() => now, 2)
    for (const path of ['/1', '/2', '/3', '/3', '/2', '/1']) await get(path)
    // The first had to go for the third; that it is asked for anew puts out the second.
    expect(asked).toBe(6)
    await get('/1')
    await get('/2')
    expect(asked).toBe(7)
  })

  it('[FMT29] that were no good, or are made by how one asks, are not kept', async () => {
    status = 410
    await get()
    await get()
    expect(asked).toBe(2)
    status = 200
    await get('?x')
    await get('?x')
    await get('', { headers: { 'accept-encoding': 'gzip' } })
    words = 'other'
    expect(await get('', { headers: { 'accept-encoding': 'br' } })).toEqual([200, 'other'])
    now = 1001
    status = 410
    expect((await get('', { headers: { 'accept-encoding': 'br' } }))[0]).toBe(410)
    expect((await get('', { headers: { 'accept-encoding': 'br' } }))[0]).toBe(410)
  })
})
