import { expect, type Page } from '@playwright/test'
import { sentencesOf, signedIn } from './api.ts'
import { ARTICLE } from './article.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'

const articleOf = (page: Page) => /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ''

test('an article is archived on the desk, says so to everybody, and is taken back', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  const address = ada.url()
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.getByRole('button', { name: /^More: On 4 March/ }).click()
  await pia.getByRole('menuitem', { name: 'Archive' }).click()
  const dialog = pia.getByRole('dialog', { name: 'Archive' })
  await expect(dialog).toContainText('Nothing of it has been published.')
  await dialog.getByLabel('Note').fill('Overtaken by events.')
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await expect(pia.getByRole('link', { name: /^On 4 March/ })).toHaveCount(0)
  await pia.getByRole('link', { name: /^Archived 1/ }).click()
  await expect(pia.getByRole('row', { name: /^On 4 March/ })).toContainText(
    /Archived by Pia Lindholm.*Overtaken by events\./,
  )
  expect(await wrongForAxe(pia)).toEqual([])

  // It reaches the tab that has it open, and whoever comes later.
  const note = ada.getByRole('region', { name: 'Archived' })
  await expect(note).toContainText(/Archived by Pia Lindholm.*Overtaken by events\./)
  await expect(ada.locator('.tiptap')).toHaveAttribute('contenteditable', 'false')
  expect(await wrongForAxe(ada)).toEqual([])
  await ada.goto(address)
  await note.getByRole('button', { name: 'Take back' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(note).toHaveCount(0)
  await expect(ada.locator('.tiptap')).toHaveAttribute('contenteditable', 'true')
  await ada.locator('.tiptap').click()
  await ada.keyboard.type('On with it. ')
  await saved(ada)
})

test('for an administrator nothing is gone: evidence, sources, archived articles, with who and when', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  const id = articleOf(ada)
  const editor = await signedIn(server.url, 'editor@galley.test')
  const publisher = await signedIn(server.url, 'publisher@galley.test')
  const made = await editor.call<{ id: string }>('POST', '/api/v1/sources', {
    ...{ kind: 'document', title: 'The lease', publicName: 'A lease', terms: 'onRecord' },
  })
  const [first] = await sentencesOf(editor, id)
  await editor.call('PUT', `/api/v1/articles/${id}/annotations`, [
    {
      ...{ index: 0, fingerprint: first?.fingerprint, kind: 'fact', note: 'Seen by Ada.' },
      citations: [{ sourceId: made.body.id, relation: 'supports' }],
    },
  ])
  const [sourced] = await sentencesOf(editor, id)
  const annotation = `/api/v1/articles/${id}/annotations/${sourced?.annotationIds[0]}`
  expect((await editor.call('DELETE', annotation)).status).toBe(204)
  await editor.call('PATCH', `/api/v1/sources/${made.body.id}`, { publicName: 'The lease of 2024' })
  await editor.call('PATCH', `/api/v1/sources/${made.body.id}`, {
    retired: true,
    reason: 'Forged.',
  })
  const archived = { to: 'archived', note: 'Overtaken.' }
  await publisher.call('POST', `/api/v1/articles/${id}/moves`, archived)

  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.getByRole('link', { name: 'Archive', exact: true }).click()
  const rows = (name: string) => pia.getByRole('table', { name }).locator('tbody tr')
  await expect(rows('Archived articles')).toContainText([/On 4 March.*Overtaken.*Pia Lindholm/])
  await expect(rows('Withdrawn sources')).toContainText([/The lease.*Ada Quill/])
  await expect(rows('Sources before they were changed')).toContainText([
    /The lease of 2024.*Ada Quill/,
    /A lease.*Ada Quill/,
  ])
  await expect(rows('Evidence that was taken off')).toContainText([
    /Harbour Watch.*The lease.*Seen by Ada.*Ada Quill/,
  ])
  expect(await wrongForAxe(pia)).toEqual([])
  await pia.getByRole('link', { name: 'The article just before' }).click()
  await expect(pia.getByRole('heading', { name: 'Before evidence was taken off' })).toBeVisible()
  await expect(pia.getByText('Evidence gone: fact, “The lease”')).toBeVisible()
  expect(await wrongForAxe(pia)).toEqual([])

  await ada.goto(`${server.url}/archive`)
  await expect(ada.getByRole('heading', { level: 1 })).toContainText(/not/i)
})
