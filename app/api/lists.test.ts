import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { ApiDesk } from '#lib/testing/api-fixture.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { must } from '#lib/testing/desk-fixture.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { assignPeople } from '#lib/usecases/article-people.ts'

vi.mock('#lib/auth/config.ts', () => ({ auth: async () => null }))

const ALL = ['writer', 'editor', 'reviewer', 'publisher', 'admin'] as const

withSharedDatabase('lists of the HTTP interface', (open) => {
  const begin = async () => {
    const desk = new ApiDesk(open())
    const ada = await desk.person(ALL, true)
    const { token } = await desk.token(ada)
    const get = (path: string, headers = {}) =>
      desk.call(token, 'GET', `/api/v1/${path}`, undefined, headers)
    /** Every page, by the links that they give. */
    const walk = async (path: string, name: string, between = async () => {}) => {
      const seen: { id: string }[] = []
      let next: string | null = path
      while (next !== null) {
        const page = await get(next)
        expect(page.status).toBe(200)
        seen.push(...page.body[name])
        const link: string | undefined = /^<\/api\/v1\/(.+)>; rel="next"$/.exec(
          page.headers.get('link') ?? '',
        )?.[1]
        expect(link === undefined).toBe(page.body.next === null)
        next = link ?? null
        await between()
      }
      return seen
    }
    return { desk, ada, token, get, walk }
  }

  it('[API4] lists of articles are given page by page, and each article once, while others are begun', async () => {
    const { desk, ada, get, walk } = await begin()
    const ids: string[] = []
    for (let k = 0; k < 5; k++) ids.push(await desk.article(ada, `It rained ${k}.`))
    const seen = await walk('articles?limit=2&mine=true', 'articles', async () => {
      await desk.article(ada, 'It snowed.')
    })
    expect(seen.map(({ id }) => id)).toEqual(ids.toReversed())
    const whole = await get('articles?q=rained')
    expect(Object.keys(whole.body)).toEqual(['articles'])
    expect(whole.headers.get('link')).toBeNull()
    for (const wrong of [
      'limit=0',
      'limit=201',
      'limit=x',
      'cursor=x',
      'changedSince=yesterday',
      'state=lost',
      'mine=perhaps',
    ])
      expect((await get(`articles?${wrong}`)).status).toBe(422)
  })

  it('[API4] what changed since a time is found, whether its words or its state did, and nobody sees what is not theirs', async () => {
    const { desk, ada, token, walk } = await begin()
    const post = (path: string, body: unknown) =>
      desk.call(token, 'POST', `/api/v1/articles/${path}`, body)
    const make = async (text: string): Promise<string> =>
      (await desk.call(token, 'POST', '/api/v1/articles', { text })).body.id
    const [moved, still, hidden] = [await make('One.'), await make('Two.'), await make('Three.')]
    await open().handle.execute(
      sql`update article set changed_at = '2020-01-01' where id in (${moved}, ${still})`,
    )
    const since = new Date(Date.now() + 2).toISOString()
    await eventually(() => expect(Date.now()).toBeGreaterThan(Date.parse(since)))
    must(
      await assignPeople(desk.context, ada, hidden, { restricted: true, assigned: [], named: [] }),
    )
    expect((await post(`${moved}/moves`, { to: 'inReview' })).status).toBe(200)
    const found = await walk(`articles?limit=1&changedSince=${since}`, 'articles')
    expect(found).toMatchObject([{ id: moved, state: 'inReview' }])
    const other = await desk.token(await desk.person(['editor']))
    const theirs = await desk.call(other.token, 'GET', '/api/v1/articles?limit=200')
    expect(theirs.body.articles.map(({ id }: { id: string }) => id)).not.toContain(hidden)
    const inReview = await walk('articles?limit=200&state=inReview&section=', 'articles')
    expect(inReview.map(({ id }) => id)).toContain(moved)
  })

  it('[API4] so are sources, tokens, sentences, threads, moves and the audit trail', async () => {
    const { desk, ada, token, get, walk } = await begin()
    const word = `zeugnis${randomUUID().slice(0, 8)}`
    for (let k = 0; k < 3; k++) await desk.source(ada, { title: `${word} ${k}` })
    await desk.source(ada, { title: `${word} 3`, kind: 'dataset' })
    expect(await walk(`sources?limit=2&q=${word}`, 'sources')).toHaveLength(4)
    expect(await walk(`sources?kind=dataset&q=${word}`, 'sources')).toHaveLength(1)
    expect((await get(`sources?q=${word}`)).body.sources).toHaveLength(4)
    const narrowed = await get(`sources?kind=dataset,person&facets=true&q=${word}`)
    expect(narrowed.body).toMatchObject({ total: 1, facets: { kind: { document: 3, dataset: 1 } } })
    expect((await get('sources?kind=rumour')).status).toBe(422)
    await desk.token(ada)
    expect(await walk('tokens?limit=1', 'tokens')).toHaveLength(2)
    const made = await desk.call(token, 'POST', '/api/v1/articles', { text: 'One. Two. Three.' })
    const at = `articles/${made.body.id}`
    expect(await walk(`${at}/sentences?limit=2`, 'sentences')).toMatchObject([
      ...[{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }],
    ])
    for (const to of ['inReview', 'draft'])
      await desk.call(token, 'POST', `/api/v1/${at}/moves`, { to, note: 'so' })
    expect(await walk(`${at}/moves?limit=1`, 'moves')).toMatchObject([
      { to: 'inReview' },
      { to: 'draft' },
    ])
    expect(await walk(`${at}/threads?limit=1`, 'threads')).toEqual([])
    const trail = await walk(`audit?limit=1&article=${made.body.id}`, 'entries')
    expect(trail).toMatchObject([
      ...[
        { detail: { to: 'draft' } },
        { detail: { to: 'inReview' } },
        { action: 'article.created' },
      ],
    ])
    const editor = await desk.token(await desk.person(['editor']))
    expect((await desk.call(editor.token, 'GET', '/api/v1/audit?limit=1')).status).toBe(403)
  })

  it('[API5] who holds a source as it is gets 304, and whoever changes what has changed meanwhile gets 412 with what is there', async () => {
    const { desk, ada, token, get } = await begin()
    const id = await desk.source(ada, { url: `https://${randomUUID()}.example/` })
    const path = `sources/${id}`
    const tag = (await get(path)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]+"$/)
    expect(await get(path, { 'if-none-match': tag })).toMatchObject({ status: 304 })
    await open().handle.execute(
      sql`insert into link_health (source_id, url, checked_at, next_at, failures, is_gone, lost) select id, url, now(), now(), 3, true, '{}' from source where id = ${id}`,
    )
    expect((await get(path)).body.link).toBeDefined()
    expect((await get(path)).headers.get('etag')).toBe(tag)
    const patch = (description: string, match: string) =>
      desk.call(token, 'PATCH', `/api/v1/${path}`, { description }, { 'if-match': match })
    const changed = await patch('A letter.', tag)
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(tag)
    const late = await patch('A note.', tag)
    expect(late).toMatchObject({
      status: 412,
      body: { title: 'Changed meanwhile', current: { id, description: 'A letter.' } },
    })
    expect((await patch('A note.', `W/${changed.headers.get('etag')}`)).status).toBe(412)
    const both = await Promise.all(
      ['One.', 'Two.'].map((words) => patch(words, changed.headers.get('etag') ?? '')),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(
      (await desk.call(token, 'DELETE', `/api/v1/${path}`, undefined, { 'if-match': tag })).status,
    ).toBe(412)
    expect((await desk.call(token, 'DELETE', `/api/v1/${path}`)).status).toBe(409)
  })

  it('[API5] the tag of an article moves with its text, its state and what is decided', async () => {
    const { desk, token, get } = await begin()
    const made = await desk.call(token, 'POST', '/api/v1/articles', { text: 'It rained.' })
    const path = `articles/${made.body.id}`
    const tags: string[] = []
    const look = async () => tags.push((await get(path)).headers.get('etag') ?? '')
    await look()
    const patch = (byline: string, match: string) =>
      desk.call(token, 'PATCH', `/api/v1/${path}`, { byline }, { 'if-match': match })
    expect((await patch('Ada', tags[0] ?? '')).status).toBe(200)
    expect(await patch('Ben', tags[0] ?? '')).toMatchObject({
      status: 412,
      body: { current: { byline: 'Ada', state: 'draft' } },
    })
    await look()
    await desk.call(token, 'POST', `/api/v1/${path}/moves`, { to: 'inReview' })
    await look()
    const reviewer = await desk.token(await desk.person(['reviewer']))
    const [sentence] = (await get(`${path}/sentences`)).body.sentences
    const decision = { index: 0, fingerprint: sentence.fingerprint, verdict: 'approve' }
    await desk.call(reviewer.token, 'POST', `/api/v1/${path}/decisions`, [decision])
    await look()
    expect(new Set(tags).size).toBe(4)
    expect((await get(path, { 'if-none-match': tags[3] })).status).toBe(304)
    const stray = { 'if-match': tags[3] ?? '' }
    const refused = await desk.call(token, 'POST', `/api/v1/${path}/moves`, { to: 'draft' }, stray)
    expect(refused).toMatchObject({ status: 400 })
  })

  it('[API5] so does that of the rules of the house', async () => {
    const { desk, token, get } = await begin()
    const { body, headers } = await get('policy')
    const tag = headers.get('etag') ?? ''
    const next = { version: body.version, approvers: { everywhere: 2, rules: [] } }
    const put = () => desk.call(token, 'PUT', '/api/v1/policy', next, { 'if-match': tag })
    expect((await put()).status).toBe(200)
    expect(await put()).toMatchObject({
      status: 412,
      body: { current: { version: body.version + 1 } },
    })
    expect((await get('policy', { 'if-none-match': tag })).status).toBe(200)
  })
})
