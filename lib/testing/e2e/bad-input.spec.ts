import { expect } from '@playwright/test'
import { type Client, sentencesOf, signedIn } from './api.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'
import { join } from './typist.ts'

const HOSTILE = `<h1>Rain <script>alert(1)</script>on pier 9</h1>
<p>It <b>rained</b> <a href="javascript:alert(1)">here</a> and <a href="https://example.org/a">there</a>.<img src=x onerror="alert(1)"></p>
<p onclick="alert(1)" style="display:none">Hidden.</p><table><tr><td>one</td><td>two</td></tr></table>`

test('what comes in is cleaned: nothing runs, nothing is lost', async ({ browser, server }) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const id = await create(editor, { html: HOSTILE })
  const texts = (await sentencesOf(editor, id)).map(({ text }) => text)
  expect(texts).toEqual(['Rain on pier 9', 'It rained here and there.', 'one two'])
  const page = await enter(browser, server, 'Ada Quill')
  page.on('dialog', () => expect.soft('a dialog', 'a script ran').toBe('none'))
  await page.goto(`/articles/${id}`)
  await saved(page)
  const links = await page
    .locator('.tiptap a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  expect(links).toEqual(['https://example.org/a'])

  await page.locator('.tiptap p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' שלום עולם. 👩‍👩‍👧 ends here')
  await saved(page)
  const after = (await sentencesOf(editor, id)).map(({ text }) => text)
  expect(after.join(' ')).toContain('👩‍👩‍👧 ends here')
})

test('a client that writes what no editor would: nothing runs, in the newsroom or for readers', async ({
  browser,
  server,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const id = await create(editor, { text: 'It rained.' })
  const client = await join(server, editor, id)
  const text = client.doc.getText('text')
  text.insert(text.length, ' Look here.', {
    link: 'javascript:alert(1)',
    'annotation:x': '<img src=x>',
  })
  client.doc.getMap('annotations').set('x', '<script>alert(1)</script>')
  client.type('</p><script>alert(1)</script>')
  await expect.poll(() => client.acknowledged.size).toBe(1)
  const page = await enter(browser, server, 'Ada Quill')
  page.on('dialog', () => expect.soft('a dialog', 'a script ran').toBe('none'))
  await page.goto(`/articles/${id}`)
  await saved(page)
  await expect(page.locator('.tiptap')).toContainText('<script>')
  await expect(
    page.locator('.tiptap a, .tiptap script, .tiptap img:not(.ProseMirror-separator)'),
  ).toHaveCount(0)
  client.leave()
})

const ODD: readonly (readonly [string, string, readonly string[]])[] = [
  ['no text', '', []],
  ['white space', ' \n\t \u00A0\n', []],
  ['one word', 'Rain', ['Rain']],
  ['no end mark', 'It rained on\nthe pier', ['It rained on', 'the pier']],
  ['emoji', '🌧️🌧️', ['🌧️🌧️']],
  ['right to left', 'ירד גשם. הרציף נסגר.', ['ירד גשם.', 'הרציף נסגר.']],
  ['NUL and half a pair', 'It\u0000 rained\uD83D.', ['It rained\uFFFD.']],
  [
    'line ends of all kinds',
    'One.\r\nTwo.\rThree.\u2028Four.',
    ['One.', 'Two.', 'Three.', 'Four.'],
  ],
]

test('odd texts make articles that can be read and gone on with', async ({ server }) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  for (const [name, text, expected] of ODD) {
    const id = await create(editor, { text })
    const texts = (await sentencesOf(editor, id)).map((sentence) => sentence.text)
    expect(texts, name).toEqual(expected)
  }
})

test('two people who add one source at once get one; a withdrawn one cannot be cited any more', async ({
  server,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const source = {
    kind: 'webPage',
    title: 'Harbour log',
    url: 'https://www.example.org/log?utm_source=mail',
  }
  const again = { ...source, title: 'The log', url: 'https://example.org/log/' }
  const made = await Promise.all([
    editor.call<{ id: string }>('POST', '/api/v1/sources', source),
    editor.call<{ id: string }>('POST', '/api/v1/sources', again),
  ])
  expect(made.map(({ status }) => status).sort()).toEqual([200, 201])
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
  const sourceId = made[0].body.id
  await editor.call('PATCH', `/api/v1/sources/${sourceId}`, { retired: true, reason: 'Forged.' })
  const id = await create(editor, { text: 'It rained.' })
  const [sentence] = await sentencesOf(editor, id)
  const item = {
    index: 0,
    fingerprint: sentence?.fingerprint,
    kind: 'fact',
    citations: [{ sourceId }],
  }
  const put = await editor.call<{ results: { message: string }[] }>(
    'PUT',
    `/api/v1/articles/${id}/annotations`,
    [item],
  )
  expect(put.status).toBe(422)
  expect(put.body.results[0]?.message).toContain('has been withdrawn')
  const link = { kind: 'webPage', title: 'x', url: 'javascript:alert(1)' }
  expect((await editor.call('POST', '/api/v1/sources', link)).status).toBe(422)
})

test('files that are not what they say are refused in words, and nothing that was typed is lost', async ({
  browser,
  server,
}) => {
  const page = await enter(browser, server, 'Ada Quill')
  await page.getByRole('button', { name: /New article/ }).click()
  await page.getByLabel(/Headline/).fill('Kept')
  const file = page.locator('input[type=file]')
  await file.setInputFiles({
    name: 'story.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]),
  })
  await expect(page.getByRole('dialog').getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel(/Headline/)).toHaveValue('Kept')
  await file.setInputFiles({
    name: 'story.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# Rain\n\nIt *rained*.'),
  })
  await page.getByRole('button', { name: /^Create/ }).click()
  await saved(page)
  await expect(page.locator('.tiptap')).toContainText('It rained.')
})

async function create(client: Client, body: object): Promise<string> {
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', body)
  expect(made.status).toBe(201)
  return made.body.id
}
