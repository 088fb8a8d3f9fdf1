import { expect } from '@playwright/test'
import {
  type ApiSentence,
  anonymous,
  approveEach,
  type Client,
  sentencesOf,
  signedIn,
} from './api.ts'
import { ARTICLE, ARTICLE_SENTENCES, givenArticle } from './article.ts'
import { test } from './server-test.ts'

interface People {
  readonly editor: Client
  readonly reviewer: Client
  readonly publisher: Client
}

const texts: readonly (readonly [string, string, number])[] = [
  ['an article of our own', ARTICLE, ARTICLE_SENTENCES],
  ...(givenArticle() === null ? [] : [['the given article', givenArticle() ?? '', 24] as const]),
]

for (const [name, text, count] of texts) {
  test(`${name} goes from text to a sourced page over HTTP alone`, async ({ server }) => {
    const people = await everybody(server.url)
    const { editor, publisher } = people
    const made = await editor.call<{ id: string; slug: string; editUrl: string }>(
      'POST',
      '/api/v1/articles',
      { text, lang: 'en' },
    )
    expect(made.status).toBe(201)
    const { id, slug } = made.body
    expect(made.body.editUrl).toBe(`${server.url}/articles/${id}`)
    const sentences = await sentencesOf(editor, id)
    expect(sentences.map((sentence) => sentence.text).at(-1)).toBe('Comments')
    expect(sentences).toHaveLength(count + 1)

    const blocked = await publisher.call('POST', `/api/v1/articles/${id}/versions`, {
      change: 'first',
      note: 'x',
    })
    expect(blocked.status).toBe(422)
    expect(blocked.type).toContain('application/problem+json')
    expect(blocked.body.blockers).toHaveLength(2 * (count + 1))

    await annotateAll(people, id, sentences)
    await approveAll(people, id)
    const published = await publisher.call<{ number: number; hash: string }>(
      'POST',
      `/api/v1/articles/${id}/versions`,
      {
        change: 'first',
        note: '',
      },
    )
    expect(published.status).toBe(201)
    expect(published.body.number).toBe(1)

    const page = await fetch(`${server.url}/read/${slug}`)
    expect(page.headers.get('content-type')).toContain('text/html')
    const csv = await (await fetch(`${server.url}/read/${slug}/csv`)).text()
    expect(csv.trim().split('\r\n')).toHaveLength(count + 2)
    const json = await (await fetch(`${server.url}/read/${slug}/v/1/json`)).text()
    expect(await sha256(json)).toBe(published.body.hash)
  })
}

test('decisions are refused when the words moved, and for one’s own work', async ({ server }) => {
  const people = await everybody(server.url)
  const { editor, reviewer } = people
  const id = await newArticle(editor)
  await annotateAll(people, id, await sentencesOf(editor, id))
  const [first] = await sentencesOf(reviewer, id)
  const path = `/api/v1/articles/${id}/decisions`
  const approve = { index: 0, fingerprint: first?.fingerprint, verdict: 'approve' }

  const moved = await reviewer.call<{ results: { status: number; current: { text: string } }[] }>(
    'POST',
    path,
    [{ ...approve, fingerprint: '0'.repeat(64) }],
  )
  expect(moved.status).toBe(409)
  expect(moved.body.results[0]?.current.text).toBe(first?.text)
  expect((await editor.call('POST', path, [approve])).status).toBe(403)

  const source = await newSource(reviewer, 'A reviewer’s own find')
  const citations = [{ sourceId: source, relation: 'supports' }]
  const item = {
    index: 0,
    fingerprint: first?.fingerprint,
    kind: 'fact',
    confidence: 'likely',
    citations,
  }
  expect((await reviewer.call('PUT', `/api/v1/articles/${id}/annotations`, [item])).status).toBe(
    200,
  )
  const [touched] = await sentencesOf(reviewer, id)
  const own = await reviewer.call('POST', path, [{ ...approve, fingerprint: touched?.fingerprint }])
  expect(own.status).toBe(403)
})

