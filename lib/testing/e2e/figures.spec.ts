import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { pictureBytes, telephonePicture } from '#lib/testing/pictures.ts'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { approveEach, type Client, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'
import { caretBefore } from './text.ts'

const TEXT = 'It rained.\nThe ferry left.'

async function open(browser: Browser, server: ServerProcess) {
  const page = await enter(browser, server, 'Ada Quill')
  await pasteArticle(page, TEXT)
  const id = page.url().split('/').at(-1) ?? ''
  return { page, id, client: await signedIn(server.url, 'editor@galley.test') }
}

interface TestFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly type?: string
}

/** Pastes or drops files, as a browser gives them to a page. */
async function give(
  target: Locator,
  how: 'paste' | 'drop',
  files: readonly TestFile[],
  words = '',
) {
  const given = files.map(({ name, bytes, type = 'image/png' }) => {
    return { name, type, base64: Buffer.from(bytes).toString('base64') }
  })
  await target.evaluate(
    (element, [event, all, text]) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      if (text) data.setData('text/plain', text)
      const { x, y } = element.getBoundingClientRect()
      const at = { clientX: x + 5, clientY: y + 5, bubbles: true, cancelable: true }
      element.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, ...at }),
      )
    },
    [how, given, words] as const,
  )
}

const panelOf = (page: Page) => page.getByRole('region', { name: /^Picture \d/ })
const figuresOf = (page: Page) => page.locator('.tiptap > figure')
const isLoaded = (image: Locator) =>
  expect
    .poll(() =>
      image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0),
    )
    .toBe(true)

