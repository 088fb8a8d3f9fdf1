import type { Page } from '@playwright/test'

/** The text of an article as people reach it: by mouse and keys. */

/** Puts the caret right before some words of the text, by mouse; once more where the text moved under the hand. */
export async function caretBefore(page: Page, words: string) {
  for (let tries = 0; tries < 10; tries++) {
    const { x, y, height } = await boxOf(page, words)
    await page.mouse.click(x + 1, y + height / 2)
    // A click on what is selected already takes the selection back a moment later, where no hand is so fast with the next key.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    const now = await boxOf(page, words)
    if (Math.hypot(now.x - x, now.y - y) < 2) return
  }
  throw new Error(`The text does not stand still at “${words}”`)
}

/** Where the first letter of some words stands on the screen. Marks may cut the words into several nodes. */
export function boxOf(page: Page, words: string) {
  return page.evaluate((wanted) => {
    const editor = document.querySelector('.tiptap')
    if (!editor) throw new Error('No editor')
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    // The names of others at their carets are no text.
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('.caret'))
        nodes.push(walker.currentNode as Text)
    const whole = nodes.map(({ data }) => data).join('')
    let at = whole.indexOf(wanted)
    if (at < 0) throw new Error(`No "${wanted}" in ${whole}`)
    for (const node of nodes) {
      if (at < node.length) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { x, y, width, height } = range.getBoundingClientRect()
        return { x, y, width, height }
      }
      at -= node.length
    }
    throw new Error('Unreachable')
  }, words)
}

export async function select(page: Page, words: string) {
  await caretBefore(page, words)
  for (const _letter of words) await page.keyboard.press('Shift+ArrowRight')
}
