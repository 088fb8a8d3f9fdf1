import { expect, type Page } from '@playwright/test'
import { sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'

const axe = async (page: Page) => expect(await wrongForAxe(page)).toEqual([])

/** An article of which one sentence is not approved. */
async function almostReady(url: string): Promise<{ readonly id: string; readonly slug: string }> {
  const editor = await signedIn(url, 'editor@galley.test')
  const text = 'The ferry left late. It was full.'
  const made = await editor.call<{ id: string; slug: string }>('POST', '/api/v1/articles', { text })
  const { id, slug } = made.body
  const items = async (more: object) =>
    (await sentencesOf(editor, id)).map(({ index, fingerprint }) => ({
      ...{ index, fingerprint, ...more },
    }))
  const said = await items({ kind: 'opinion', confidence: 'confirmed' })
  await editor.call('PUT', `/api/v1/articles/${id}/annotations`, said)
  const reviewer = await signedIn(url, 'reviewer@galley.test')
  const approvals = await items({ verdict: 'approve' })
  await reviewer.call('POST', `/api/v1/articles/${id}/decisions`, approvals.slice(0, 1))
  return { id, slug }
}

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

async function publishAsChief(page: Page, id: string, reason: string): Promise<void> {
  await page.goto(`/articles/${id}`)
  await saved(page)
  await page.getByRole('button', { name: /to clear/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Publish all the same, as chief').click()
  await dialog.getByLabel('Why, for sentence 2').fill(reason)
  await dialog.getByLabel('Reason, for readers').fill('Late.')
  await look(page, 'override')
  await dialog.getByRole('button', { name: 'Publish version 1', exact: true }).click()
  await expect(dialog.getByRole('link', { name: /read/i }).first()).toBeVisible()
}

test('[GAT6] a chief publishes in spite of what is in the way, sees the versions of an article and takes one down', async ({
  browser,
  server,
}) => {
  const { id, slug } = await almostReady(server.url)
  const pia = await enter(browser, server, 'Pia Lindholm')
  const reason = 'The harbour master told me so himself.'
  await publishAsChief(pia, id, reason)
  const reader = await pia.context().newPage()
  await reader.goto(`${server.url}/read/${slug}`)
  await expect(reader.getByText(reason).first()).toBeVisible()
  await reader.screenshot({ path: test.info().outputPath('read.png'), fullPage: true })
  await pia.goto(`/articles/${id}/versions`)
  const line = pia.getByRole('listitem', { name: 'Version 1' })
  await expect(line).toContainText('signed')
  await expect(line).toContainText(`without a reviewer’s approval: ${reason}`)
  await axe(pia)
  await pia.screenshot({ path: test.info().outputPath('versions.png') })
  await line.getByRole('button', { name: 'Take down…' }).click()
  const dialog = pia.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('A court said so.')
  await dialog.getByLabel(`Type ${slug} to confirm`).fill(slug)
  await axe(pia)
  await pia.screenshot({ path: test.info().outputPath('take-down.png') })
  await dialog.getByRole('button', { name: 'Take it down' }).click()
  await expect(line).toContainText('Taken down by Pia Lindholm')
  await expect(line.getByRole('link', { name: 'Download' })).toHaveCount(0)
  await pia.setViewportSize({ width: 390, height: 844 })
  await pia.emulateMedia({ colorScheme: 'dark' })
  await axe(pia)
  await pia.screenshot({ path: test.info().outputPath('phone.png') })
  const gone = await fetch(`${server.url}/read/${slug}/v/1`)
  expect(gone.status).toBe(410)
})
