import { expect, type Page } from '@playwright/test'
import { signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter } from './people.ts'
import { test } from './server-test.ts'

const axe = async (page: Page) => expect(await wrongForAxe(page)).toEqual([])

test('an administrator sees what a rule would do, saves it, and is told of what another changed', async ({
  browser,
  server,
}) => {
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.getByRole('link', { name: 'Rules' }).click()
  await expect(pia.getByLabel('Rule 1: kind')).toHaveValue('allegation')
  await pia.getByRole('button', { name: 'Add a rule' }).click()
  await pia.getByLabel('Rule 2: kind').selectOption('quote')
  await pia.getByLabel('Rule 2: section').fill('Courts')
  await pia.getByRole('button', { name: 'What would change?' }).click()
  await expect(pia.getByText(/open article/)).toBeVisible()
  await axe(pia)
  await pia.screenshot({ path: test.info().outputPath('rules.png') })
  const admin = await signedIn(server.url, 'publisher@galley.test')
  const other = { everywhere: 3, rules: [] }
  await admin.call('PUT', '/api/v1/policy', { version: 0, approvers: other })
  await pia.getByRole('button', { name: 'Save' }).click()
  await expect(pia.getByText('They say: every sentence: 3')).toBeVisible()
  await pia.setViewportSize({ width: 390, height: 844 })
  await pia.emulateMedia({ colorScheme: 'dark' })
  await axe(pia)
  await pia.screenshot({ path: test.info().outputPath('phone.png') })
  // What it would do now is another thing.
  await expect(pia.getByText(/open article/)).toHaveCount(0)
  await pia.getByRole('button', { name: 'Save' }).click()
  await expect(pia.getByText('Saved. The rules hold from now on.')).toBeAttached()
  await expect(pia.getByText('They say')).toHaveCount(0)
  const now = await admin.call('GET', '/api/v1/policy')
  expect(now.body).toMatchObject({
    version: 2,
    approvers: { everywhere: 1, rules: [{}, { kind: 'quote', section: 'Courts', approvers: 2 }] },
  })
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/rules`)
  await expect(ada.getByRole('heading', { level: 1 })).not.toHaveText('Rules')
})
