import type { Page } from '@playwright/test'

/** A keyboard whose every key press is counted: a modifier is one, and so is each letter. */
export class Keyboard {
  readonly #page: Page
  count = 0

  constructor(page: Page) {
    this.#page = page
  }

  async press(chord: string): Promise<void> {
    this.count += chord.split('+').length
    await this.#page.keyboard.press(chord)
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.press(letter === ' ' ? 'Space' : letter)
  }
}
