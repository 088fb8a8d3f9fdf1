import type { Page } from '@playwright/test'
import { FRAME } from '#lib/messages/pseudo.ts'

/** Holds what is no text of the interface: words of people, names, times, keys, and code. */
const DATA =
  'bdi, q, time, kbd, code, [dir=auto], body [lang], .tiptap, .ava, script, style, template'

/** What the language that is asked for calls days and months: the browser knows no made-up one. */
const CALENDAR = new RegExp(
  [...Array(12).keys()]
    .flatMap((at) => {
      const day = new Date(Date.UTC(2026, at, at + 1))
      return (['long', 'short'] as const).flatMap((style) => [
        day.toLocaleDateString('en', { month: style, timeZone: 'UTC' }),
        day.toLocaleDateString('en', { weekday: style, timeZone: 'UTC' }),
      ])
    })
    .join('|'),
  'g',
)

/**
 * Plain English in a page that is shown accented: pieces of text and names of controls that came from no message. What people say
 * does not count where it stands marked as theirs, or as an argument of a message.
 */
export async function unframed(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate((data) => {
    const texts = [document.title]
    const names = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'value']
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest(data)) continue
      for (const name of names)
        if (name !== 'value' || element.matches('[type=submit], [type=button]'))
          texts.push(element.getAttribute(name) ?? '')
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(data)) texts.push(node.textContent ?? '')
    return texts
  }, DATA)
  const left = found.map((text) => withoutFramed(text).replaceAll(CALENDAR, ' '))
  const plain = left.filter((text) => /[A-Za-z]{3,}/.test(text))
  return [...new Set(plain.map((text) => text.replaceAll(/\s+/g, ' ').trim()))].sort()
}

/** Messages may stand in one another: the innermost go first. */
function withoutFramed(text: string): string {
  const [open, close] = FRAME
  const inner = new RegExp(`${open}[^${open}${close}]*${close}`, 'gu')
  const left = text.replaceAll(inner, ' ')
  return left === text ? text : withoutFramed(left)
}
