import { expect, type Page } from '@playwright/test'
import { type Act, CLIPBOARD, STRUCTURE, WORDS } from './anchor-acts.ts'
import { sentencesOf } from './api.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'
import { line, open, START } from './sourced-article.ts'
import { caretBefore } from './text.ts'

/**
 * The table of `anchors.spec.ts` by two people at once, one of them without a connection. Each act meets one other; with
 * GALLEY_PAIRS=all it meets each.
 */

const ACTS: readonly Act[] = [...STRUCTURE, ...WORDS, ...CLIPBOARD]

function pairs(): readonly (readonly [Act, Act])[] {
  if (process.env.GALLEY_PAIRS === 'all')
    return ACTS.flatMap((one) => ACTS.map((other) => [one, other] as const))
  const half = Math.ceil(ACTS.length / 2)
  return ACTS.slice(0, half).flatMap((one, n) => {
    const other = ACTS[(n + half) % ACTS.length]
    return other ? [[one, other] as const] : []
  })
}

test('[EDT1, EDT3, EDT13, ANN9] any two acts on one sentence at once: one text, and its evidence on it or in the tray', async ({
  browser,
  server,
}) => {
  test.setTimeout(pairs().length * 20_000)
  const { page: ada, client, id, reads } = await open(browser, server)
  const ruben = await enter(browser, server, 'Ruben Marsh')
  await ruben.goto(ada.url())
  await saved(ruben)
  await saved(ada)
  const history = `/api/v1/articles/${id}/history`
  const seq = (await client.call<{ head: number }>('GET', history)).body.head
  for (const [one, other] of pairs()) {
    await test.step(`${one.what}, and ${other.what}`, async () => {
      // Elsewhere: three clicks on one place within a moment would select its paragraph.
      for (const page of [ada, ruben]) await caretBefore(page, 'left')
      await ruben.context().setOffline(true)
      await one.act(ada)
      await other.act(ruben)
      await saved(ada)
      await ruben.context().setOffline(false)
      await saved(ruben)
      const texts = async () => {
        const words = (await sentencesOf(client, id)).map(({ text }) => text).join('')
        return [words, await wordsIn(ada), await wordsIn(ruben)].map(squeezed)
      }
      await expect.poll(async () => new Set(await texts()).size).toBe(1)
      const read = (await sentencesOf(client, id)).map(line)
      const evidence = read.filter((each) => each.includes(' · '))
      const trays = ada.getByRole('button', { name: /without a place/ })
      expect(evidence.length + (await trays.count()), read.join(' | ')).toBeGreaterThan(0)
      for (const { typed } of [one, other])
        if (typed) expect(read.join(' ').split(typed).length - 1).toBe(one === other ? 2 : 1)
      expect((await client.call('POST', `${history}/restore`, { seq })).status).toBe(200)
      await reads(START)
      for (const page of [ada, ruben])
        await expect.poll(async () => squeezed(await wordsIn(page))).toBe(squeezed(BEFORE))
    })
  }
})

const BEFORE = START.map((each) => each.split(' · ')[0]).join('')

const wordsIn = (page: Page) =>
  page.locator('.tiptap').evaluate((text) => {
    const copy = text.cloneNode(true) as Element
    // The names of others at their carets are no text.
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    return copy.textContent ?? ''
  })

const squeezed = (words: string) => words.replace(/\s/g, '')
