import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import {
  answer,
  drip,
  flood,
  gzipBomb,
  type HostileAnswer,
  type HostileServer,
  page,
  redirect,
  startHostile,
} from '#lib/testing/hostile-server.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { LIMITS } from './limits.ts'
import { Refused, type Resolve, Unreachable } from './target.ts'

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n'
const servers: HostileServer[] = []

async function serve(answers: Readonly<Record<string, HostileAnswer>>): Promise<HostileServer> {
  const server = await startHostile(answers)
  servers.push(server)
  return server
}

interface Rules {
  readonly resolve?: Resolve
  readonly limitMs?: number
}

/** Fetches with the port of this server allowed, and no other. */
const fetchFrom = (server: HostileServer, url: string, rules: Rules = {}) =>
  guardedFetch({ url }, { allowance: { loopbackPorts: [server.port] }, ...rules })

const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

describe('what is never asked', () => {
  it('[CAP2] without the allowance of a test, nothing on the loopback address', async () => {
    const server = await serve({ '/': page('secret') })
    for (const url of [
      server.url,
      `http://localhost:${server.port}`,
      `http://[::1]:${server.port}`,
    ])
      await expect(guardedFetch({ url })).rejects.toThrow(Refused)
    for (const url of ['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0/'])
      await expect(guardedFetch({ url })).rejects.toThrow('private network')
    expect(server.asked).toEqual([])
  })

  it.each([
    ['file:///etc/passwd', 'http://'],
    ['javascript:alert(1)', 'http://'],
    ['ftp://example.org/', 'http://'],
    ['gopher://example.org:80/', 'http://'],
    ['http://ann:secret@example.org/', 'password'],
    ['http://example.org:8080/', '80 and 443'],
    ['http://example.org:22/', '80 and 443'],
    ['http://[::ffff:169.254.169.254]/', 'private network'],
    ['http://169.254.169.254/latest/meta-data/', 'private network'],
    [`http://example.org/${'a'.repeat(10_000)}`, 'too long'],
    ['nonsense', 'no address'],
  ])('[CAP2] %s', async (url, words) => {
    const asked: string[] = []
    const resolve: Resolve = async (name) => {
      asked.push(name)
      return ['93.184.215.14']
    }
    const fetched = guardedFetch({ url }, { resolve })
    await expect(fetched).rejects.toThrow(Refused)
    await expect(fetched).rejects.toThrow(words)
    expect(asked).toEqual([])
  })

  it('[CAP2] a name with one private address among public ones', async () => {
    const resolve: Resolve = async () => ['93.184.215.14', '10.0.0.1']
    const fetched = guardedFetch({ url: 'http://trap.example/' }, { resolve })
    await expect(fetched).rejects.toThrow('private network')
  })

  it('[CAP2] a name that nobody knows', async () => {
    const resolve: Resolve = () => Promise.reject(new Error('ENOTFOUND'))
    const fetched = guardedFetch({ url: 'http://nobody.example/' }, { resolve })
    await expect(fetched).rejects.toThrow(Unreachable)
  })

  it('[CAP7] no resolver and no way out are ours', async () => {
    const failing = (code: string) =>
      guardedFetch(
        { url: 'http://harbour.example/' },
        { resolve: () => Promise.reject(Object.assign(new Error(code), { code })) },
      )
    await expect(failing('EAI_AGAIN')).rejects.toMatchObject({ isOurs: true })
    await expect(failing('ENOTFOUND')).rejects.toMatchObject({ isOurs: false })
  })

  it('[CAP2] a name that answers otherwise the second time: it is looked up once, and that is asked', async () => {
    const server = await serve({ '/': page('the first') })
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    const resolve: Resolve = async () => answers.shift() ?? []
    const url = `http://rebinding.example:${server.port}/`
    expect(words((await fetchFrom(server, url, { resolve })).bytes)).toBe('the first')
    expect(answers).toHaveLength(1)
    expect(server.asked[0]).toContain(`host: rebinding.example:${server.port}`)
    await expect(fetchFrom(server, url, { resolve })).rejects.toThrow('private network')
  })
})

describe('redirects', () => {
  it('[CAP2] are hops like the first: none leads inside', async () => {
    const inside = await serve({ '/': page('secret') })
    const server = await serve({
      '/loopback': redirect(`${inside.url}/`),
      '/metadata': redirect('http://169.254.169.254/latest/'),
      '/name': redirect('http://trap.example/'),
      '/file': redirect('file:///etc/passwd'),
      '/password': redirect('http://a:b@example.org/'),
      '/nowhere': redirect('http://:::/'),
    })
    const resolve: Resolve = async () => ['192.168.0.1']
    for (const path of ['/loopback', '/metadata', '/name', '/file', '/password', '/nowhere'])
      await expect(fetchFrom(server, server.url + path, { resolve })).rejects.toThrow(Refused)
    expect(inside.asked).toEqual([])
  })

  it('[CAP2] three are followed, and no more', async () => {
    const server = await serve({
      '/4': redirect('/3', 301),
      '/3': redirect('/2', 308),
      '/2': redirect('/1', 301),
      '/1': page('there'),
      '/round': redirect('/round'),
      '/now': redirect('/1', 302),
      '/4more': redirect('/4'),
    })
    const found = await fetchFrom(server, `${server.url}/4`)
    expect(words(found.bytes)).toBe('there')
    expect(found).toMatchObject({ finalUrl: `${server.url}/1`, movedForGood: true })
    expect((await fetchFrom(server, `${server.url}/now`)).movedForGood).toBe(false)
    expect((await fetchFrom(server, `${server.url}/1`)).movedForGood).toBe(false)
    for (const path of ['/round', '/4more'])
      await expect(fetchFrom(server, server.url + path)).rejects.toThrow('more than 3')
    expect(server.asked.filter((head) => head.startsWith('GET /round'))).toHaveLength(4)
  })
})

