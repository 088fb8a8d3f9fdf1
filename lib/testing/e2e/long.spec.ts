import { expect } from '@playwright/test'
import { sentencesOf, signedIn } from './api.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'

/** As long as the longest reports that newsrooms work from. */
const PARAGRAPHS = 8_000

const WORDS =
  'harbour ledger council ferry tender clause invoice signature archive witness storm copper contract budget quay report'.split(
    ' ',
  )

/** 182,000 words of no meaning, the same every time. */
function longText(): string {
  return Array.from({ length: PARAGRAPHS }, (_, at) => {
    const word = (shift: number) => WORDS[(at * 7 + shift * 5) % WORDS.length]
    const first = `In case ${at} the ${word(1)} named a ${word(2)} and the ${word(3)} of a ${word(4)}.`
    return `${first} Nobody checked the ${word(5)} against the ${word(6)} in time.`
  }).join('\n')
}

test('an article of 182,000 words opens, is written in, and is saved', async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000)
  const editor = await signedIn(server.url, 'editor@galley.test')
  const text = longText()
  expect(text.split(/\s+/).length).toBeGreaterThan(182_000)
  const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', {
    text,
    headline: 'Long',
  })
  expect(made.status).toBe(201)
  expect(await sentencesOf(editor, made.body.id)).toHaveLength(2 * PARAGRAPHS + 1)

  const page = await enter(browser, server, 'Ada Quill')
  await page.goto(`/articles/${made.body.id}`)
  await expect(page.locator('.save')).toHaveText('Saved', { timeout: 60_000 })
  await page.locator('.tiptap p').nth(2).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' It was signed.')
  await saved(page)
  const sentences = await sentencesOf(editor, made.body.id)
  expect(sentences.slice(0, 12).map((sentence) => sentence.text)).toContain('It was signed.')
})
