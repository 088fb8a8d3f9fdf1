import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newKey, toJwk } from '#lib/signing/keys.ts'
import { signerWith } from '#lib/signing/ports.ts'
import { pull } from './pull-versions.mjs'

const signer = signerWith([newKey()])
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

interface Item {
  readonly slug: string
  readonly hash: string
  readonly signature: string | null
}

/** A newsroom that lists these versions, each with its slug as its bytes. */
async function newsroomWith(
  versions: () => readonly Item[],
  statuses: Record<string, number> = {},
) {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const slug = /^\/read\/([^/]+)/.exec(path)?.[1]
    const listed = versions().map((version) => ({ ...version, ...LISTED }))
    response.statusCode = (slug && statuses[slug]) || 200
    if (slug) response.end(slug)
    else if (path.startsWith('/.well-known'))
      response.end(JSON.stringify({ keys: [toJwk(signer.key)] }))
    else response.end(JSON.stringify({ versions: listed }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const store = mkdtempSync(join(tmpdir(), 'galley-pull-'))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    rmSync(store, { recursive: true })
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'x', store }
}

const LISTED = { number: 1, change: 'first', takenDownAt: null }
const signed = async (slug: string): Promise<Item> => {
  const hash = hashOf(slug)
  return { slug, hash, signature: await signer.signDetached('galley-version', hash) }
}
const storedIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== 'state.json')
    .sort()

it('[API10] a version without signature is reported and keeps nobody from the others; who wants it gets it', async () => {
  const versions = [
    await signed('a'),
    { ...(await signed('b')), signature: null },
    await signed('c'),
  ]
  const place = await newsroomWith(() => versions)
  const first = await pull(place)
  expect(storedIn(place.store)).toEqual(['a-1.json', 'c-1.json'])
  const why = expect.stringContaining('before versions were signed')
  expect(first.refused).toMatchObject([{ slug: 'b', why }])
  // It will never be signed: the next time begins later all the same.
  expect(readdirSync(place.store)).toContain('state.json')
  expect((await pull({ ...place, unsigned: true })).refused).toEqual([])
  expect(storedIn(place.store)).toEqual(['a-1.json', 'b-1.json', 'c-1.json'])
})

it('[API10] bytes, keys and answers that do not fit are not stored, and are asked for again', async () => {
  const [a, b, c, d, e] = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(signed))
  const versions = [
    { ...a, hash: hashOf('other') },
    { ...b, signature: c?.signature },
    { ...c, signature: 'not.a.signature' },
    d,
    e,
  ] as Item[]
  const place = await newsroomWith(() => versions, { d: 500 })
  const { refused, stored } = await pull(place)
  expect(refused.map(({ slug, why }: { slug: string; why: string }) => `${slug} ${why}`)).toEqual([
    'a these are not the bytes that were published',
    'b no known key signed it',
    'c no known key signed it',
    'd it was answered with 500',
  ])
  expect(stored).toHaveLength(1)
  expect(readdirSync(place.store)).toEqual(['e-1.json'])
  expect(readFileSync(join(place.store, 'e-1.json'), 'utf8')).toBe('e')
})
