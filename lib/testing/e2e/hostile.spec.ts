import { type Browser, expect, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { until } from '#lib/testing/chaos/writer.ts'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { WireClient } from '#lib/testing/wire.ts'
import { type ApiSentence, type Client, sentencesOf, signedIn } from './api.ts'
import { enter } from './people.ts'
import { test } from './server-test.ts'

type Attack = readonly [name: string, method: string, path: string, body?: unknown]

interface Scene {
  readonly id: string
  readonly editor: Client
  readonly reviewer: Client
  readonly second: Client
  readonly publisher: Client
  readonly sentences: readonly ApiSentence[]
}

const approve = ({ index, fingerprint }: ApiSentence) => ({
  index,
  fingerprint,
  verdict: 'approve',
})

/** An article with a sourced, approved sentence, one that its reviewer changed since, and one with an open question. */
async function scene(url: string): Promise<Scene> {
  const [editor, reviewer, second, publisher] = await Promise.all(
    ['editor', 'reviewer', 'second', 'publisher'].map((name) =>
      signedIn(url, `${name}@galley.test`),
    ),
  )
  if (!editor || !reviewer || !second || !publisher) throw new Error('Somebody is missing')
  const text = 'They paid 412. It rained all day. The mayor was away.'
  const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', { text })
  const { id } = made.body
  const source = await editor.call<{ id: string }>('POST', '/api/v1/sources', {
    ...{ kind: 'document', title: 'The ledger' },
  })
  const path = `/api/v1/articles/${id}`
  const citations = [{ sourceId: source.body.id, locator: '14' }]
  const said = { kind: 'number', confidence: 'confirmed', citations }
  const all = await sentencesOf(editor, id)
  const items = all.map(({ index, fingerprint }) => ({ index, fingerprint, ...said }))
  await editor.call('PUT', `${path}/annotations`, items)
  const [first, changed, asked] = await sentencesOf(editor, id)
  if (!first || !changed || !asked) throw new Error('The article has too few sentences')
  const note = { ...approve(asked), verdict: 'query', note: 'Where was he?' }
  await reviewer.call('POST', `${path}/decisions`, [approve(first), note])
  const otherKind = { ...said, kind: 'fact', index: 1, fingerprint: changed.fingerprint }
  await reviewer.call('PUT', `${path}/annotations`, [otherKind])
  const sentences = await sentencesOf(editor, id)
  expect(sentences.map(({ review }) => review)).toEqual(['approved', 'none', 'queried'])
  return { id, editor, reviewer, second, publisher, sentences }
}

/** Each has to be refused. What is right for somebody is tried by somebody else, or at the wrong time. */
async function overHttp({ id, editor, reviewer, second, publisher, sentences }: Scene) {
  const path = `/api/v1/articles/${id}`
  const [first, changed, asked] = sentences
  if (!first || !changed || !asked) throw new Error('The article has too few sentences')
  const facts = await reviewer.call<{ queries: readonly { id: string }[] }>('GET', `${path}/facts`)
  const query = `${path}/queries/${facts.body.queries[0]?.id}`
  const late = { ...approve(changed), fingerprint: first.fingerprint }
  const version = { change: 'first', note: 'Now.' }
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const seen = sentences.map(({ fingerprint }) => fingerprint)
  const tries: readonly (readonly [Client, Attack])[] = [
    [editor, ['approves without the role', 'POST', `${path}/decisions`, [approve(changed)]]],
    [reviewer, ['approves their own work', 'POST', `${path}/decisions`, [approve(changed)]]],
    [second, ['approves other words', 'POST', `${path}/decisions`, [late]]],
    [second, ['closes another’s question', 'DELETE', query, { reason: 'I say so.' }]],
    [editor, ['overrules as no chief', 'DELETE', query, { reason: 'x', outcome: 'overridden' }]],
    [editor, ['publishes without the role', 'POST', `${path}/versions`, version]],
    [publisher, ['publishes with blockers', 'POST', `${path}/versions`, version]],
    [publisher, ['schedules with blockers', 'PUT', `${path}/schedule`, { ...version, at, seen }]],
    [publisher, ['moves past the gate', 'POST', `${path}/moves`, { to: 'published', note: 'x' }]],
    [editor, ['archives', 'POST', `${path}/moves`, { to: 'archived', note: 'x' }]],
    [editor, ['reads the audit trail', 'GET', '/api/v1/audit']],
    [editor, ['changes the rules', 'PUT', '/api/v1/policy', { version: 0, approvers: RULES }]],
    [editor, ['adds a webhook', 'POST', '/api/v1/webhooks', { url: 'https://a.example/' }]],
  ]
  const through: string[] = []
  for (const [client, [name, method, where, body]] of tries) {
    const { status } = await client.call(method, where, body)
    if (![403, 409, 422].includes(status)) through.push(`${name}: ${status}`)
  }
  return through
}

const RULES = { everywhere: 1, rules: [] }

/** Writes what decides things into the shared document, and in the name of whoever began it. */
async function overSockets({ id, reviewer }: Scene, url: string) {
  const forgeries: readonly ((client: WireClient) => void)[] = [
    (client) => client.change((doc) => doc.getMap('approvals').set('a', { approved: true })),
    (client) => client.change((doc) => doc.getMap('queries').set('q', { closed: true })),
    (client) => client.change((doc) => doc.getMap('versions').set('1', { change: 'first' })),
    (client) => client.update(inAnothersName(client.doc)),
  ]
  for (const [at, forge] of forgeries.entries()) {
    const { body } = await reviewer.call<{ ticket: string }>(
      'POST',
      `/api/v1/articles/${id}/ticket`,
    )
    const socket = `${url.replace('http', 'ws')}/collab/${id}`
    const client = new WireClient({ url: socket, name: id, token: body.ticket, follow: true })
    await until(() => client.synced || client.closed > 0, 'a client is let in')
    forge(client)
    await until(() => client.closed > 0, `the sender of forgery ${at} is sent out`)
  }
}

function inAnothersName(doc: Y.Doc): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const text = copy.getText('text')
  copy.clientID = Y.createRelativePositionFromTypeIndex(text, 0).item?.client ?? 0
  const before = Y.encodeStateVector(copy)
  text.insert(1, 'Forged. ')
  return Y.encodeStateAsUpdate(copy, before)
}

