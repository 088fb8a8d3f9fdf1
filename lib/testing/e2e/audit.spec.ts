import { expect, type Page } from '@playwright/test'
import { ARTICLE } from './article.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle } from './people.ts'
import { test } from './server-test.ts'

const axe = async (page: Page) => expect(await wrongForAxe(page)).toEqual([])

test('an administrator reads the trail in words, finds an act, and sees that it is whole', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  expect((await ada.goto('/audit'))?.status()).toBe(404)
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.getByRole('link', { name: 'Audit' }).click()
  await expect(pia.getByText(/Checked \d+ rows: the trail is whole/)).toBeVisible()
  const row = pia.getByRole('row', { name: /Ada Quill began an article/ }).first()
  await row.getByText('Details').click()
  await expect(row).toContainText('article.created')
  await axe(pia)
  await pia.screenshot({ path: test.info().outputPath('audit.png') })
  await pia.getByLabel('Act', { exact: true }).selectOption({ label: 'Signed in' })
  await pia.getByLabel('Person', { exact: true }).selectOption({ label: 'Ada Quill' })
  await pia.getByRole('button', { name: 'Find' }).click()
  await expect(pia.getByRole('row', { name: /Ada Quill signed in/ })).toHaveCount(1)
  await expect(pia.getByRole('row', { name: /began an article/ })).toHaveCount(0)
  await pia.getByLabel('Words or ids').fill('nobody said this')
  await pia.keyboard.press('Enter')
  await expect(pia.getByRole('heading', { name: 'No act fits' })).toBeVisible()
  await pia.getByRole('link', { name: 'Show all' }).click()
  await expect(row).toBeVisible()
  await expect(pia.getByLabel('Words or ids')).toHaveValue('')
  await expect(pia.getByLabel('Act', { exact: true })).toHaveValue('')
  await pia.setViewportSize({ width: 390, height: 844 })
  await pia.emulateMedia({ colorScheme: 'dark' })
  await axe(pia)
  await pia.screenshot({ path: test.info().outputPath('phone.png') })
  const download = pia.waitForEvent('download')
  await pia.getByRole('link', { name: 'Download to check offline' }).click()
  expect((await download).suggestedFilename()).toBe('audit.zip')
})
