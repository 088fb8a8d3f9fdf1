import { expect, type Page } from '@playwright/test'
import { sentencesOf, signedIn } from './api.ts'
import { ARTICLE } from './article.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle } from './people.ts'
import { test } from './server-test.ts'

test.use({ shared: false })

const axe = async (page: Page) => expect(await wrongForAxe(page)).toEqual([])

const picture = (page: Page, name: string) =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('whom something concerns is told within seconds, and is led to the words', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto('/notices')
  await expect(ada.getByRole('heading', { name: 'Nothing has come yet' })).toBeVisible()
  await axe(ada)
  await ada.goto('/')
  await pasteArticle(ada, ARTICLE)
  const id = /articles\/([^/?]+)/.exec(ada.url())?.[1] ?? ''
  const reviewer = await signedIn(server.url, 'reviewer@galley.test')
  const [, , third] = await sentencesOf(reviewer, id)
  if (!third) throw new Error('The article has no third sentence')
  const { index, fingerprint, text } = third
  const decisions = [{ index, fingerprint, verdict: 'query', note: 'Who says that?' }]
  const asked = await reviewer.call('POST', `/api/v1/articles/${id}/decisions`, decisions)
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)

  // In the article itself, without a reload.
  const bell = ada.getByRole('link', { name: 'Notices, 1 unread' })
  await expect(bell).toBeVisible()
  await picture(ada, 'article')
  await bell.click()
  const line = ada.getByRole('listitem').filter({ hasText: 'queried a sentence of yours' })
  await expect(line).toContainText('Who says that?')
  await expect(line).toContainText(text.slice(0, 40))
  await axe(ada)
  await picture(ada, 'notices')
  await ada.emulateMedia({ colorScheme: 'dark' })
  await ada.setViewportSize({ width: 390, height: 844 })
  await axe(ada)
  await picture(ada, 'phone')
  await ada.emulateMedia({ colorScheme: 'light' })
  await ada.setViewportSize({ width: 1440, height: 900 })

  await line.getByRole('link').press('Enter')
  await ada.waitForURL(/annotation=/)
  await expect(ada.getByText('Who says that?').first()).toBeVisible()
  await picture(ada, 'arrived')
  await ada.goto('/notices')
  await expect(ada.getByRole('link', { name: 'Notices', exact: true })).toBeVisible()
  await ada.getByRole('link', { name: 'Unread' }).click()
  await expect(ada.getByRole('heading', { name: 'Nothing of that kind' })).toBeVisible()
})

test('everybody chooses what they are told of, and marks all as read', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  const id = /articles\/([^/?]+)/.exec(ada.url())?.[1] ?? ''
  const reviewer = await signedIn(server.url, 'reviewer@galley.test')
  const words = (await sentencesOf(reviewer, id))[0]
  const place = { blockIndex: 0, from: 0, to: words?.to ?? 1, quote: words?.text ?? '' }
  for (const text of ['@Ada Quill look at this.', '@Ada Quill and at this.']) {
    const said = await reviewer.call('POST', `/api/v1/articles/${id}/threads`, { ...place, text })
    expect(said.status, JSON.stringify(said.body)).toBe(201)
  }
  // They are told by the trail, a moment later; the list is as it was when it was opened.
  const unread = async () => {
    const answer = await ada.request.get('/api/v1/notices/unread')
    return ((await answer.json()) as { count: number }).count
  }
  await expect.poll(unread).toBe(2)
  await ada.goto('/notices')
  await expect(ada.getByRole('button', { name: /^Mark as read:/ })).toHaveCount(2)
  await ada
    .getByRole('button', { name: /^Mark as read:/ })
    .first()
    .click()
  await expect(ada.getByRole('button', { name: /^Mark as read:/ })).toHaveCount(1)
  await ada.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(ada.getByRole('link', { name: 'Notices', exact: true })).toBeVisible()

  const last = ada.getByRole('listitem').filter({ hasText: 'look at this' }).getByRole('link')
  await last.click()
  await ada.waitForURL(/thread=/)
  await expect(ada.getByText('look at this.').first()).toBeVisible()
  await ada.goto('/account')
  const mentions = ada.getByLabel('Somebody mentions me in a comment', { exact: true })
  await mentions.uncheck()
  await expect(ada.locator('[role=status]').filter({ hasText: 'Saved.' })).toHaveCount(1)
  await axe(ada)
  await picture(ada, 'choices')
  await ada.goto('/notices')
  await expect(ada.getByRole('heading', { name: 'Nothing has come yet' })).toBeVisible()

  // Without a connection the number stays, and a change says that it was not saved.
  await ada.goto('/account')
  await ada.context().setOffline(true)
  await mentions.click()
  await expect(ada.getByRole('alert').filter({ hasText: 'not reached' })).toBeVisible()
  await expect(mentions).not.toBeChecked()
})