/** Sends what an administrator's page sends when it makes somebody a publisher, with the cookies of somebody else. */
async function overActions(browser: Browser, server: ServerProcess) {
  const admin = await enter(browser, server, 'Pia Lindholm')
  await admin.goto('/people')
  await admin.getByRole('button', { name: 'Change Ruben Marsh' }).click()
  const sent = admin.waitForRequest((request) => request.headers()['next-action'] !== undefined)
  await admin.getByRole('button', { name: 'Save roles' }).click()
  const request = await sent
  const editor = await enter(browser, server, 'Ada Quill')
  const before = await rolesShown(admin)
  const body = String(request.postDataBuffer()).replaceAll('\r\nreviewer', '\r\npublisher')
  expect(body).toContain('\r\npublisher')
  const { 'next-action': action = '', 'content-type': type = '' } = request.headers()
  const answer = await editor.request.post(`${server.url}/people`, {
    headers: { 'next-action': action, 'content-type': type, origin: server.url },
    data: Buffer.from(body),
  })
  expect(await answer.text()).toContain('"ok":false')
  expect(await rolesShown(admin)).toEqual(before)
}

async function rolesShown(page: Page) {
  await page.goto('/people')
  return page.getByRole('row').allInnerTexts()
}

test('[REV2] [REV3] [VER2] [ACC1] a hostile client gets nothing through: not over HTTP, websockets or actions', async ({
  browser,
  server,
}) => {
  const here = await scene(server.url)
  const before = await here.editor.call('GET', `/api/v1/articles/${here.id}`)
  expect(await overHttp(here)).toEqual([])
  await overSockets(here, server.url)
  await overActions(browser, server)
  const after = await here.editor.call('GET', `/api/v1/articles/${here.id}`)
  expect(after.body).toEqual(before.body)
  expect(await sentencesOf(here.editor, here.id)).toEqual(here.sentences)
  const versions = await here.editor.call('GET', `/api/v1/articles/${here.id}/versions`)
  expect(versions.body).toMatchObject({ versions: [] })
})
