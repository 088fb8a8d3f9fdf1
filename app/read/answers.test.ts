import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { READ_SHAPES } from '#app/api/openapi-shapes-read.ts'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { description, problemsOf } from '#lib/testing/described.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { insertSite } from '#lib/testing/seeded-site.ts'
import { answerOf, provideSite } from '#lib/testing/site-routes.ts'
import { everyFieldVersion } from '#lib/testing/version-every-field.ts'
import { frontPage } from '#lib/usecases/read-published.ts'
import { rememberKeys } from '#lib/usecases/signing-keys.ts'
import { takeDownVersion } from '#lib/usecases/take-down-version.ts'

const ORIGIN = 'https://post.example'
const [HTML, PLAIN] = ['text/html; charset=utf-8', 'text/plain; charset=utf-8']

/** The schema with nothing allowed but what it names: what has come in without a description is found. */
function closed(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map(closed)
  const entries = Object.entries(schema).map(([name, value]) => [
    name,
    name === 'additionalProperties' && Object.hasOwn(schema, 'properties') ? false : closed(value),
  ])
  return Object.fromEntries(entries)
}

const JSON_TYPE = /^application\/([\w.-]+\+)?json/

function schemaOf(path: string, type: string) {
  const schema = description.paths[path]?.get?.responses[200]?.content?.[type]?.schema
  return schema as { readonly anyOf?: readonly object[] } | undefined
}

/** What there is that the schema does not name, or the other way round. */
function differences(schema: object | undefined, body: unknown): readonly unknown[] {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(closed(schema) as object)
  validate(body)
  return validate.errors ?? []
}

/** Asks, compares, and notes which calls answered in which form. */
function asking() {
  const seen = new Set<string>()
  const ask = async (path: string, at: string) => {
    const answer = await answerOf(new URL(at, ORIGIN))
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const text = await answer.text()
    const body = JSON_TYPE.test(type) ? JSON.parse(text) : text
    const { status, headers } = answer
    expect(problemsOf({ method: 'GET', path, reply: { status, headers, body } })).toEqual([])
    if (JSON_TYPE.test(type)) seen.add(`get ${path} ${type}`)
    return { status, type, body }
  }
  return { ask, seen }
}

withSharedDatabase('what programs get of what is published', (open) => {
  it('[API9] [FMT35] every answer in JSON without an account is as described, and what is missing is said to each in their way', async () => {
    const desk = new Desk(open())
    provideSite(desk, ORIGIN)
    await rememberKeys(desk.context, [desk.signer.key])
    const version = everyFieldVersion()
    const { correction: _, ...words } = version
    const before = { ...words, number: 1, change: 'first' as const }
    await insertSite(open().handle, [[before, version]], desk.signer)
    const { slug, number } = version
    const sentence = version.sentences.find(({ citations }) => citations.length)?.id ?? ''
    const { ask, seen } = asking()
    for (const [path, at] of [
      ['/read/{slug}/s/{id}', `/read/${slug}/s/${sentence}`],
      ['/read/{slug}/v/{number}/s/{id}', `/read/${slug}/v/${number}/s/${sentence}`],
      ['/read/feed.json', '/read/feed.json'],
      ['/.well-known/jwks.json', '/.well-known/jwks.json'],
      ['/read/{slug}/{format}', `/read/${slug}/feed`],
    ] as const) {
      const { status, type, body } = await ask(path, at)
      expect([path, status, differences(schemaOf(path, type), body)]).toEqual([path, 200, []])
    }
    for (const { id } of FORMATS) {
      await ask('/read/{slug}/{format}', `/read/${slug}/${id}`)
      await ask('/read/{slug}/v/{number}/{format}', `/read/${slug}/v/${number}/${id}`)
    }
    // Two formats are plain JSON; the record is ours alone to describe.
    const record = (await ask('/read/{slug}/{format}', `/read/${slug}/json`)).body
    const [described] = schemaOf('/read/{slug}/{format}', 'application/json')?.anyOf ?? []
    expect(differences(described, record)).toEqual([])
    // The list of articles tells of it in its own words.
    const listed = (await frontPage(desk.context)).find((article) => article.slug === slug)
    expect(listed).toMatchObject({
      ...{ number, change: 'correction', headline: 'Wheadline', standfirst: 'Wstandfirst' },
      ...{ section: 'Wsection', byline: 'Wbyline', sources: 1, reviewers: 1 },
      firstPublishedAt: version.firstPublishedAt,
    })
    // What there is not, and what was taken away.
    expect((await ask('/read/{slug}/s/{id}', `/read/${slug}/s/none`)).status).toBe(404)
    const chief = await desk.person(['publisher'], true)
    must(
      await takeDownVersion(desk.context, chief, record.articleId, number, { reason: 'By order.' }),
    )
    expect((await ask('/read/{slug}/{format}', `/read/${slug}/json`)).status).toBe(410)
    // To a browser in words and as a page, to programs in words alone.
    for (const [at, status, words] of [
      [`/read/${slug}/v/${number}`, 410, 'No longer published'],
      ['/read/no-such-article', 404, 'Not found'],
      [`/read/${slug}/v/x`, 404, 'Not found'],
      [`/read/${slug}/diff/1/9`, 404, 'Not found'],
    ] as const) {
      const page = await answerOf(new URL(at, ORIGIN), { accept: 'text/html,*/*' })
      expect([at, page.status, page.headers.get('content-type')]).toEqual([at, status, HTML])
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      const text = await page.text()
      expect(text).toContain(`<h1>${words}</h1>`)
      expect(text).toContain('<a href="/read">All articles</a>')
      const plain = await answerOf(new URL(at, ORIGIN))
      expect([plain.status, plain.headers.get('content-type')]).toEqual([status, PLAIN])
      expect(text).toContain((await plain.text()).trim())
    }
    const shapes = Object.entries(READ_SHAPES).flatMap(([call, types]) =>
      Object.keys(types).map((type) => `${call} ${type}`),
    )
    expect([...seen].sort()).toEqual(shapes.sort())
    await desk.stop()
  })
})
