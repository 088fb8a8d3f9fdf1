import { expect, type Page } from '@playwright/test'
import { importDocx } from '#lib/domain/drafts/import-docx.ts'
import { wordsIn } from '#lib/domain/drafts/note-form.ts'
import { planEvidence } from '#lib/domain/drafts/plan-evidence.ts'
import { docxOf, draftFile, p, r } from '#lib/testing/docx-builder.ts'
import { signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { approveShown, enter, mode, saved, sendToReview } from './people.ts'
import { test } from './server-test.ts'

test('an annotated document is brought to the desk, and says what came in', async ({
  browser,
  server,
}) => {
  const page = await enter(browser, server, 'Ada Quill')
  await page.getByRole('button', { name: /New article/ }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'ferry.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(draftFile('ferry-libreoffice.docx')),
  })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('ferry.docx')).toBeVisible()
  await expect(dialog.getByLabel('Tracked changes')).toHaveValue('accept')
  await dialog.getByRole('button', { name: 'Create article' }).click()
  await expect(dialog.getByRole('heading', { name: 'What came in' })).toBeVisible()
  await expect(dialog).toContainText('3 footnotes, 1 endnote: now evidence')
  await expect(dialog).toContainText('1 comment: now an internal note')
  await expect(dialog).toContainText('on 5 sentences')
  await expect(dialog).toContainText('3 new sources')
  await expect(dialog).toContainText('2 tracked changes, accepted')
  await expect(dialog).toContainText('1 table')
  expect(await wrongForAxe(page, { part: '[role=dialog]' })).toEqual([])
  await dialog.getByRole('button', { name: 'Open the article' }).click()
  await saved(page)
  await expect(page.locator('.tiptap')).toContainText('The ferry Maren carried 41,000 people')
  await page.locator('.tiptap').getByText('carried 41,000 people').click()
  await expect(page.getByRole('complementary')).toContainText('Passenger count of the Port of Tarn')
})

test('what is no document is refused before it is sent', async ({ browser, server }) => {
  const page = await enter(browser, server, 'Ada Quill')
  await page.getByRole('button', { name: /New article/ }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ferry.docx', mimeType: '', buffer: Buffer.from('It rained.') })
  await expect(page.getByRole('alert').filter({ hasText: 'ferry.docx' })).toContainText(
    'holds no document',
  )
})

test('[IMP10, FMT13] a document in, published, a document out, by what people do on the screen alone: the footnotes are equal', async ({
  browser,
  server,
}) => {
  const given = draftFile('ferry-libreoffice.docx')
  const ada = await enter(browser, server, 'Ada Quill')
  await bringIn(ada, given)
  const cited = await sayWhatIsMissing(ada)
  expect(cited).toEqual(notesIn(given).map(([sentence]) => sentence))
  await sendToReview(ada)

  const ruben = await enter(browser, server, 'Ruben Marsh')
  await ruben.goto(ada.url())
  await saved(ruben)
  await mode(ruben, 'Review')
  for (let left = SENTENCES; left > 0; left--) await approveShown(ruben, left)
  await expect(ruben.getByRole('contentinfo')).toContainText(`${SENTENCES} approved`)

  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto(ada.url())
  await saved(pia)
  await pia.getByRole('button', { name: /^Publish/ }).click()
  await pia.getByRole('button', { name: 'Publish version 1' }).click()
  const done = pia.getByRole('dialog', { name: 'Version 1 is published' })
  const address = await done.getByRole('link', { name: /read/ }).getAttribute('href')

  const answer = await fetch(new URL(`${address}/docx`, server.url))
  expect(answer.headers.get('content-type')).toContain('wordprocessingml')
  expect(answer.headers.get('content-disposition')).toMatch(/filename="?[\w-]+\.docx/)
  expect(notesIn(new Uint8Array(await answer.arrayBuffer()))).toEqual(notesIn(given))
})

/** Of the ferry, with headings and rows of its table. */
const SENTENCES = 14

async function bringIn(page: Page, document: Uint8Array) {
  await page.getByRole('button', { name: /New article/ }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ferry.docx', mimeType: '', buffer: Buffer.from(document) })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create article' }).click()
  await dialog.getByRole('button', { name: 'Open the article' }).click()
  await saved(page)
}

/** How sure one is of what came in with a footnote, and that the rest needs none. The sentences with evidence. */
async function sayWhatIsMissing(page: Page): Promise<readonly string[]> {
  const cited: string[] = []
  await mode(page, 'Source')
  for (let index = 0; index < SENTENCES; index++) {
    const row = page.getByRole('row').nth(index)
    await row.focus()
    if ((await row.innerText()).includes('none yet')) {
      await page.keyboard.press('x')
    } else {
      // Keys that are offered stand in lines of their own.
      const [words = ''] = (await row.locator('.source-text').innerText()).split('\n')
      cited.push(words.trim())
      await page.keyboard.press('c')
      await page.keyboard.press('1')
      await expect(row).toContainText('Confirmed')
    }
  }
  await expect(page.getByText(`${SENTENCES} of ${SENTENCES} tagged`)).toBeVisible()
  await saved(page)
  await mode(page, 'Write')
  return cited
}

test('a hostile document and a long one leave the desk as quick as it was', async ({ server }) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const bomb = docxOf({ more: { 'word/document.xml': new Uint8Array(100 * 1024 * 1024) } })
  const refused = await editor.call('POST', '/api/v1/articles', bomb)
  expect([refused.status, refused.type]).toEqual([422, expect.stringContaining('problem+json')])
  expect((await editor.call('POST', '/api/v1/articles?changes=perhaps', bomb)).status).toBe(422)

  // More than one article may weigh, which is known when all of it is read. Nothing is stored of it: the embedded
  // database works on the thread of the server, and would be what is measured.
  const words = 'The harbour office counted the boats and wrote their names into a book. '
  const long = docxOf({ body: p(r(words.repeat(22))).repeat(6_000) })
  const began = performance.now()
  let slowest = 0
  let isRead = false
  const read = editor.call('POST', '/api/v1/articles', long).finally(() => {
    isRead = true
  })
  while (!isRead) {
    const started = performance.now()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - started)
  }
  expect((await read).status).toBe(422)
  // A server that reads on its own thread answers once: when it is done.
  expect(slowest / (performance.now() - began)).toBeLessThan(0.5)
})

/** Of each sentence the words of its footnotes and endnotes; a document says the address of a source in one form. */
function notesIn(bytes: Uint8Array) {
  const draft = importDocx(bytes, 'accept', () => '')
  if (!draft.ok) throw new Error(draft.failure.message)
  const { blocks, notes } = draft.value
  return notes
    .filter(({ kind }) => kind !== 'comment')
    .map((note) => {
      const [annotation] = planEvidence(blocks, [note], 'en', () => '').annotations
      return [annotation?.sentence?.text, wordsIn(note.runs).replace(/\?utm_source=mail$/, '')]
    })
}