test('a change of a source’s public name makes its sentences stale', async ({ server }) => {
  const people = await everybody(server.url)
  const id = await newArticle(people.editor)
  const source = await annotateAll(people, id, await sentencesOf(people.editor, id))
  await approveAll(people, id)
  const changed = await people.editor.call('PATCH', `/api/v1/sources/${source}`, {
    publicName: 'Another name',
  })
  expect(changed.status).toBe(200)
  const after = await sentencesOf(people.editor, id)
  expect(after.filter(({ review }) => review === 'stale')).toHaveLength(ARTICLE_SENTENCES)
})

test('what is not allowed is answered with a problem that says what to do', async ({ server }) => {
  const { editor } = await everybody(server.url)
  const nobody = anonymous(server.url)
  expect((await nobody.call('GET', '/api/v1/sources')).status).toBe(401)
  const wrong = await nobody.call('POST', '/api/v1/tokens', {
    email: 'editor@galley.test',
    password: 'x',
    name: '',
  })
  const unknown = await nobody.call('POST', '/api/v1/tokens', {
    email: 'who@galley.test',
    password: 'x',
    name: '',
  })
  expect([wrong.status, wrong.body.detail]).toEqual([unknown.status, unknown.body.detail])
  const missing = await editor.call('GET', '/api/v1/articles/00000000-0000-4000-8000-000000000000')
  expect(missing.status).toBe(404)
  const two = await editor.call('POST', '/api/v1/articles', { text: 'a', html: 'b' })
  expect([two.status, two.type]).toEqual([422, expect.stringContaining('problem+json')])
  const move = await editor.call('POST', `/api/v1/articles/${await newArticle(editor)}/moves`, {
    to: 'retracted',
  })
  expect(move.status).toBe(409)
  const described = await nobody.call<{ openapi: string; paths: object }>(
    'GET',
    '/api/v1/openapi.json',
  )
  expect(described.body.openapi).toBe('3.1.0')
  expect(Object.keys(described.body.paths).length).toBeGreaterThan(15)
})

async function everybody(url: string): Promise<People> {
  return {
    editor: await signedIn(url, 'editor@galley.test'),
    reviewer: await signedIn(url, 'reviewer@galley.test'),
    publisher: await signedIn(url, 'publisher@galley.test'),
  }
}

async function newArticle(editor: Client): Promise<string> {
  const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', {
    text: ARTICLE,
    headline: '',
  })
  return made.body.id
}

async function newSource(client: Client, title: string): Promise<string> {
  const made = await client.call<{ id: string }>('POST', '/api/v1/sources', {
    kind: 'document',
    title,
  })
  expect(made.status).toBe(201)
  return made.body.id
}

/** Every sentence cites one source; the stray last line has nothing to check. Returns the source. */
async function annotateAll(
  { editor }: People,
  id: string,
  sentences: readonly ApiSentence[],
): Promise<string> {
  const source = await newSource(editor, `Lease for article ${id}`)
  const items = sentences.map(({ index, fingerprint, text }) =>
    text === 'Comments'
      ? { index, fingerprint, kind: 'exempt', note: 'left over from the page', citations: [] }
      : {
          index,
          fingerprint,
          kind: 'fact',
          confidence: 'confirmed',
          citations: [
            {
              sourceId: source,
              relation: 'supports',
              locator: { label: 'page', value: '4' },
              quote: 'x',
            },
          ],
        },
  )
  const put = await editor.call<{ results: { status: number }[] }>(
    'PUT',
    `/api/v1/articles/${id}/annotations`,
    items,
  )
  expect(put.status).toBe(200)
  expect(put.body.results.every(({ status }) => status === 200)).toBe(true)
  return source
}

async function approveAll({ editor, reviewer }: People, id: string): Promise<void> {
  expect(
    (await editor.call('POST', `/api/v1/articles/${id}/moves`, { to: 'inReview' })).status,
  ).toBe(200)
  expect(await approveEach(reviewer, id)).toEqual([])
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('hex')
}
