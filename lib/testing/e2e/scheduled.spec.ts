import { expect } from '@playwright/test'
import { approveEach, sentencesOf, signedIn } from './api.ts'
import { test } from './server-test.ts'

test('[SCH2] what fell due while the server was killed is published once when it starts again', async ({
  server,
}) => {
  const [editor, reviewer, publisher] = await Promise.all(
    ['editor', 'reviewer', 'publisher'].map((name) => signedIn(server.url, `${name}@galley.test`)),
  )
  if (!editor || !reviewer || !publisher) throw new Error('Nobody is there')
  const made = await editor.call<{ id: string; slug: string }>('POST', '/api/v1/articles', {
    text: 'The ferry left late.',
  })
  const path = `/api/v1/articles/${made.body.id}`
  const exempt = { kind: 'exempt', note: 'Seen by all.' }
  const items = async (more: object) =>
    (await sentencesOf(editor, made.body.id)).map(({ index, fingerprint }) => ({
      ...{ index, fingerprint },
      ...more,
    }))
  await editor.call('PUT', `${path}/annotations`, await items(exempt))
  expect(await approveEach(reviewer, made.body.id)).toEqual([])
  const at = new Date(Date.now() + 3_000).toISOString()
  const wish = { at, change: 'first', note: 'A short notice.' }
  const set = await publisher.call('PUT', `${path}/schedule`, wish)
  expect([set.status, set.body]).toMatchObject([200, { at, from: 'draft', failure: null }])
  await server.kill9()
  await expect.poll(() => new Date().toISOString() > at).toBe(true)
  await server.restart()
  const reader = `${server.url}/read/${made.body.slug}`
  const status = async (address: string) => (await fetch(address)).status
  await expect.poll(() => status(reader), { timeout: 30_000 }).toBe(200)
  expect(await status(`${reader}/v/2`)).toBe(404)
  const { moves } = (await publisher.call<{ moves: readonly object[] }>('GET', `${path}/moves`))
    .body
  expect(moves).toMatchObject([
    { from: 'draft', to: 'scheduled', note: 'A short notice.', skipped: ['inReview'] },
    { from: 'scheduled', to: 'published', version: 1, personName: 'Pia Lindholm' },
  ])
})
