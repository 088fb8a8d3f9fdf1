import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newKey, readPrivateKeys, readPublicKeys, toJwk, writePrivateKeys } from './keys.ts'
import { signerWith } from './ports.ts'
import { signDetached, verify } from './signatures.ts'

const [one, two] = [newKey(), newKey()]
const HASH = 'ab'.repeat(32)

it('[SGV1] a signature holds for its payload, its purpose and its key, and for nothing else', async () => {
  const jws = await signDetached(one, 'galley-version', HASH)
  expect(jws).toMatch(/^[\w-]+\.\.[\w-]{86}$/)
  const holds = { ok: true, kid: one.kid, payload: HASH }
  expect(await verify(jws, 'galley-version', [two, one], HASH)).toEqual(holds)
  expect(await verify(jws, 'galley-audit-head', [one], HASH)).toMatchObject({ ok: false })
  expect(await verify(jws, 'galley-version', [two], HASH)).toMatchObject({ ok: false })
  expect(await verify(jws, 'galley-version', [{ ...two, kid: one.kid }], HASH)).toMatchObject({
    ok: false,
  })
  const wrong = `${jws.slice(0, -3)}${jws.at(-3) === 'A' ? 'B' : 'A'}${jws.slice(-2)}`
  expect(await verify(wrong, 'galley-version', [one], HASH)).toMatchObject({ ok: false })
  const none = `${Buffer.from('{"alg":"none","typ":"galley-version"}').toString('base64url')}..`
  expect(await verify(none, 'galley-version', [one], HASH)).toMatchObject({ ok: false })
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect((await verify(text, 'galley-version', [one], HASH)).ok).toBe(false)
      expect((await verify(jws, 'galley-version', [one], text)).ok).toBe(text === HASH)
    }),
  )
})

it('[SGV2] a file of keys is a JWK set, of which the last one signs', async () => {
  const keys = readPrivateKeys(writePrivateKeys([one, two]))
  expect(keys).toEqual([one, two])
  expect(signerWith(keys).key).toEqual({ kid: two.kid, x: two.x })
  const attached = await signerWith(keys).sign('galley-audit-head', '{"seq":1}')
  const published = readPublicKeys(JSON.stringify({ keys: keys.map(toJwk) }))
  expect(JSON.stringify(published)).not.toContain(two.d)
  expect(await verify(attached, 'galley-audit-head', published)).toEqual({
    ...{ ok: true, kid: two.kid, payload: '{"seq":1}' },
  })
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    format: 'jwk',
  })
  for (const text of ['', '{}', '{"keys":[]}', JSON.stringify({ keys: [rsa] })]) {
    expect(() => readPrivateKeys(text)).toThrow()
  }
})
