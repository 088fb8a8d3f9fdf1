import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, it, vi } from 'vitest'
import { insertPerson } from '#db/repositories/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { ApiDesk } from '#lib/testing/api-fixture.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'

import { followTrail } from '#lib/usecases/follow-trail.ts'
import { ARTICLE_SHAPES } from './openapi-shapes-article.ts'
import { SOURCE_SHAPES } from './openapi-shapes-source.ts'

vi.mock('#lib/auth/config.ts', () => ({ auth: async () => null }))

/** Everything that a program may ask for around an article: each answer is compared with its description as it comes. */
async function askAroundArticle(call: Call, reviewer: Call) {
  const made = await call('POST', 'articles', { text: 'It rained on the pier. It leaks.' })
  const at = `articles/${made.body.id}`
  const [first] = (await call('GET', `${at}/sentences`)).body.sentences
  const thread = await call('POST', `${at}/threads`, {
    ...{ blockIndex: 0, from: 0, to: 2, quote: 'It', text: 'Which pier?' },
  })
  await call('POST', `${at}/threads/${thread.body.id}/messages`, { text: 'That one.' })
  await call('GET', `${at}/threads`)
  const query = { index: 0, fingerprint: first.fingerprint, verdict: 'query', note: 'Who says so?' }
  await reviewer('POST', `${at}/decisions`, [query])
  const [, second] = (await call('GET', `${at}/sentences`)).body.sentences
  const { fingerprint } = second
  await reviewer('POST', `${at}/decisions`, [{ index: 1, fingerprint, verdict: 'approve' }])
  const facts = await call('GET', `${at}/facts`)
  await call('GET', `${at}/approvals/${facts.body.approvals[0].id}`)
  const queryId = facts.body.queries[0].id
  await call('POST', `${at}/queries/${queryId}/messages`, { text: 'The log does.' })
  await call('GET', `${at}/authors`)
  await call('PATCH', `${at}/plan`, {
    deadline: '2026-05-01T12:00:00Z',
    legalRead: true,
    note: 'x',
  })
  await call('GET', `${at}/history`)
  await call('GET', `${at}/history?block=${first.block}&text=It`)
  await call('GET', `${at}/history/1`)
  await call('GET', `${at}/history/2?compare=1`)
  await call('POST', `${at}/history/names`, { seq: 1, name: 'As it came' })
  await call('POST', `${at}/history/restore`, { seq: 1 })
  await call('POST', `${at}/authorship`, { spans: [{ block: first.block, from: 0, to: 5 }] })
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
  const picture = await call('POST', `${at}/pictures`, await png.png().toBuffer())
  const other = await call('POST', 'articles', { text: 'It stopped.' })
  await call('PUT', `articles/${other.body.id}/pictures/${picture.body.hash}`)
  await call('GET', `pictures/${picture.body.hash}/original`)
}

/** What the registry, the vault and one's own list of notices answer. */
async function askRegistry(desk: ApiDesk, call: Call) {
  const url = `https://board.example/${randomUUID()}`
  desk.outside.put(url, '<!doctype html><title>Minutes</title><p>It rained on the pier.</p>')
  await call('POST', 'sources/details', { text: url })
  const log = new TextEncoder().encode('It leaks.')
  await call('POST', 'sources/details/file?name=log.txt', log)
  const page = await call('POST', 'sources', { kind: 'webPage', title: 'Minutes', url })
  const at = `sources/${page.body.id}`
  const capture = await call('POST', `${at}/captures`)
  await call('POST', `${at}/captures/uploads?name=log.txt`, log)
  await call('GET', `${at}/captures`)
  await call('GET', `${at}/captures/${capture.body.id}`)
  await call('GET', `${at}/captures/${capture.body.id}/text`)
  await call('GET', `${at}/captures/${capture.body.id}/raw`)
  for (const quote of ['It rained', 'It snowed'])
    await call('POST', `${at}/passage`, { quote, captureId: capture.body.id })
  const same = await call('POST', 'sources', { kind: 'document', title: 'Minutes of the board' })
  await call('POST', 'sources/duplicates', { title: 'Minutes', url })
  await call('GET', `sources/${same.body.id}/duplicates`)
  await call('POST', `${at}/merges`, { from: same.body.id })
  await call('GET', `${at}/merges`)
  await call('GET', `${at}/uses`)
  await call('GET', `${at}/uses?limit=1`)
  const secret = { kind: 'person', title: 'A clerk', terms: 'background', publicName: 'a clerk' }
  const clerk = `sources/${(await call('POST', 'sources', secret)).body.id}/identity`
  await call('PUT', clerk, { name: 'Zora Quist', contacts: ['zora@home.example'] })
  await call('POST', `${clerk}/recordings?name=call.txt`, new TextEncoder().encode('Hello.'))
  await call('GET', clerk)
  const { recordings } = (await call('POST', `${clerk}/openings`)).body
  const file = await call('POST', `${clerk}/recordings/${recordings[0]}`)
  expect(new TextDecoder().decode(file.body)).toBe('Hello.')
  await call('GET', clerk)
  const { approvers } = (await call('GET', 'policy')).body
  await call('POST', 'policy/effect', approvers)
  for (const path of ['notices', 'notices/unread', 'notices/choices']) await call('GET', path)
}

