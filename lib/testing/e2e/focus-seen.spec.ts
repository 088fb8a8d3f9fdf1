import { expect, test } from '@playwright/test'
import { focusOf, markDocument } from './focus-seen.ts'

/** Whoever looks after the focus of others is looked after. */

const GO = '<button>Go</button>'
const ABOVE = 'position: fixed; inset: 0; background: white'

const FAULTS: readonly (readonly [string, string, RegExp])[] = [
  ['is gone', '<button onfocus="this.remove()">Go</button>', /nothing has the focus/],
  ['is covered', `${GO}<div style="${ABOVE}"></div>`, /its middle is covered by <div/],
  [
    'is beside the screen',
    '<button style="position: fixed; top: -99px">Go</button>',
    /out of view/,
  ],
  ['is not marked', '<button style="outline: none">Go</button>', /nothing shows/],
  ['has no name', '<button><i></i></button>', /no name/],
  ['has another name', '<button aria-label="Send">Go</button>', /“Send” lacks .* “Go”/],
  ['is part of another word', '<button aria-label="Going">Go</button>', /“Going” lacks/],
  ['is behind a dialog', `${GO}<p role="dialog" aria-modal="true">?</p>`, /behind a dialog/],
  [
    'is in a page that moves',
    `<style>@keyframes x { to { opacity: 0 } } p { animation: x 1s infinite }</style><p>.</p>${GO}`,
    /something moves/,
  ],
]

test('focus that cannot be followed is found', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page)
  const wrongIn = async (html: string) => {
    await page.setContent(html)
    await page.evaluate(markDocument)
    await page.keyboard.press('Tab')
    return (await focusOf(page, devtools)).wrong
  }
  expect(await wrongIn(GO)).toEqual([])
  expect(await wrongIn('<label>Go <input></label>')).toEqual([])
  expect(await wrongIn('<p contenteditable aria-label="Text">Words</p>')).toEqual([])
  for (const [what, html, words] of FAULTS) {
    const wrong = await wrongIn(html)
    expect(wrong.join('\n'), `focus that ${what}`).toMatch(words)
  }
})
