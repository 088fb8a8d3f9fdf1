import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PreparedDocuments, prepare } from './prepared.ts'
import { respond } from './respond.ts'

const words = 'Every sentence has its source. '.repeat(200)
const page = prepare({ body: words, headers: { 'content-type': 'text/html' } })
const ask = (headers: Record<string, string> = {}) =>
  respond(new Request('http://post.example/', { headers }), page)
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('what readers are sent', () => {
  it.each([
    ['', null],
    ['br', 'br'],
    ['gzip, deflate, br;q=0.9', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', null],
    ['identity', null],
    ['deflate', null],
  ])('[FMT23] takes %j for the coding %s', async (header, coding) => {
    const response = await ask({ 'accept-encoding': header })
    expect(response.headers.get('galley-content-encoding')).toBe(coding)
    const bytes = await bytesOf(response)
    expect(response.headers.get('galley-content-length')).toBe(String(bytes.length))
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
    const plain = coding === 'br' || coding === 'gzip' ? unpack[coding](bytes) : bytes
    expect(new TextDecoder().decode(plain)).toBe(words)
  })

  it('[FMT23] has a strong tag for each coding, and answers 304 to whoever has that one', async () => {
    const answers = await Promise.all(
      ['br', 'gzip', ''].map((coding) => ask({ 'accept-encoding': coding })),
    )
    const tags = answers.map(({ headers }) => headers.get('etag'))
    expect(new Set(tags).size).toBe(3)
    const [br = '', gzip = ''] = tags.map((tag) => tag ?? '')
    for (const known of [br, `W/${br}`, `"x", ${br}`, '*']) {
      const response = await ask({ 'accept-encoding': 'br', 'if-none-match': known })
      expect([response.status, (await bytesOf(response)).length]).toEqual([304, 0])
      expect(response.headers.get('etag')).toBe(br)
      expect(response.headers.get('vary')).toBe('Accept-Encoding')
    }
    expect((await ask({ 'accept-encoding': 'br', 'if-none-match': gzip })).status).toBe(200)
  })

  it('[FMT23] makes a document once, and one that failed again', async () => {
    const documents = new PreparedDocuments(1_000_000)
    let made = 0
    const make = () => {
      made++
      if (made === 1) throw new Error('not yet')
      return { body: words, headers: {} }
    }
    await expect(documents.get('a', make)).rejects.toThrow('not yet')
    await Promise.all([documents.get('a', make), documents.get('a', make)])
    await documents.get('a', make)
    expect(made).toBe(2)
  })

  it('[FMT23] forgets what was not asked for longest when there is no room', async () => {
    const documents = new PreparedDocuments(15_000)
    const asked: string[] = []
    const get = (key: string) =>
      documents.get(key, () => {
        asked.push(key)
        return { body: words, headers: {} }
      })
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key)
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })
})
