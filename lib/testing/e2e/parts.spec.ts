import { expect, type Page } from '@playwright/test'
import { sentencesOf } from './api.ts'
import { test } from './server-test.ts'
import { open, START } from './sourced-article.ts'
import { caretBefore, select } from './text.ts'

const undo = (page: Page) => page.keyboard.press('Control+z')

test('[EVI10] a claim in a part of a sentence has evidence of its own; the sentence shows the worst', async ({
  browser,
  server,
}) => {
  const { page, client, id, reads } = await open(browser, server)
  await select(page, 'stopped')
  await page.getByRole('button', { name: /Source these words alone/ }).click()
  // What is said of the part says nothing of the rest: the sentence waits for the source of the part.
  await reads(['It rained.', 'It stopped.', 'Nobody came.', 'The ferry left.'])
  await expect(page.getByRole('radio', { name: 'stopped' })).toBeChecked()
  await page.getByRole('button', { name: 'Add S' }).click()
  await page.getByRole('option', { name: /Log/ }).click()
  await reads(START)
  expect((await sentencesOf(client, id))[1]?.annotationIds).toHaveLength(2)
  await page.getByRole('radio', { name: 'The whole sentence' }).check()
  await page.getByLabel('Confidence').selectOption('unconfirmed')
  await expect(page.getByRole('heading', { name: '2 annotations meet here' })).toHaveCount(0)
  // The words of the part change: that alone is told.
  await caretBefore(page, 'stopped')
  await page.keyboard.press('Delete')
  await page.keyboard.type('d')
  await reads(['It rained.', 'It dtopped. · changed', 'Nobody came.', 'The ferry left.'])
  await undo(page)
  await undo(page)
  await reads(START)
})