describe('what a capture costs', () => {
  it('[CAP3] endless bodies, declared or not', async () => {
    const server = await serve({
      '/declared': (socket) => socket.write(`${HEAD}content-length: 99999999\r\n\r\n`),
      '/endless': flood(`${HEAD}\r\n`, 'x'.repeat(65_536)),
      '/chunked': flood(
        `${HEAD}transfer-encoding: chunked\r\n\r\n`,
        `8000\r\n${'x'.repeat(32_768)}\r\n`,
      ),
    })
    for (const path of ['/declared', '/endless', '/chunked'])
      await expect(fetchFrom(server, server.url + path)).rejects.toThrow('larger than 5 MiB')
    const most = await serve({ '/': page('x'.repeat(LIMITS.bodyBytes)) })
    expect((await fetchFrom(most, most.url)).bytes).toHaveLength(LIMITS.bodyBytes)
  })

  it('[CAP3] what is packed: unpacked to the limit, and refused beyond it', async () => {
    const packed = (encoding: string, body: Uint8Array) =>
      page(body, { 'content-encoding': encoding })
    const server = await serve({
      '/gzip': packed('gzip', gzipSync('hello')),
      '/br': packed('br', brotliCompressSync('hello')),
      '/deflate': packed('deflate', deflateSync('hello')),
      '/bomb': packed('gzip', gzipBomb(40)),
      '/brotli-bomb': packed('br', brotliCompressSync(Buffer.alloc(40 * 1024 * 1024))),
      '/twice': packed('gzip, gzip', gzipSync(gzipBomb(20))),
      '/unknown': packed('zstd', gzipSync('hello')),
      '/broken': packed('gzip', Buffer.from('this is not gzip')),
      '/cut': packed('gzip', gzipSync('hello '.repeat(10_000)).subarray(0, 30)),
    })
    for (const path of ['/gzip', '/br', '/deflate'])
      expect(words((await fetchFrom(server, server.url + path)).bytes)).toBe('hello')
    for (const path of ['/bomb', '/brotli-bomb'])
      await expect(fetchFrom(server, server.url + path)).rejects.toThrow('larger than 5 MiB')
    for (const path of ['/twice', '/unknown', '/broken', '/cut'])
      await expect(fetchFrom(server, server.url + path)).rejects.toThrow(Refused)
  })

  it('[CAP3] endless headers, many answers before the answer, and what is not HTTP', async () => {
    const server = await serve({
      '/headers': flood('HTTP/1.1 200 OK\r\n', `x-more: ${'y'.repeat(1_000)}\r\n`),
      '/one': flood('HTTP/1.1 200 OK\r\nx-long: ', 'y'.repeat(1_000)),
      '/early': flood('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
      '/upgrade': (socket) =>
        socket.write('HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      '/noise': (socket) => socket.end('SSH-2.0-OpenSSH_9.0\r\n'),
      '/silence': (socket) => socket.end(),
      '/short': (socket) => socket.end(`${HEAD}content-length: 100\r\n\r\nhalf`),
    })
    for (const path of ['/headers', '/one', '/early', '/noise', '/upgrade'])
      await expect(fetchFrom(server, server.url + path)).rejects.toThrow(Refused)
    for (const path of ['/silence', '/short'])
      await expect(fetchFrom(server, server.url + path)).rejects.toThrow(Unreachable)
  })

  it('[CAP3] slow ones: the limit is for all of it', async () => {
    const server = await serve({
      '/drip': drip(`${HEAD}\r\n`, 'x', 20),
      '/slow-head': drip('HTTP/1.1 200 OK\r\nx: ', 'y', 20),
      '/hang': () => {},
      '/slow-hops': redirect('/drip'),
    })
    for (const path of ['/drip', '/slow-head', '/hang', '/slow-hops'])
      await expect(fetchFrom(server, server.url + path, { limitMs: 300 })).rejects.toThrow(
        'too long',
      )
    const resolve: Resolve = () => new Promise(() => {})
    const unknown = guardedFetch({ url: 'http://slow.example/' }, { resolve, limitMs: 100 })
    await expect(unknown).rejects.toThrow('too long')
  })

  it('[CAP3] no cookie is sent or kept, and nothing says who asks', async () => {
    const server = await serve({
      '/': answer(302, '', { 'set-cookie': 'id=1', location: '/next' }),
      '/next': page('hello', { 'set-cookie': 'id=2', 'x-kept': 'yes' }),
    })
    const { headers } = await fetchFrom(server, server.url)
    expect(headers.map(([name]) => name)).toEqual(['content-length', 'content-type', 'x-kept'])
    expect(server.asked).toHaveLength(2)
    for (const head of server.asked) expect(head).not.toMatch(/^(cookie|referer|authorization)/im)
  })
})