async function describe(page: Page, words: string) {
  await expect(page.getByLabel('Description')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Tab')
}

async function credit(page: Page, name: string) {
  await panelOf(page).getByRole('button', { name: 'Choose a source' }).click()
  await page.getByLabel('Whose picture it is').fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
  await expect(panelOf(page).getByRole('button', { name: 'Change credit' })).toBeFocused()
}

async function axe(page: Page) {
  expect(await wrongForAxe(page)).toEqual([])
}

test('[FIG9] pictures come by paste, by drop and by choice, are described, credited, published and seen without scripts', async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000)
  const { page, id, client } = await open(browser, server)
  await client.call('POST', '/api/v1/sources', {
    kind: 'person',
    title: 'Mira Holt',
    publicName: 'Mira Holt / Harbour Photo',
  })
  const other = await enter(browser, server, 'Ruben Marsh')
  await other.goto(page.url())
  await saved(other)

  await caretBefore(page, 'The ferry')
  await give(page.locator('.tiptap'), 'paste', [{ name: 'a.png', bytes: await telephonePicture() }])
  await describe(page, 'Buckets under a skylight')
  await credit(page, 'Mira Holt')
  await expect(panelOf(page).getByText('readers see: Mira Holt / Harbour Photo')).toBeVisible()
  await expect(panelOf(page).getByRole('list', { name: /published/ })).toBeHidden()
  await axe(page)

  const seen = figuresOf(other).first().getByRole('img', { name: 'Buckets under a skylight' })
  await isLoaded(seen)

  await give(page.locator('.tiptap > p').first(), 'drop', [
    { name: 'b.txt', type: 'text/plain', bytes: await pictureBytes('webp', { red: 20 }) },
    { name: 'c.png', bytes: new TextEncoder().encode('<svg onload="alert(1)"/>') },
  ])
  await expect(page.getByRole('alert').filter({ hasText: 'c.png: This is an SVG' })).toBeVisible()
  await expect(figuresOf(page)).toHaveCount(2)
  await describe(page, 'The ferry at noon')
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await caretBefore(page, 'The ferry left')
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('toolbar', { name: 'Format' })
    .getByRole('button', { name: 'Picture' })
    .click()
  const png = await pictureBytes('png', { width: 1500, height: 700, red: 120 })
  await (await chooser).setFiles({ name: 'd.png', mimeType: 'image/png', buffer: Buffer.from(png) })
  await describe(page, 'A map of the quay')
  await expect(figuresOf(page)).toHaveCount(3)
  await expect(figuresOf(page).getByRole('img')).toHaveCount(3)
  for (const image of await figuresOf(page).getByRole('img').all()) await isLoaded(image)
  await saved(page)

  const described = await client.call<{ blockers: { kind: string; figure?: number }[] }>(
    'GET',
    `/api/v1/articles/${id}`,
  )
  expect(
    described.body.blockers.filter(({ figure }) => figure !== undefined).map(({ kind }) => kind),
  ).toEqual(['figureWithoutCredit', 'figureWithoutCredit'])
  for (const left of [2, 1]) {
    await page.getByRole('button', { name: /to clear$/ }).click()
    await expect(
      page.getByRole('dialog').getByRole('button', { name: /^Picture: add a credit/ }),
    ).toHaveCount(left)
    if (left === 2) await axe(page)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Picture: add a credit/ })
      .first()
      .click()
    await expect(page.getByLabel('Description')).toBeFocused()
    await credit(page, 'Mira Holt')
  }
  await saved(page)

  await publish(client, server, id)
  const reader = await browser.newPage({ javaScriptEnabled: false })
  const { body } = await client.call<{ slug: string }>('GET', `/api/v1/articles/${id}`)
  await reader.goto(`${server.url}/read/${body.slug}`)
  const images = reader.locator('figure img')
  await expect(images).toHaveCount(3)
  for (const image of await images.all()) {
    await image.scrollIntoViewIfNeeded()
    await isLoaded(image)
    expect(await image.getAttribute('width')).toMatch(/^\d+$/)
  }
  await expect(reader.getByRole('figure').first()).toContainText(
    'Picture: Mira Holt / Harbour Photo',
  )
  expect(await reader.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('[FIG9] two people who describe and credit a picture at once keep both; what is written on it replaces nothing', async ({
  browser,
  server,
}) => {
  const { page, client } = await open(browser, server)
  await client.call('POST', '/api/v1/sources', { kind: 'person', title: 'Lena Vos' })
  const other = await enter(browser, server, 'Ruben Marsh')
  await other.goto(page.url())
  await saved(other)
  await caretBefore(page, 'The ferry')
  await give(page.locator('.tiptap'), 'paste', [
    { name: 'a.png', bytes: await pictureBytes('gif') },
  ])
  await expect(page.getByLabel('Description')).toBeFocused()
  await figuresOf(other).first().click()
  await page.context().setOffline(true)
  await page.keyboard.type('A quay in the rain')
  await page.keyboard.press('Tab')
  await credit(other, 'Lena Vos')
  await saved(other)
  await page.context().setOffline(false)
  for (const each of [page, other]) {
    await saved(each)
    await figuresOf(each).first().click()
    await expect(panelOf(each).getByLabel('Description')).toHaveValue('A quay in the rain')
    await expect(panelOf(each).getByText('Lena Vos')).toBeVisible()
  }

  await page.locator('.tiptap').focus()
  await page.keyboard.type('Behind it')
  await expect(figuresOf(page)).toHaveCount(1)
  await expect(page.locator('.tiptap > figure + p')).toHaveText('Behind it')
})

test('[FIG9] without a connection nothing is lost: the picture waits, says so, and is sent when the server is back', async ({
  browser,
  server,
}) => {
  const { page } = await open(browser, server)
  await page.context().setOffline(true)
  await give(page.locator('.tiptap'), 'paste', [{ name: 'a.png', bytes: await pictureBytes() }])
  await expect(panelOf(page).getByText(/^No connection\./)).toBeVisible()
  await expect(figuresOf(page).first()).toHaveAttribute('data-upload', 'Waits for the connection')
  await page.keyboard.type('A quay')
  await page.context().setOffline(false)
  await isLoaded(figuresOf(page).first().getByRole('img'))
  await expect(panelOf(page).getByLabel('Description')).toHaveValue('A quay')
  await saved(page)

  // What the server refuses stays a figure, with a way out.
  const half = (await pictureBytes('png', { red: 3 })).subarray(0, 3000)
  await give(page.locator('.tiptap'), 'paste', [{ name: 'half.png', bytes: half }])
  await expect(panelOf(page).getByRole('alert')).toContainText('damaged or not whole')
  await panelOf(page).getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(figuresOf(page)).toHaveCount(1)
  await expect(page.locator('.tiptap > [data-role=caption]')).toHaveCount(1)

  // Words with a picture of them, as word processors copy them, are words.
  await give(
    page.locator('.tiptap'),
    'paste',
    [{ name: 'w.png', bytes: await pictureBytes() }],
    'Only words',
  )
  await expect(page.locator('.tiptap')).toContainText('Only words')
  await expect(figuresOf(page)).toHaveCount(1)
})

async function publish(client: Client, server: ServerProcess, id: string) {
  const { body: source } = await client.call<{ id: string }>('POST', '/api/v1/sources', {
    kind: 'dataset',
    title: 'Log',
  })
  const citations = [{ sourceId: source.id, relation: 'supports' }]
  const evidence = { kind: 'fact', confidence: 'likely', citations }
  const items = (await sentencesOf(client, id)).map(({ index, fingerprint }) => ({
    index,
    fingerprint,
    ...evidence,
  }))
  await client.call('PUT', `/api/v1/articles/${id}/annotations`, items)
  const reviewer = await signedIn(server.url, 'reviewer@galley.test')
  expect(await approveEach(reviewer, id)).toEqual([])
  const publisher = await signedIn(server.url, 'publisher@galley.test')
  const made = await publisher.call('POST', `/api/v1/articles/${id}/versions`, {
    change: 'first',
    note: 'Urgent.',
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
}
