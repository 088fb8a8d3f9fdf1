import { expect, type Page } from '@playwright/test'
import { type ApiSentence, approveEach, type Client, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, mode, saved } from './people.ts'
import { test } from './server-test.ts'

const TEXT = 'The tower is 41 metres high.\nIt was built in 1912. Nobody lives there.'

test('every screen is clean for axe, light and dark', async ({ browser, server }) => {
  test.setTimeout(240_000)
  const editor = await signedIn(server.url, 'editor@galley.test')
  const { id, slug } = await published(editor, server.url)
  const page = await enter(browser, server, 'Pia Lindholm')
  const reviewer = await enter(browser, server, 'Ruben Marsh')
  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage()

  for (const path of ['/', '/sources', '/people', '/account', '/nowhere']) await clean(page, path)
  for (const path of ['/sign-in', `/read/${slug}`, '/read']) await clean(stranger, path)

  await page.goto(`/articles/${id}`)
  await saved(page)
  await clean(page)
  await page.getByRole('button', { name: /^Publish/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await clean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^State of the article/ }).click()
  await page.getByRole('menuitem', { name: /^Deadline/ }).click()
  await expect(page.getByRole('list', { name: 'Moves' }).getByRole('listitem')).toHaveCount(1)
  await clean(page)

  await reviewer.goto(`/articles/${id}`)
  await saved(reviewer)
  await mode(reviewer, 'Source')
  await clean(reviewer)
  await mode(reviewer, 'Review')
  await clean(reviewer)

  await reviewer.goto(`/articles/${id}/history`)
  await expect(reviewer.locator('.moment-counts')).toBeVisible()
  await clean(reviewer)
})

test('there is no gallery where nobody has asked for it', async ({ server }) => {
  const answer = await fetch(`${server.url}/gallery`)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('gallery-group')
})

test('what is wrong for axe is found: in the whole, in a part, by some rules', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><button></button>
    <p style="color: #bbb; background: #fff">Pale</p></main>`)
  const rulesOf = (found: readonly string[]) => found.map((each) => each.split(':')[0]).sort()
  expect(rulesOf(await wrongForAxe(page))).toEqual(['button-name', 'color-contrast'])
  expect(rulesOf(await wrongForAxe(page, { part: 'p' }))).toEqual(['color-contrast'])
  expect(rulesOf(await wrongForAxe(page, { rules: ['button-name'] }))).toEqual(['button-name'])
})

/** No violations here, in both themes. */
async function clean(page: Page, path?: string): Promise<void> {
  if (path) await page.goto(path)
  // The shape of a list that is on its way has no heading yet.
  await expect(page.locator('.page[aria-busy=true]')).toHaveCount(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The page is the same in the dark: its colours are not.
    const colours = colorScheme === 'dark' && { rules: ['color-contrast', 'link-in-text-block'] }
    expect(await wrongForAxe(page, { ...colours }), `${page.url()} ${colorScheme}`).toEqual([])
  }
}

/** An article that was published once, and has changed since: it shows most states. */
async function published(editor: Client, url: string): Promise<{ id: string; slug: string }> {
  const reviewer = await signedIn(url, 'reviewer@galley.test')
  const publisher = await signedIn(url, 'publisher@galley.test')
  const made = await editor.call<{ id: string; slug: string }>('POST', '/api/v1/articles', {
    text: TEXT,
  })
  const { id, slug } = made.body
  const source = await editor.call<{ id: string }>('POST', '/api/v1/sources', {
    kind: 'document',
    title: 'Plan',
  })
  const path = `/api/v1/articles/${id}`
  const cite = ({ index, fingerprint }: ApiSentence, quote: string) => ({
    index,
    fingerprint,
    kind: 'number',
    confidence: 'unconfirmed',
    citations: [{ sourceId: source.body.id, quote }],
  })
  const before = await sentencesOf(editor, id)
  await editor.call(
    'PUT',
    `${path}/annotations`,
    before.map((sentence) => cite(sentence, 'p')),
  )
  const sourced = await sentencesOf(editor, id)
  expect(await approveEach(reviewer, id)).toEqual([])
  const first = await publisher.call('POST', `${path}/versions`, {
    ...{ change: 'first', note: 'urgent' },
    // Readers are told, and so is whoever looks at the versions.
    reasons: [
      {
        kind: 'lowConfidence',
        fingerprints: sourced.map(({ fingerprint }) => fingerprint),
        reason: 'The office answers tomorrow.',
      },
    ],
  })
  expect(first.status).toBe(201)
  const deadline = new Date(Date.now() - 3_600_000).toISOString()
  await editor.call('PATCH', `${path}/plan`, { deadline, legalRead: true, note: 'The height.' })
  const [changed, asked] = await sentencesOf(editor, id)
  if (!changed || !asked) throw new Error('The article has too few sentences')
  await editor.call('PUT', `${path}/annotations`, [cite(changed, 'another passage')])
  const query = {
    index: asked.index,
    fingerprint: asked.fingerprint,
    verdict: 'query',
    note: 'Sure?',
  }
  await reviewer.call('POST', `${path}/decisions`, [query])
  return { id, slug }
}