type Call = (method: string, path: string, body?: unknown) => ReturnType<ApiDesk['call']>

/** A time for publication: it asks for a green gate. */
async function askSchedule(call: Call, reviewer: Call) {
  const made = await call('POST', 'articles', { text: 'It rained.' })
  const at = `articles/${made.body.id}`
  const source = await call('POST', 'sources', { kind: 'document', title: `Log ${made.body.id}` })
  const now = async () => (await call('GET', `${at}/sentences`)).body.sentences[0].fingerprint
  const fact = { index: 0, kind: 'fact', confidence: 'confirmed' }
  const citations = [{ sourceId: source.body.id }]
  await call('PUT', `${at}/annotations`, [{ ...fact, fingerprint: await now(), citations }])
  const approval = { index: 0, fingerprint: await now(), verdict: 'approve' }
  await reviewer('POST', `${at}/decisions`, [approval])
  const time = new Date(Date.now() + 3_600_000).toISOString()
  const set = await call('PUT', `${at}/schedule`, { at: time, change: 'first', note: 'No review.' })
  expect(set.status).toBe(200)
  await call('GET', `${at}/facts`)
  expect((await call('GET', `sources/${source.body.id}/uses`)).body.total).toBe(1)
}

withSharedDatabase('every answer', (open) => {
  it('[API9] around articles, sources, the vault and notices is as described', async () => {
    const desk = new ApiDesk(open())
    const pia = await desk.person(['writer', 'editor', 'publisher', 'admin'], true)
    const [{ token }, reviewer] = [
      await desk.token(pia),
      await desk.token(await desk.person(['reviewer'])),
    ]
    const call: Call = (method, path, body) => desk.call(token, method, `/api/v1/${path}`, body)
    const by: Call = (method, path, body) =>
      desk.call(reviewer.token, method, `/api/v1/${path}`, body)
    const login = { email: `${randomUUID()}@galley.test`, password: 'It rained on pier 7.' }
    const ada = { name: 'Ada', email: login.email, roles: ['writer'] as const, chief: false }
    const passwordHash = await hashPassword(login.password)
    await insertPerson(open().handle, { ...ada, id: randomUUID(), passwordHash })
    const made = await desk.call(null, 'POST', '/api/v1/tokens', { ...login, name: 'cms' })
    expect(made.status).toBe(201)
    await askAroundArticle(call, by)
    await askRegistry(desk, call)
    await askSchedule(call, by)
    await followTrail(desk.context)
    expect((await call('GET', 'notices')).body.notices).not.toEqual([])
    await call('GET', 'openapi.json')
    const wellAnswered = desk.exchanges
      .filter(({ reply }) => reply.status === 200 || reply.status === 201)
      .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
    const shapes = Object.keys({ ...ARTICLE_SHAPES, ...SOURCE_SHAPES })
    expect(shapes.filter((shape) => !wellAnswered.includes(shape))).toEqual([])
    await desk.stop()
  })
})
