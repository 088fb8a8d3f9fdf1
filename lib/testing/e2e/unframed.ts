import type { Page } from '@playwright/test'
import { FRAME } from '#lib/messages/pseudo.ts'

/** Holds what is no text of the interface: words of people, names, times, keys, numbers. */
const DATA = 'bdi, q, time, kbd, code, [dir=auto], .tiptap, .ava, script, style, template'

/**
 * Words of a page in a made-up language that came from no message: pieces of text and of the names of controls. What is said by
 * people, and stands marked as such, does not count.
 */
export async function unframed(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(
    ({ data }) => {
      const texts: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT)
      for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
        const element = node as Element
        if (element.closest(data)) continue
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
          texts.push(element.getAttribute(name) ?? '')
      }
      // Pieces of one message stand in several nodes: a block’s words are read as one.
      const blocks = document.querySelectorAll('body *')
      for (const block of blocks) {
        if (block.closest(data)) continue
        const isLeaf = ![...block.children].some(
          (child) => !child.matches(data) && getComputedStyle(child).display !== 'inline',
        )
        if (!isLeaf || block.parentElement?.dataset.read) continue
        const copy = block.cloneNode(true) as Element
        for (const hidden of copy.querySelectorAll(data)) hidden.remove()
        texts.push(copy.textContent ?? '')
      }
      return [document.title, ...texts]
    },
    { data: DATA },
  )
  const left = found.map(withoutFramed).filter((text) => /\p{L}{2,}/u.test(text))
  return [...new Set(left.map((text) => text.replaceAll(/\s+/g, ' ').trim()))].sort()
}

/** Messages may stand in one another: the innermost go first. */
function withoutFramed(text: string): string {
  const [open, close] = FRAME
  const inner = new RegExp(`${open}[^${open}${close}]*${close}`, 'gu')
  const left = text.replaceAll(inner, ' ')
  return left === text ? text : withoutFramed(left)
}
