import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { callLimits, limitHeaders } from '#lib/domain/access/call-limits.ts'
import { callRule } from '#lib/domain/access/scopes.ts'
import { ApiDesk } from '#lib/testing/api-fixture.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { callOnce } from '#lib/usecases/repeat-call.ts'

// next-auth needs Next around it; tokens do not.
vi.mock('#lib/auth/config.ts', () => ({ auth: async () => null }))

const KEY = Symbol.for('galley.callRates')
const forgetRates = () => Reflect.deleteProperty(globalThis, KEY)

withSharedDatabase('calls of the HTTP interface', (open) => {
  it('[API1] each answer says what is left of a limit, and what is too much is told when to come again', async () => {
    forgetRates()
    const desk = new ApiDesk(open(), 3)
    const ada = await desk.person(['writer'])
    const [{ token }, other] = [await desk.token(ada), await desk.token(ada)]
    const left: (string | null)[] = []
    for (let k = 0; k < 3; k++) {
      const { headers } = await desk.call(token, 'GET', '/api/v1/policy')
      left.push(headers.get('ratelimit'))
      expect(headers.get('ratelimit-policy')).toBe('"read";q=3;w=60')
    }
    expect(left).toEqual(['"read";r=2;t=60', '"read";r=1;t=60', '"read";r=0;t=60'])
    const over = await desk.call(token, 'GET', '/api/v1/policy')
    expect(over).toMatchObject({ status: 429, body: { title: 'Too many tries', status: 429 } })
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(over.headers.get('ratelimit')).toMatch(/^"read";r=0;t=\d+$/)
    expect((await desk.call(other.token, 'GET', '/api/v1/policy')).status).toBe(200)
    expect(
      (await desk.call(token, 'POST', '/api/v1/articles', { text: 'It rained.' })).status,
    ).toBe(201)
    forgetRates()
  })

  it('[API3] a scope narrows what a token does, and what is missing is named', async () => {
    const desk = new ApiDesk(open())
    const all = await desk.person(['writer', 'editor', 'reviewer', 'publisher', 'admin'], true)
    const [read, write, review, publish] = [
      (await desk.token(all, ['read'])).token,
      (await desk.token(all, ['write'])).token,
      (await desk.token(all, ['review'])).token,
      (await desk.token(all, ['publish'])).token,
    ]
    const made = await desk.call(write, 'POST', '/api/v1/articles', { text: 'It rained.' })
    expect(made.status).toBe(201)
    const at = `/api/v1/articles/${made.body.id}`
    const refused = await desk.call(read, 'POST', '/api/v1/articles', { text: 'It rained.' })
    expect(refused).toMatchObject({ status: 403, body: { scope: 'write', title: 'Not allowed' } })
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    const move = (token: string, to: string) =>
      desk.call(token, 'POST', `${at}/moves`, { to, note: 'Why not.' })
    expect(await move(write, 'inReview')).toMatchObject({ status: 403 })
    expect(await move(publish, 'inReview')).toMatchObject({
      status: 403,
      body: { scope: 'review' },
    })
    expect(await move(review, 'inReview')).toMatchObject({ status: 200 })
    expect(await move(review, 'archived')).toMatchObject({
      status: 403,
      body: { scope: 'publish' },
    })
    const version = { change: 'first', note: '' }
    expect(await desk.call(review, 'POST', `${at}/versions`, version)).toMatchObject({
      body: { scope: 'publish' },
    })
    expect((await desk.call(publish, 'POST', `${at}/versions`, version)).status).toBe(422)
    expect(await desk.call(read, 'POST', `${at}/ticket`)).toMatchObject({
      body: { scope: 'write' },
    })
    expect(await desk.call(publish, 'GET', '/api/v1/audit')).toMatchObject({
      body: { scope: 'admin' },
    })
    expect((await desk.call(read, 'GET', at)).status).toBe(200)
  })

  it('[API3] a scope gives nothing that the person may not do, and a token ends when it expires', async () => {
    const desk = new ApiDesk(open())
    const ada = await desk.person(['writer'])
    const { token } = await desk.token(ada, ['admin', 'publish'])
    expect(await desk.call(token, 'GET', '/api/v1/audit')).toMatchObject({ status: 403 })
    const policy = { version: 0, approvers: { everywhere: 1, rules: [] } }
    const tried = await desk.call(token, 'PUT', '/api/v1/policy', policy)
    expect(tried).toMatchObject({ status: 403 })
    expect(tried.body.scope).toBeUndefined()
    const past = await desk.token(ada, null, new Date(Date.now() - 1))
    expect((await desk.call(past.token, 'GET', '/api/v1/policy')).status).toBe(401)
  })

  it('[API3] what a token did stands in the audit trail with the token', async () => {
    const desk = new ApiDesk(open())
    const rev = await desk.person(['reviewer', 'editor'])
    const { token, id } = await desk.token(rev, ['write', 'review'])
    const made = await desk.call(token, 'POST', '/api/v1/articles', { text: 'It rained.' })
    const at = `/api/v1/articles/${made.body.id}/moves`
    await desk.call(token, 'POST', at, { to: 'inReview' })
    const found = await open().handle.execute(
      sql`select action from audit where detail->>'token' = ${id} order by seq`,
    )
    const { rows } = found as unknown as { rows: { action: string }[] }
    expect(rows.map(({ action }) => action)).toContain('article.moved')
  })

  it('[API2] a write that is repeated with its key is done once, and answered as it was', async () => {
    const desk = new ApiDesk(open())
    const ada = await desk.person(['writer'])
    const { token } = await desk.token(ada)
    const key = { 'idempotency-key': randomUUID() }
    const text = { text: 'It rained.' }
    const post = (body: unknown, headers: Record<string, string> = key) =>
      desk.call(token, 'POST', '/api/v1/articles', body, headers)
    const [first, again] = [await post(text), await post(text)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([
      null,
      'true',
    ])
    expect((await post({ text: 'It snowed.' })).status).toBe(422)
    expect((await post(text, { 'idempotency-key': randomUUID() })).body.id).not.toBe(first.body.id)
    expect((await post(text, { 'idempotency-key': 'x'.repeat(256) })).status).toBe(400)
    // The same key of another person is another key.
    const ben = await desk.token(await desk.person(['writer']))
    const theirs = await desk.call(ben.token, 'POST', '/api/v1/articles', text, key)
    expect(theirs.body.id).not.toBe(first.body.id)
  })

  it('[API2] what is secret is never kept', async () => {
    const desk = new ApiDesk(open())
    const ada = await desk.person(['editor'])
    const { token } = await desk.token(ada)
    const made = await desk.call(token, 'POST', '/api/v1/articles', { text: 'It rained.' })
    const source = await desk.source(ada)
    const key = { 'idempotency-key': randomUUID() }
    for (const path of [
      `/api/v1/articles/${made.body.id}/ticket`,
      `/api/v1/sources/${source}/identity/openings`,
      '/api/v1/tokens',
    ]) {
      expect(await desk.call(token, 'POST', path, {}, key)).toMatchObject({
        status: 400,
        body: { title: 'Bad request' },
      })
    }
    const rows = await open().handle.execute(
      sql`select 1 from kept_call where key = ${key['idempotency-key']}`,
    )
    expect((rows as unknown as { rows: unknown[] }).rows).toEqual([])
  })

  it('[API2] of calls at once one is done; who crashed is followed after a minute, and what failed is tried anew', async () => {
    const desk = new ApiDesk(open())
    const { id: personId } = await desk.person(['writer'])
    let now = Date.now()
    const context = { db: open().handle, newId: randomUUID, now: () => new Date(now) }
    const call = { personId, key: randomUUID(), request: 'a' }
    const answer = { status: 200, headers: {}, body: new Uint8Array([1]) }
    const done = async () => ({ answer, isKept: true })
    const crash = Promise.withResolvers<never>()
    const crashed = callOnce(context, call, () => crash.promise).catch(() => null)
    await eventually(async () =>
      expect(await callOnce(context, call, done)).toEqual({ kind: 'running' }),
    )
    expect(await callOnce(context, { ...call, request: 'b' }, done)).toEqual({ kind: 'other' })
    now += 60_001
    expect(await callOnce(context, call, done)).toEqual({ kind: 'answered', answer })
    // What the first one does now changes nothing.
    crash.reject(new Error('late'))
    await crashed
    expect(
      await callOnce(context, call, () => Promise.reject(new Error('not done'))),
    ).toMatchObject({
      kind: 'answered',
      answer: { status: 200 },
    })
    const failed = { ...call, key: randomUUID() }
    await callOnce(context, failed, async () => ({ answer, isKept: false }))
    expect(await callOnce(context, failed, done)).toMatchObject({ kind: 'answered' })
    now += 86_400_001
    let count = 0
    await callOnce(context, call, async () => {
      count++
      return { answer, isKept: true }
    })
    expect(count).toBe(1)
  })
})

it('[API1] the limits are one table', () => {
  expect(callLimits(1_200)).toEqual({
    read: { calls: 1_200, seconds: 60 },
    write: { calls: 600, seconds: 60 },
    heavy: { calls: 60, seconds: 60 },
  })
  const standing = { name: 'read', limit: callLimits().read, left: 4, resetSeconds: 9 }
  expect(limitHeaders(standing)).toEqual({
    'RateLimit-Policy': '"read";q=1200;w=60',
    RateLimit: '"read";r=4;t=9',
  })
})

it('[API3] nobody publishes, moves or decides with the right to write', () => {
  const wanted = (method: string, path: string) => callRule(method, `/api/v1/${path}`).scopes
  expect(wanted('POST', 'articles/1/versions')).toEqual(['publish'])
  expect(wanted('PUT', 'articles/1/schedule')).toEqual(['publish'])
  expect(wanted('POST', 'articles/1/decisions')).toEqual(['review'])
  expect(wanted('POST', 'articles/1/moves')).toEqual(['review', 'publish'])
  expect(wanted('POST', 'articles/1/versions/2/takedown')).toEqual(['admin'])
  expect(wanted('POST', 'sources/1/identity/recordings/2')).toEqual(['admin'])
  expect(wanted('GET', 'articles/1/sentences')).toEqual(['read'])
  expect(wanted('PATCH', 'sources/1')).toEqual(['write'])
})
