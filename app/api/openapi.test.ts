import { expect, it, vi } from 'vitest'
import { ApiDesk, apiRoutes, handlersOf } from '#lib/testing/api-fixture.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { description } from '#lib/testing/described.ts'
import { SHAPES } from './openapi-shapes.ts'
import { ARTICLE_SHAPES } from './openapi-shapes-article.ts'
import { SOURCE_SHAPES } from './openapi-shapes-source.ts'

vi.mock('#lib/auth/config.ts', () => ({ auth: async () => null }))

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

it('[API9] the description names every call that there is, and no other', async () => {
  const real: string[] = []
  for (const route of apiRoutes) {
    const handlers = await handlersOf(route)
    for (const method of METHODS)
      if (handlers[method]) real.push(`${method.toLowerCase()} ${route.path}`)
  }
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    path.startsWith('/api/v1/') ? Object.keys(methods).map((method) => `${method} ${path}`) : [],
  )
  expect(described.sort()).toEqual(real.sort())
  expect(Object.keys(SHAPES).filter((call) => !real.includes(call))).toEqual([])
  // Whatever is answered has a shape, but for bytes.
  const shapeless = described.filter((call) => {
    const [method = '', path = ''] = call.split(' ')
    const responses = description.paths[path]?.[method]?.responses ?? {}
    return ['200', '201'].some((status) => responses[status] && !responses[status].content)
  })
  expect(shapeless.sort()).toEqual([
    'get /api/v1/pictures/{hash}/{size}',
    'get /api/v1/sources/{id}/captures/{captureId}/raw',
    'get /api/v1/sources/{id}/captures/{captureId}/text',
    'post /api/v1/sources/{id}/identity/recordings/{recordingId}',
  ])
})

withSharedDatabase('the description', (open) => {
  it('[API9] real answers are as described, those that refuse as well', async () => {
    const desk = new ApiDesk(open())
    const pia = await desk.person(['writer', 'editor', 'publisher', 'admin'], true)
    const [{ token }, reviewer] = [
      await desk.token(pia),
      (await desk.token(await desk.person(['reviewer']))).token,
    ]
    const call = (method: string, path: string, body?: unknown, by = token) =>
      desk.call(by, method, `/api/v1/${path}`, body)
    const id = (await call('POST', 'articles', { text: 'It rained.' })).body.id
    const source = await call('POST', 'sources', { kind: 'document', title: `Log ${id}` })
    await call('PATCH', `sources/${source.body.id}`, { description: 'A log.' })
    await call('PATCH', `articles/${id}`, { byline: 'Ada' })
    const at = `articles/${id}`
    const [first] = (await call('GET', `${at}/sentences`)).body.sentences
    const { fingerprint } = first
    await call('PUT', `${at}/annotations`, [
      {
        index: 0,
        fingerprint,
        kind: 'fact',
        confidence: 'confirmed',
        citations: [{ sourceId: source.body.id }],
      },
    ])
    const now = (await call('GET', `${at}/sentences?limit=1`)).body.sentences[0]
    const decision = { index: 0, verdict: 'approve' }
    await call('POST', `${at}/decisions`, [{ ...decision, fingerprint }], reviewer)
    await call('POST', `${at}/decisions`, [{ ...decision, fingerprint: now.fingerprint }], reviewer)
    await call('POST', `${at}/moves`, { to: 'inReview' })
    await call('POST', `${at}/versions`, { change: 'first', note: '' })
    await call('POST', `${at}/versions`, { change: 'first', note: '' })
    await call('POST', `${at}/ticket`)
    const hook = await call('POST', 'webhooks', {
      url: 'https://cms.example/',
      events: ['published'],
    })
    await call('PATCH', `webhooks/${hook.body.id}`, { active: true })
    await call('POST', `webhooks/${hook.body.id}/test`)
    const policy = (await call('GET', 'policy')).body
    await call('PUT', 'policy', { version: policy.version, approvers: policy.approvers })
    for (const path of [
      'articles',
      'articles?limit=1',
      at,
      `${at}/moves`,
      `${at}/threads`,
      `${at}/versions`,
      'versions',
      'sources',
      'sources?limit=1',
      `sources/${source.body.id}`,
      'tokens',
      'audit?limit=3',
      'webhooks',
      `webhooks/${hook.body.id}`,
      `webhooks/${hook.body.id}/deliveries`,
      'articles/none',
      'articles?limit=x',
    ])
      await call('GET', path)
    await call('DELETE', `webhooks/${hook.body.id}`)
    await call('GET', 'audit?limit=1', undefined, reviewer)
    await desk.call('wrong', 'GET', '/api/v1/sources')
    const statuses = new Set(desk.exchanges.map(({ reply }) => reply.status))
    for (const status of [200, 201, 202, 204, 401, 403, 404, 409, 422])
      expect(statuses).toContain(status)
    const seen = new Set(
      desk.exchanges.map(({ method, path }) => `${method.toLowerCase()} ${path}`),
    )
    // Asked for in openapi-answers.test.ts.
    const elsewhere = { ...ARTICLE_SHAPES, ...SOURCE_SHAPES, 'post /api/v1/tokens': true }
    const unseen = Object.keys(SHAPES).filter((shape) => !seen.has(shape))
    expect(unseen.filter((shape) => !(shape in elsewhere))).toEqual([])
  })
})
