import { expect } from '@playwright/test'
import { signedIn } from './api.ts'
import { enter } from './people.ts'
import { test } from './server-test.ts'

/** Without the script: the head of the page as the server sends it. */
test('the title of a page comes before all of it', async ({ browser, server }) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', { text: 'It rained.' })
  const page = await enter(browser, server, 'Pia Lindholm')
  for (const path of ['/', '/webhooks', '/account', `/articles/${made.body.id}`, '/nowhere']) {
    const head = (await (await page.request.get(path)).text()).split('</head>')[0]
    expect([path, /<title>[^<]*Galley<\/title>/.test(head ?? '')]).toEqual([path, true])
  }
})
