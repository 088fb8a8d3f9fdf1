import { expect, type Page } from '@playwright/test'
import { FETCH, secondsOf } from '#lib/testing/keystroke-model.ts'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { type ApiSentence, type Client, sentencesOf, signedIn } from './api.ts'
import { Keyboard } from './counted-keys.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'
import { LINKS, SCRIPT, SHELF, type Wanted } from './source-script.ts'

/** The flow of source mode, key by key, and what stands in the article afterwards. */

/** The article and its shelf, made over HTTP. The first source is number 1: the newest stands first on the shelf. */
async function prepare(server: ServerProcess) {
  const client = await signedIn(server.url, 'editor@galley.test')
  const ids = new Map<string, string>()
  for (const title of SHELF.toReversed()) {
    const made = await client.call<{ id: string }>('POST', '/api/v1/sources', {
      kind: 'document',
      title,
    })
    ids.set(title, made.body.id)
  }
  const text = SCRIPT.map(({ text: words }) => words).join('\n')
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', { text })
  expect(made.status).toBe(201)
  return { client, ids, id: made.body.id }
}

async function openSourceMode(page: Page, server: ServerProcess, id: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${server.url}/articles/${id}`)
  await saved(page)
  await page.locator('.tiptap').press('Control+Home')
}

/** What a sentence has, in words: `fact: Budget page 14; Contract`. */
function lineOf({ kind, citations }: ApiSentence, names: ReadonlyMap<string, string>): string {
  const cited = citations.map(({ sourceId, relation, locator, quote }) =>
    [
      names.get(sourceId) ?? sourceId,
      ...(relation === 'supports' ? [] : [relation]),
      ...(locator ? [`${locator.label} ${locator.value}`] : []),
      ...(quote ? [`“${quote}”`] : []),
    ].join(' '),
  )
  return `${kind}: ${cited.sort().join('; ')}`
}

const wantedLine = ({ kind, has }: Wanted) => `${kind}: ${has.toSorted().join('; ')}`

const MOST_KEYS = 124
/** By the keystroke model, not by a clock. */
const MOST_SECONDS = 126

test('forty sentences get their sources with at most 124 keys, in 126 modelled seconds', async ({
  browser,
  server,
}) => {
  const { client, ids, id } = await prepare(server)
  const page = await enter(browser, server, 'Ada Quill')
  await openSourceMode(page, server, id)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-row="0"]')).toBeFocused()
  const keys = new Keyboard(page)
  const links = [...LINKS]
  let seconds = 0
  for (const { keys: wanted } of SCRIPT) {
    const before = keys.pressed.length
    for (const key of wanted) {
      if (key === 'Control+V') await copy(page, links.shift() ?? '')
      await keys.press(key)
    }
    seconds += secondsOf(keys.pressed.slice(before))
  }
  await expect(page.locator('#announcements')).toHaveText(
    'Nothing to check. That was the last sentence.',
  )
  expect(keys.count + LINKS.length * FETCH.keys).toBeLessThanOrEqual(MOST_KEYS)
  expect(seconds).toBeLessThanOrEqual(MOST_SECONDS)

  await saved(page)
  const names = new Map([...ids].map(([title, sourceId]) => [sourceId, title]))
  await expect.poll(async () => (await made(client)).length).toBe(LINKS.length)
  for (const { url, id: sourceId } of await made(client)) names.set(sourceId, url)
  const sentences = await sentencesOf(client, id)
  expect(sentences.map((sentence) => lineOf(sentence, names))).toEqual(
    SCRIPT.map(({ wanted }) => wantedLine(wanted)),
  )
  // Fast is not rigorous: a source alone says that somebody looked, a place in it lets others look.
  for (const { evidence, evidenced, citations, kind } of sentences) {
    expect(evidence).toBe(kind === 'exempt' ? 'exempt' : 'sourced')
    if (kind !== 'exempt') expect(evidenced).toBe(citations.some(({ locator }) => locator))
  }
})

const copy = (page: Page, text: string) =>
  page.evaluate((words) => navigator.clipboard.writeText(words), text)

/** The sources that were made from links. */
async function made(client: Client) {
  const { body } = await client.call<{ sources: { id: string; url: string | null }[] }>(
    'GET',
    '/api/v1/sources?q=source-mode.example',
  )
  return body.sources.flatMap(({ id, url }) => (url ? [{ id, url }] : []))
}
