import { expect } from '@playwright/test'
import { sentencesOf, signedIn } from './api.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'

test.use({ shared: false })

const keptHere = /^Not saved: \d+ changes kept on this device, trying again$/

test('the server is killed while two people type: what they wrote stays with them and arrives afterwards', async ({
  browser,
  server,
}) => {
  const [ada, ruben] = [
    await enter(browser, server, 'Ada Quill'),
    await enter(browser, server, 'Ruben Marsh'),
  ]
  await pasteArticle(ada, 'First line.\nSecond line.')
  await ruben.goto(ada.url())
  await saved(ruben)
  await ada.locator('.tiptap p').first().click()
  await ada.keyboard.press('End')
  await ruben.locator('.tiptap p').last().click()
  await ruben.keyboard.press('End')
  await ada.keyboard.type(' Ada before.')
  await ruben.keyboard.type(' Ruben before.')
  await server.kill9()
  await ada.keyboard.type(' Ada meanwhile.')
  await ruben.keyboard.type(' Ruben meanwhile.')
  await expect(ada.locator('.save')).toHaveText(keptHere)
  await server.restart()
  await saved(ada)
  await saved(ruben)
  // Exactly, real spaces included; the other person's name stands at their caret.
  const first = /^First line\. Ada before\. Ada meanwhile\.(Ada Quill)?$/
  const last = /^Second line\. Ruben before\. Ruben meanwhile\.(Ruben Marsh)?$/
  for (const page of [ada, ruben]) {
    await expect(page.locator('.tiptap p').first()).toHaveText(first)
    await expect(page.locator('.tiptap p').last()).toHaveText(last)
  }
})

test('offline: changes are counted and kept, also over closing the tab, and arrive later', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'A line.')
  const address = ada.url()
  await ada.locator('.tiptap p').first().click()
  await ada.keyboard.press('End')
  const context = ada.context()
  await context.setOffline(true)
  await server.kill9()
  await ada.keyboard.type(' More')
  await expect(ada.locator('.save')).toHaveText('Offline: 5 changes kept here')
  await ada.close()
  await server.restart()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await saved(again)
  await expect(again.locator('.tiptap p').first()).toHaveText('A line. More')
  const client = await signedIn(server.url, 'editor@galley.test')
  await expect
    .poll(async () =>
      (await sentencesOf(client, address.split('/').at(-1) ?? '')).map(({ text }) => text),
    )
    .toEqual(['A line.', 'More'])
})

test('a person who is disabled is out at once, with what they wrote saved', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'A line.')
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto('/people')
  await pia.getByRole('button', { name: 'Change Ada Quill' }).click()
  await pia.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(ada.locator('.save')).toHaveText('You have been signed out')
  await expect(ada.getByRole('alert').filter({ hasText: 'What you wrote is saved.' })).toBeVisible()
})

test('signing out warns of changes that only this device has, and clears its copies', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'A line.')
  await ada.locator('.tiptap p').first().click()
  await ada.keyboard.press('End')
  await server.kill9()
  await ada.keyboard.type(' More')
  await expect(ada.locator('.save')).toHaveText(
    'Not saved: 5 changes kept on this device, trying again',
  )
  // Named by person, article and epoch: no two are ever mixed.
  const article = ada.url().split('/').at(-1)
  const copies = () => indexedDB.databases().then((all) => all.map(({ name }) => name))
  expect(await ada.evaluate(copies)).toEqual([
    expect.stringMatching(new RegExp(`^galley:[^:]+:${article}:1$`)),
  ])
  const desk = await ada.context().newPage()
  await ada.close()
  await server.restart()
  await desk.goto('/')
  await desk.getByRole('button', { name: /Ada Quill/ }).click()
  await desk.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(desk.getByRole('dialog')).toContainText('5 changes are only on this device')
  await desk.getByRole('button', { name: 'Sign out and lose them' }).click()
  await desk.waitForURL(/sign-in/)
  expect(await desk.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await desk.goto('/')
  await desk.waitForURL(/sign-in/)
})
