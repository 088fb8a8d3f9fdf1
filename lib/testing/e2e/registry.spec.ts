import { expect } from '@playwright/test'
import { sentencesOf, signedIn } from './api.ts'
import { ARTICLE } from './article.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'

test('a source that is there already is said to be, and Enter uses it', async ({
  browser,
  server,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const url = 'https://harbour.example/report'
  const known = { kind: 'document', title: 'Harbour report', url }
  const { id } = (await editor.call<{ id: string }>('POST', '/api/v1/sources', known)).body
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/sources`)
  await ada.getByRole('button', { name: 'Add source' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Add a source' })
  const given = dialog.getByLabel('Address, DOI, ISBN or name')
  await expect(given).toBeFocused()
  expect(await wrongForAxe(ada)).toEqual([])
  await given.fill('Quays of the north')
  await expect(dialog.getByText('A name.')).toBeVisible()
  await ada.keyboard.press('Enter')
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Quays of the north')
  await dialog.getByLabel('Address').fill(`${url}/?utm_source=mail`)
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(dialog.getByRole('link', { name: 'Use it Harbour report' })).toBeFocused()
  expect(await wrongForAxe(ada)).toEqual([])
  await dialog.getByLabel('Different edition').fill('2nd')
  await dialog.getByRole('button', { name: 'Add as another' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(ada.getByRole('link', { name: 'Quays of the north' })).toBeVisible()
  await ada.getByRole('button', { name: 'Add source' }).click()
  for (const [text, told] of [
    ['javascript:alert(1)', 'begins with http'],
    ['https://ann:secret@harbour.example/', 'Take out what stands before the @'],
  ] as const) {
    await given.fill(text)
    await ada.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText(told)
  }
  await given.fill('HTTPS://harbour.example/report?utm_source=x')
  await ada.keyboard.press('Enter')
  await expect(dialog.getByRole('link', { name: 'Use it Harbour report' })).toBeFocused()
  await ada.keyboard.press('Enter')
  await expect(ada).toHaveURL(`${server.url}/sources/${id}`)
})

test('two records are merged, the articles are listed, and it is undone', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  await saved(ada)
  const articleId = /articles\/([^/?]+)/.exec(ada.url())?.[1] ?? ''
  const editor = await signedIn(server.url, 'editor@galley.test')
  const add = async (title: string) =>
    (await editor.call<{ id: string }>('POST', '/api/v1/sources', { kind: 'document', title })).body
  const [into, from] = [await add('Minutes of the council'), await add('Minutes of the Council 2')]
  const [first] = await sentencesOf(editor, articleId)
  const item = { index: 0, fingerprint: first?.fingerprint, kind: 'fact', confidence: 'likely' }
  await editor.call('PUT', `/api/v1/articles/${articleId}/annotations`, [
    { ...item, citations: [{ sourceId: from.id, relation: 'supports' }] },
  ])
  await ada.goto(`${server.url}/sources/${into.id}`)
  const same = ada.getByRole('region', { name: 'The same source' })
  await same.getByRole('button', { name: /^Merge into this one/ }).click()
  const dialog = ada.getByRole('dialog', { name: 'Merge two sources' })
  await expect(dialog).toContainText('It is cited in 1 article')
  expect(await wrongForAxe(ada)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(ada.getByRole('region', { name: /^Where it is used/ })).toContainText('1 sentence')
  await ada.goto(`${server.url}/sources/${from.id}`)
  await expect(ada).toHaveURL(`${server.url}/sources/${into.id}`)
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.emulateMedia({ colorScheme })
    expect(await wrongForAxe(ada)).toEqual([])
  }
  await same.getByRole('button', { name: /^Undo the merge/ }).click()
  await expect(same.getByRole('button', { name: /^Merge into this one/ })).toBeVisible()
  await expect(ada.getByRole('region', { name: /^Where it is used/ })).toContainText('No article')
})

test('the registry is narrowed by keys, in the address, and says what stands in the way', async ({
  browser,
  server,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const add = (title: string, kind: string, reliability: string) =>
    editor.call('POST', '/api/v1/sources', { title, kind, reliability })
  await add('Tidal gauge readings', 'dataset', 'A')
  await add('Tidal gauge keeper', 'person', 'B')
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/sources?q=tidal`)
  const filters = ada.getByRole('form', { name: 'Filters' })
  const dataset = filters.getByRole('checkbox', { name: 'Dataset 1 source' })
  await dataset.focus()
  await ada.keyboard.press('Space')
  await expect(ada).toHaveURL(`${server.url}/sources?q=tidal&kind=dataset`)
  await expect(dataset).toBeFocused()
  await expect(ada.getByRole('link', { name: 'Tidal gauge keeper' })).toHaveCount(0)
  await expect(
    filters.getByRole('checkbox', { name: 'B: Usually reliable 0 sources' }),
  ).toBeVisible()
  await ada.reload()
  await expect(dataset).toBeChecked()
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.emulateMedia({ colorScheme })
    expect(await wrongForAxe(ada)).toEqual([])
  }
  await filters.getByRole('checkbox', { name: /^B: Usually/ }).check()
  await ada.getByRole('link', { name: 'Without “Kind: Dataset” 1 source' }).click()
  await expect(ada.getByRole('link', { name: 'Tidal gauge keeper' })).toBeVisible()
  await ada.setViewportSize({ width: 390, height: 844 })
  await expect(dataset).toBeHidden()
  await ada.getByRole('button', { name: 'Filters (1)' }).click()
  await expect(filters.getByRole('checkbox', { name: /^Dataset/ })).toBeVisible()
  expect(await wrongForAxe(ada)).toEqual([])
  await ada.getByRole('link', { name: 'Clear filters' }).click()
  await expect(ada).toHaveURL(`${server.url}/sources?q=tidal`)
})

test('publication details stand in one group, are refused at their line, and shown on the page', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/sources`)
  await ada.getByRole('button', { name: 'Add source' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Add a source' })
  await dialog.getByRole('button', { name: 'Fill in by hand' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('A count of ferries')
  await dialog.getByText('Publication details').click()
  await dialog.getByLabel('Authors').fill('Bo, Ann; Tarn Harbour Board')
  await dialog.getByLabel('Published in').fill('Ports')
  await dialog.getByLabel('Published on').fill('2026-03')
  await dialog.getByLabel('DOI').fill('not one')
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(dialog.getByText('This is no DOI.')).toBeVisible()
  expect(await wrongForAxe(ada)).toEqual([])
  await dialog.getByLabel('DOI').fill('https://doi.org/10.1234/Ferries')
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(dialog).toHaveCount(0)
  await ada.getByRole('link', { name: 'A count of ferries' }).click()
  await expect(
    ada.getByText('Ann Bo, Tarn Harbour Board, Ports, 2026-03, DOI 10.1234/ferries'),
  ).toBeVisible()
})
