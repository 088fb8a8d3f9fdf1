import { expect, type Page } from '@playwright/test'
import { DISPLAY_WORDS, type Display } from '#lib/domain/review/status.ts'
import { type Client, sentencesOf, signedIn } from './api.ts'
import { enter, mode, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'

test('what the browser derives is what the server derives, while people work and after a reload', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'One is here. Two is “there”.\nThree, at 5 p.m., is café. Four!')
  const id = ada.url().split('/').at(-1) ?? ''
  const editor = await signedIn(server.url, 'editor@galley.test')
  const reviewer = await signedIn(server.url, 'reviewer@galley.test')
  const source = await editor.call<{ id: string }>('POST', '/api/v1/sources', {
    kind: 'dataset',
    title: 'Log',
  })
  const cite = async (index: number, kind: string, relation: string) => {
    const { fingerprint } = (await sentencesOf(editor, id))[index] ?? {}
    const item = {
      index,
      fingerprint,
      kind,
      confidence: 'likely',
      citations: [{ sourceId: source.body.id, relation }],
    }
    expect((await editor.call('PUT', `/api/v1/articles/${id}/annotations`, [item])).status).toBe(
      200,
    )
  }
  const decide = async (index: number, verdict: string) => {
    const { fingerprint } = (await sentencesOf(editor, id))[index] ?? {}
    const decision = { index, fingerprint, verdict, note: 'because' }
    expect(
      (await reviewer.call('POST', `/api/v1/articles/${id}/decisions`, [decision])).status,
    ).toBe(200)
  }
  await mode(ada, 'Source')
  await agrees(ada, editor, id)
  await cite(0, 'fact', 'supports')
  await cite(1, 'number', 'contradicts')
  await agrees(ada, editor, id)
  await decide(0, 'approve')
  await decide(2, 'query')
  await decide(3, 'reject')
  await agrees(ada, editor, id)
  await editor.call('PATCH', `/api/v1/sources/${source.body.id}`, { publicName: 'The log' })
  await agrees(ada, editor, id)
  await editor.call('PATCH', `/api/v1/sources/${source.body.id}`, {
    retired: true,
    reason: 'Forged.',
  })
  await agrees(ada, editor, id)
  await ada.reload()
  await saved(ada)
  await mode(ada, 'Source')
  await agrees(ada, editor, id)
})

/** Each row of source mode shows the state that the HTTP interface tells. */
async function agrees(page: Page, client: Client, id: string): Promise<void> {
  const told = (await sentencesOf(client, id)).map(
    ({ display, text }) => `${DISPLAY_WORDS[display as Display]} ${text}`,
  )
  await expect
    .poll(async () => {
      const rows = await page.getByRole('row').allInnerTexts()
      return told.map((words) => rows.some((row) => holds(row, words)))
    })
    .toEqual(told.map(() => true))
}

function holds(row: string, words: string): boolean {
  const plain = row.replace(/\s+/g, ' ')
  return words.split(' ').every((word) => plain.includes(word))
}
