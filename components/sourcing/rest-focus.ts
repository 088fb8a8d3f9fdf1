import type { Origin } from './use-open-forms.ts'

/** The panel of the sentence; null while there is none. */
export function panelElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-panel=sentence]')
}

/** The row of a sentence in the list; null outside of source mode. */
export function rowElement(index: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${index}"]`)
}

/** The focus goes back to where the action began; what had it is gone. */
export function restFocus(origin: Origin, index: number) {
  const place = (origin === 'list' && rowElement(index)) || panelElement()
  place?.focus({ preventScroll: true })
}
