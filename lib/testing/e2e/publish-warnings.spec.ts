import { type Browser, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { type ApiSentence, approveEach, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'

const REASON = 'She was there, and gave us the duty book of that night.'

const axe = async (page: Page) => expect(await wrongForAxe(page)).toEqual([])

/** In the light, in the dark, and on a telephone. */
async function look(page: Page, name: string): Promise<void> {
  const shot = (as: string) =>
    page.screenshot({ path: test.info().outputPath(`${name}${as}.png`), animations: 'disabled' })
  await axe(page)
  await shot('')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await axe(page)
  await shot('-dark')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'light' })
  await axe(page)
  await shot('-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** An allegation that one source supports, and a rumour; approved but for the last sentence. */
async function warned(server: ServerProcess) {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const made = await editor.call<{ id: string; slug: string }>('POST', '/api/v1/articles', {
    text: 'The warden slept. The dam may have been open. Nobody was hurt.',
  })
  const path = `/api/v1/articles/${made.body.id}`
  const source = await editor.call<{ id: string }>('POST', '/api/v1/sources', {
    ...{ kind: 'person', title: 'Cook of the dam', publicName: 'the cook' },
  })
  const locator = { label: 'timestamp', value: '1:20' }
  const citations = [{ sourceId: source.body.id, locator }]
  const items = async (of: (sentence: ApiSentence) => object | null) =>
    (await sentencesOf(editor, made.body.id)).flatMap((sentence) => {
      const { index, fingerprint } = sentence
      const said = of(sentence)
      return said ? [{ index, fingerprint, ...said }] : []
    })
  const kinds = [
    { kind: 'allegation', confidence: 'likely', citations },
    { kind: 'fact', confidence: 'unconfirmed', citations },
    { kind: 'opinion', confidence: 'confirmed' },
  ]
  await editor.call('PUT', `${path}/annotations`, await items(({ index }) => kinds[index] ?? null))
  const approve = async (email: string, of: (sentence: ApiSentence) => boolean) => {
    const reviewer = await signedIn(server.url, email)
    expect(await approveEach(reviewer, made.body.id, of)).toEqual([])
  }
  await approve('reviewer@galley.test', ({ index }) => index < 2)
  await approve('second@galley.test', ({ index }) => index < 1)
  const approveLast = () => approve('reviewer@galley.test', ({ index }) => index === 2)
  return { id: made.body.id, slug: made.body.slug, path, approveLast }
}

async function openDialog(browser: Browser, server: ServerProcess, id: string) {
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto(`/articles/${id}`)
  await saved(pia)
  await pia.getByRole('button', { name: /^Publish…/ }).click()
  return { pia, dialog: pia.getByRole('dialog') }
}

test('[GAT8] a version goes out with what the gate warns of, and the reasons stand on its page', async ({
  browser,
  server,
}) => {
  const { id, slug, path, approveLast } = await warned(server)
  await approveLast()
  const publisher = await signedIn(server.url, 'publisher@galley.test')
  const bare = await publisher.call('POST', `${path}/versions`, { change: 'first', note: 'Now.' })
  expect([bare.status, bare.body]).toMatchObject([
    422,
    { blockers: [], warnings: [{ kind: 'singleSource' }, { kind: 'lowConfidence' }] },
  ])
  const { warnings } = bare.body as { warnings: { kind: string; fingerprint: string }[] }
  const blank = warnings.map(({ kind, fingerprint }) => {
    return { kind, fingerprints: [fingerprint], reason: ' \n' }
  })
  const hollow = { change: 'first', note: 'Now.', reasons: blank }
  expect((await publisher.call('POST', `${path}/versions`, hollow)).status).toBe(422)
  const { pia, dialog } = await openDialog(browser, server, id)
  const publish = dialog.getByRole('button', { name: 'Publish version 1', exact: true })
  await expect(dialog.getByText('2 warnings', { exact: false }).first()).toBeVisible()
  await dialog.getByLabel('Reason, for readers').fill('Late.')
  await expect(publish).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel('Why one source is enough').fill(REASON)
  await look(pia, 'warnings')
  await expect(dialog.getByText('1 warning needs a reason.')).toBeVisible()
  await dialog.getByLabel('Why publish what is unconfirmed').fill('The town talks of nothing else.')
  await publish.click()
  await expect(dialog.getByRole('link', { name: /read/i }).first()).toBeVisible()
  const reader = await pia.context().newPage()
  await reader.goto(`${server.url}/read/${slug}`)
  const said = 'was published with one independent source for an allegation'
  await expect(reader.getByText(said).first()).toContainText(REASON)
  await pia.goto(`/articles/${id}/versions`)
  const line = pia.getByRole('listitem', { name: 'Version 1' })
  await expect(line).toContainText(`${said}: ${REASON}`)
  await expect(line).toContainText('was published as unconfirmed: The town talks of nothing else.')
  await look(pia, 'versions')
  await pia.goto('/audit')
  await expect(
    pia.getByText('published a version in spite of 2 things, with reasons'),
  ).toBeVisible()
})

test('the way back to the publish dialog counts what is left, and brings back what was written', async ({
  browser,
  server,
}) => {
  const { id, path, approveLast } = await warned(server)
  const publisher = await signedIn(server.url, 'publisher@galley.test')
  const flagged = { legalRead: true, note: 'The warden.' }
  await publisher.call('PATCH', `${path}/plan`, flagged)
  const { pia, dialog } = await openDialog(browser, server, id)
  await dialog.getByLabel('Why one source is enough').fill(REASON)
  await dialog.getByRole('button', { name: /^Sentence 3: approve/ }).press('Enter')
  await expect(dialog).toHaveCount(0)
  const back = pia.getByRole('button', { name: /^Back to publish/ })
  await expect(back).toHaveText(/\(3 left\)/)
  await expect(pia.locator('.tiptap')).toBeFocused()
  await look(pia, 'back')
  await approveLast()
  await expect(back).toHaveText(/\(2 left\)/)
  await back.press('Enter')
  await expect(dialog.getByLabel('Why one source is enough')).toHaveValue(REASON)
  await expect(back).toHaveCount(0)
  await dialog.getByRole('button', { name: /It is flagged for a legal read/ }).press('Enter')
  await expect(pia.getByRole('menuitem', { name: /legal read/i }).first()).toBeVisible()
  await pia.screenshot({ path: test.info().outputPath('state.png') })
  await pia.keyboard.press('Escape')
  await expect(back).toHaveText(/\(2 left\)/)
  await back.click()
  await dialog.getByRole('button', { name: 'Keep the draft' }).click()
  await expect(back).toHaveCount(0)
})
