import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import { approveEach, sentencesOf, signedIn } from './api.ts'
import { test } from './server-test.ts'
import { verify } from './verify.ts'

interface Published {
  readonly slug: string
  readonly hash: string
  readonly signature: string
}

/** An article that nothing stands in the way of, published once. */
async function published(url: string) {
  const [editor, reviewer, publisher] = await Promise.all(
    ['editor', 'reviewer', 'publisher'].map((name) => signedIn(url, `${name}@galley.test`)),
  )
  if (!editor || !reviewer || !publisher) throw new Error('Nobody is there')
  const text = 'The ferry left late. It was full.'
  const { id } = (await editor.call<{ id: string }>('POST', '/api/v1/articles', { text })).body
  const source = { kind: 'document', title: 'Log' }
  const { body } = await editor.call<{ id: string }>('POST', '/api/v1/sources', source)
  const said = { kind: 'fact', confidence: 'confirmed', citations: [{ sourceId: body.id }] }
  const items = async (more: object) =>
    (await sentencesOf(editor, id)).map(({ index, fingerprint }) => ({
      index,
      fingerprint,
      ...more,
    }))
  await editor.call('PUT', `/api/v1/articles/${id}/annotations`, await items(said))
  expect(await approveEach(reviewer, id)).toEqual([])
  const publish = (change: string, more = {}) =>
    publisher.call<Published>('POST', `/api/v1/articles/${id}/versions`, {
      change,
      note: 'Late.',
      ...more,
    })
  return { editor, publisher, id, publish, first: (await publish('first')).body }
}

test('[SGV1, SGV3] a published version is given out with its signature, and is verified offline', async ({
  server,
}, info) => {
  const { publisher, first, id, publish } = await published(server.url)
  const path = `${server.url}/read/${first.slug}/v/1`
  const json = await fetch(`${path}/json`)
  expect(json.headers.get('galley-signature')).toBe(first.signature)
  const digest = createHash('sha256')
    .update(Buffer.from(await json.arrayBuffer()))
    .digest('hex')
  expect(digest).toBe(first.hash)
  expect(await (await fetch(`${path}/signature`)).text()).toBe(`${first.signature}\n`)
  expect(await verify(info, 'version', `${path}/proof`)).toContain(first.hash)
  const set = await (await fetch(`${server.url}/.well-known/jwks.json`)).json()
  const [key] = set.keys
  expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' })
  expect(key.d).toBeUndefined()
  const page = await (await fetch(path)).text()
  expect(page).toContain(`signed with key ${key.kid}`)

  const both = await Promise.all([1, 2].map(() => publish('update', { after: 1 })))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect((await publisher.call('GET', `/api/v1/articles/${id}`)).status).toBe(200)
})

test('[VER11, VER12] what is retracted keeps its page and its signature; what is taken down leaves a stone', async ({
  server,
}) => {
  const { editor, publisher, first, id, publish } = await published(server.url)
  expect((await publish('retraction')).status).toBe(201)
  for (const path of ['', '/v/1', '/v/2']) {
    const page = await fetch(`${server.url}/read/${first.slug}${path}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('This article has been retracted. Late.')
  }
  for (const format of ['json', 'text', 'docx', 'csv', 'proof']) {
    const gone = await fetch(`${server.url}/read/${first.slug}/v/1/${format}`)
    expect([format, gone.status, await gone.text()]).toEqual([
      ...[format, 410, expect.stringContaining('Late.')],
    ])
  }
  expect((await fetch(`${server.url}/read/${first.slug}/v/1/signature`)).status).toBe(200)
  const stone = `/api/v1/articles/${id}/versions/1/takedown`
  const reason = { reason: 'A court said so.' }
  expect((await editor.call('POST', stone, reason)).status).toBe(403)
  expect((await publisher.call('POST', stone, { reason: ' ' })).status).toBe(422)
  expect((await publisher.call('POST', stone, reason)).status).toBe(204)
  const down = await fetch(`${server.url}/read/${first.slug}/v/1`)
  expect(down.status).toBe(410)
  const words = await down.text()
  for (const part of ['A court said so.', first.hash, first.signature])
    expect(words).toContain(part)
  expect((await fetch(`${server.url}/read`)).status).toBe(200)
})

test('[LOG11, SGV3] an administrator takes the audit trail, and it is verified offline', async ({
  server,
}, info) => {
  await published(server.url)
  const token = async (name: string) => {
    const made = await fetch(`${server.url}/api/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${name}@galley.test`, password: 'demo', name: 'x' }),
    })
    return { authorization: `Bearer ${(await made.json()).token}` }
  }
  const url = `${server.url}/api/v1/audit`
  expect((await fetch(url)).status).toBe(401)
  expect((await fetch(url, { headers: await token('editor') })).status).toBe(403)
  const admin = await token('publisher')
  expect(await verify(info, 'audit', url, admin)).toContain('The audit trail is sound')
})
