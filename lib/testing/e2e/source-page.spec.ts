import { expect, type Page } from '@playwright/test'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { type Client, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle } from './people.ts'
import { test } from './server-test.ts'

/** What people do on the page of a source, and with its pages. */

/** For whoever wants to look at it. */
const picture = (page: Page, name: string) =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`) })

const add = async (client: Client, fields: object) =>
  (await client.call<{ id: string }>('POST', '/api/v1/sources', { kind: 'document', ...fields }))
    .body.id

test('[USE2] where a source is used is shown in pages, and the focus goes on with the first that came', async ({
  browser,
  server,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const id = await add(editor, { title: 'Register of piers' })
  for (let at = 1; at <= 22; at++) {
    const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', {
      text: `Pier ${at} was closed in May.`,
    })
    const [first] = await sentencesOf(editor, made.body.id)
    await editor.call('PUT', `/api/v1/articles/${made.body.id}/annotations`, [
      {
        ...{ index: 0, fingerprint: first?.fingerprint, kind: 'fact', confidence: 'likely' },
        citations: [{ sourceId: id, relation: 'supports' }],
      },
    ])
  }
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/sources/${id}`)
  const region = ada.getByRole('region', { name: /^Where it is used/ })
  await expect(region.getByRole('listitem')).toHaveCount(20)
  const more = region.getByRole('button', { name: 'Show more of 2 articles' })
  await more.scrollIntoViewIfNeeded()
  await picture(ada, 'more')
  await more.press('Enter')
  await expect(region.getByRole('listitem')).toHaveCount(22)
  await expect(more).toHaveCount(0)
  await expect(region.getByRole('listitem').nth(20).getByRole('link')).toBeFocused()
  await picture(ada, 'all')
  expect(await wrongForAxe(ada)).toEqual([])
})

test('[SRC11] [SRC15] whoever saves over what somebody else changed is shown both, and a second interview is kept', async ({
  browser,
  server,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const id = await add(editor, { title: 'Keeper of the lock', kind: 'person', origin: 'Himself' })
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/sources?q=keeper`)
  await ada.getByRole('button', { name: 'Edit Keeper of the lock' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Edit source' })
  await dialog.getByText('Interviews').click()
  // The others wait in the form, hidden.
  await dialog.getByLabel('How it was held').first().selectOption('phone')
  await dialog.getByRole('button', { name: 'Another interview' }).click()
  const second = dialog.getByRole('group', { name: 'Interview 2' })
  await second.getByLabel('How it was held').selectOption('inPerson')
  await second.getByLabel('Timecodes').fill('04:10 the order')
  await second.scrollIntoViewIfNeeded()
  await picture(ada, 'interviews')
  expect(await wrongForAxe(ada)).toEqual([])
  const changed = { origin: 'The board', description: 'Since 2019' }
  await editor.call('PATCH', `/api/v1/sources/${id}`, changed)
  await dialog.getByLabel('Repeats').fill('The log')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const notice = dialog.getByRole('alert')
  await expect(notice).toContainText('Description: now “Since 2019”, it was empty')
  await expect(notice).toContainText('Repeats: now “The board”, it was “Himself”')
  await expect(notice).toBeFocused()
  await expect(second.getByLabel('Timecodes')).toHaveValue('04:10 the order')
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.emulateMedia({ colorScheme })
    await picture(ada, `meanwhile-${colorScheme}`)
    expect(await wrongForAxe(ada)).toEqual([])
  }
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await ada.goto(`${server.url}/sources/${id}`)
  await expect(ada.getByText('In person (04:10 the order)')).toBeVisible()
  await picture(ada, 'judged')
})

test('[CAP13] Alt P writes the page that a passage was found on', async ({ browser, server }) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'The weir was raised in March. Nobody asked why.')
  await ada.locator('.tiptap').getByText('The weir').click()
  const panel = ada.getByRole('complementary')
  await panel.getByRole('button', { name: 'Add' }).click()
  await panel.locator('input[type=file]').setInputFiles({
    ...{ name: 'Weir.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from(pdfOf(['A cover', 'The weir was raised in March by a hand.'])),
  })
  await panel.getByRole('button', { name: 'Save and attach' }).click()
  const passage = panel.getByLabel('Passage, word for word')
  await passage.fill('The weir was raised in March')
  const offer = panel.getByRole('button', { name: 'Write p. 2 as the place' })
  await expect(offer).toBeVisible()
  await offer.scrollIntoViewIfNeeded()
  await picture(ada, 'offer')
  expect(await wrongForAxe(ada)).toEqual([])
  await passage.press('Alt+KeyP')
  await expect(offer).toHaveCount(0)
  await expect(panel.getByLabel('Which')).toHaveValue('2')
  await expect(panel.getByLabel('Where')).toHaveValue('page')
  await picture(ada, 'written')
})
