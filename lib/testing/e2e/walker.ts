import { type CDPSession, expect, type Page } from '@playwright/test'
import { Keyboard } from './counted-keys.ts'
import { type Focus, focusOf, markDocument, unmarkDocument } from './focus-seen.ts'

export type Words = string | RegExp

/** Somebody without a mouse. Each of their keys leaves the focus somewhere, in sight, marked, and named. */
export class Walker {
  readonly page: Page
  readonly keyboard: Keyboard
  /** Of its keys, those that wrote something. */
  letters = 0
  readonly #devtools: CDPSession

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page
    this.#devtools = devtools
    this.keyboard = new Keyboard(page)
  }

  static async at(page: Page, path: string): Promise<Walker> {
    const walker = new Walker(page, await page.context().newCDPSession(page))
    await page.goto(path)
    return walker
  }

  /** One key that moves or acts. `step` says in a failure what was tried. */
  async press(chord: string, step: string): Promise<Focus> {
    // What came meanwhile may have taken away what had the focus.
    await this.stands(`before ${chord}: ${step}`)
    await this.page.evaluate(markDocument)
    await this.keyboard.press(chord)
    return this.stands(`${chord}: ${step}`)
  }

  /** Letters into what has the focus. */
  async write(text: string, step: string): Promise<void> {
    await this.stands(`before writing: ${step}`)
    await this.keyboard.type(text)
    this.letters += text.length
    await this.stands(`writing: ${step}`)
  }

  /** Every key that was pressed, letters as well. */
  get count(): number {
    return this.keyboard.count
  }

  /** Another page came, and the focus is where it goes on. */
  async comesTo(path: string, role: string, name: Words): Promise<void> {
    await this.page.waitForURL(
      ({ pathname }) => pathname.startsWith(path) && (path !== '/' || pathname === path),
    )
    await this.stands(`on ${path}`, role, name)
  }

  /** Walks until the focus is on what has this role and this name; each stop on the way is looked at as well. */
  async to(role: string, name: Words, key = 'Tab', most = 40): Promise<void> {
    const names: string[] = []
    for (let stop = 0; stop < most; stop++) {
      const way = names.length ? `, by ${names.join(', ')}` : ''
      const focus = await this.press(key, `on the way to the ${role} “${name}”${way}`)
      if (isOne(focus, role, name)) return
      names.push(`${focus.role} “${focus.name}”`)
    }
    throw new Error(`${key} does not come to the ${role} “${name}”, but to ${names.join(', ')}`)
  }

  /** Walks to it, and presses Enter on it. */
  async enter(role: string, name: Words, key = 'Tab'): Promise<void> {
    await this.to(role, name, key)
    await this.press('Enter', `on the ${role} “${name}”`)
  }

  /** Follows a link within the page: the next key goes on from there. */
  async skip(name: Words): Promise<void> {
    await this.to('link', name)
    await this.keyboard.press('Enter')
    await this.page.evaluate(unmarkDocument)
    await expect(this.page.locator(':target')).toBeInViewport()
  }

  /** Something has the focus, once the page has settled, and nothing is wrong with it. */
  async stands(step: string, role?: string, name: Words = /./): Promise<Focus> {
    let focus = NOWHERE
    const look = async () => {
      try {
        focus = await focusOf(this.page, this.#devtools)
      } catch (error) {
        // A page that is on its way to another answers nothing.
        return [`nobody can tell: ${error}`]
      }
      const isThere = !role || isOne(focus, role, name)
      const elsewhere = `it is on the ${focus.role} “${focus.name}”, not on the ${role} “${name}”`
      return [...focus.wrong, ...(isThere ? [] : [elsewhere])]
    }
    const message = `The focus, ${step}`
    await expect.poll(look, { message, timeout: 10_000, intervals: [20, 50, 100] }).toEqual([])
    return focus
  }
}

const NOWHERE: Focus = { role: '', name: '', wrong: [] }

function isOne(focus: Focus, role: string, name: Words): boolean {
  const fits = typeof name === 'string' ? focus.name === name : name.test(focus.name)
  return focus.role === role && fits
}
