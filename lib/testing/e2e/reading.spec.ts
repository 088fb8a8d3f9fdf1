import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { unzipSync } from 'fflate'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { atomProblems, jsonFeedProblems } from '#lib/testing/validators/feeds.ts'
import { approveEach, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { test } from './server-test.ts'

/** A published article of two sentences, the second of them disputed. */
async function publish(url: string): Promise<string> {
  const editor = await signedIn(url, 'editor@galley.test')
  const reviewer = await signedIn(url, 'reviewer@galley.test')
  const publisher = await signedIn(url, 'publisher@galley.test')
  const text = 'The bridge is closed\n\nIt was closed on Monday. It leaks in two places.'
  const made = await editor.call<{ id: string; slug: string }>('POST', '/api/v1/articles', {
    text,
    lang: 'en',
  })
  const { id, slug } = made.body
  const fields = {
    kind: 'document',
    title: 'Order of the county',
    publicName: 'Order of the county',
  }
  const source = await editor.call<{ id: string }>('POST', '/api/v1/sources', fields)
  const items = (await sentencesOf(editor, id)).map(({ index, fingerprint }) => ({
    index,
    fingerprint,
    kind: 'fact',
    confidence: index === 2 ? 'disputed' : 'confirmed',
    publicNote: index === 2 ? 'The county says one.' : '',
    citations: [{ sourceId: source.body.id, relation: 'supports', quote: 'closed' }],
  }))
  expect((await editor.call('PUT', `/api/v1/articles/${id}/annotations`, items)).status).toBe(200)
  expect(await approveEach(reviewer, id)).toEqual([])
  const first = { change: 'first', note: 'Short.' }
  const published = await publisher.call('POST', `/api/v1/articles/${id}/versions`, first)
  expect(published.status).toBe(201)
  return slug
}

/** As it comes over the network: nothing is unpacked. */
async function raw(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const { request } = await import('node:http')
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const sent = request(url, { method, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        )
      })
      sent.on('error', reject).end()
    },
  )
}

test('every address that readers are given answers GET, HEAD and 304 alike', async ({ server }) => {
  const slug = await publish(server.url)
  const { first } = JSON.parse(
    (await raw(`${server.url}/read/${slug}/annotations`)).body.toString(),
  )
  const sentence = new URL(first.items[1].id, server.url).pathname
  const paths = [
    ...['/read', '/read/feed.atom', '/read/feed.json', '/sitemap.xml', '/robots.txt', sentence],
    ...[`/read/${slug}`, `/read/${slug}/v/1`, `/read/${slug}/s/${sentence.split('/').at(-1)}`],
    ...FORMATS.map(({ id }) => `/read/${slug}/${id}`),
    ...[`/read/${slug}/v/1/json`, `/read/${slug}/dossier`],
  ]
  for (const path of paths) {
    const sizes = new Set<number>()
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': coding }
      const got = await raw(server.url + path, headers)
      expect([path, got.status]).toEqual([path, 200])
      expect(got.headers['content-length'], path).toBe(String(got.body.length))
      expect(got.headers.vary, path).toBe('Accept-Encoding')
      // Who reads is nobody's business: nothing is left with them, and nothing comes in from elsewhere.
      expect(got.headers['set-cookie'], path).toBeUndefined()
      if (String(got.headers['content-type']).startsWith('text/html'))
        expect(String(got.headers['content-security-policy']), path).toMatch(
          /^default-src 'none'; (script-src 'sha256-[^']+'; connect-src 'self'; )?style-src 'sha256-[^']+'; font-src 'self';/,
        )
      expect(String(got.headers.etag), path).toMatch(/^"[\w-]{22}(-br|-gzip)?"$/)
      const head = await raw(server.url + path, headers, 'HEAD')
      expect([head.status, head.body.length]).toEqual([200, 0])
      for (const name of ['etag', 'content-length', 'content-type', 'content-encoding', 'vary'])
        expect(head.headers[name], `${path} ${name}`).toBe(got.headers[name])
      const known = { ...headers, 'if-none-match': String(got.headers.etag) }
      for (const method of ['GET', 'HEAD']) {
        const again = await raw(server.url + path, known, method)
        expect([path, again.status, again.body.length]).toEqual([path, 304, 0])
        expect(again.headers.etag).toBe(got.headers.etag)
      }
      sizes.add(got.body.length)
    }
    expect(sizes.size, path).toBeGreaterThan(0)
  }
  const feed = await raw(`${server.url}/read/feed.atom`)
  expect(atomProblems(feed.body.toString())).toEqual([])
  expect(feed.body.toString()).toContain('The bridge is closed')
  const items = await raw(`${server.url}/read/feed.json`)
  expect(jsonFeedProblems(items.body.toString())).toEqual([])
})

test('an address of a sentence opens at it, with its evidence and without a script', async ({
  server,
  browser,
}) => {
  const slug = await publish(server.url)
  const { first } = await (await fetch(`${server.url}/read/${slug}/annotations`)).json()
  const id = String(first.items[2].id).split('/').at(-1)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.goto(`${server.url}/read/${slug}`)
  await expect(page.getByText('The county says one.').first()).toBeHidden()
  await page.goto(`${server.url}/read/${slug}#${id}`)
  await expect(page.locator(`#c-${id}`)).toBeVisible()
  await expect(page.locator(`#c-${id}`)).toContainText('The county says one.')
  await expect(page.locator('.card:visible')).toHaveCount(1)
  await page.screenshot({ path: test.info().outputPath('sentence.png') })
  expect(refused).toEqual([])
  await context.close()
  const seen = await (await browser.newContext()).newPage()
  await seen.goto(`${server.url}/read/${slug}#${id}`)
  expect(await wrongForAxe(seen)).toEqual([])
  await seen.context().close()
})

test('a dossier verifies with its own script', async ({ server }, info) => {
  const slug = await publish(server.url)
  const answer = await raw(`${server.url}/read/${slug}/dossier`)
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="${slug}-v1.dossier.zip"`,
  )
  const folder = info.outputPath('dossier')
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(answer.body)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  const told = execFileSync('sh', [join(folder, 'verify.sh')], { encoding: 'utf8' })
  expect(told).toContain('verified: 1 version(s)')
})
