import type { Page } from '@playwright/test'
import { keysOf } from '#lib/testing/keystroke-model.ts'

/** A keyboard that remembers every chord that was pressed. */
export class Keyboard {
  readonly #page: Page
  readonly pressed: string[] = []

  constructor(page: Page) {
    this.#page = page
  }

  /** Every key counts: a modifier is one, and so is each letter. */
  get count(): number {
    return this.pressed.reduce((sum, chord) => sum + keysOf(chord), 0)
  }

  async press(chord: string): Promise<void> {
    this.pressed.push(chord)
    await this.#page.keyboard.press(chord)
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.press(letter === ' ' ? 'Space' : letter)
  }
}
