import type { KeyboardEvent } from 'react'
import { singleKeysOn } from '#components/ui/use-shortcut.ts'
import {
  attachNumber,
  citationsOf,
  nothingToCheck,
  sameAsBefore,
  stillHolds,
} from './evidence-commands.ts'
import { SHELF_KEYS } from './shelf-of.ts'
import type { Origin } from './use-open-forms.ts'
import type { Sourcing } from './use-sourcing.ts'

/**
 * Single keys of a sentence's evidence: the same in its panel and in the list of sentences. They work while the focus
 * is in one of them and in no field, so that they harm no text (WCAG 2.1.4). True when the key was one of them.
 */
export function panelKey(event: KeyboardEvent, sourcing: Sourcing, origin: Origin): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  if (!singleKeysOn() || isField(event.target)) return false
  const number = shelfNumber(event)
  if (number) {
    sourcing.act((desk) => attachNumber(desk, number, event.shiftKey))
    return true
  }
  // Space on a button presses the button.
  if (event.key === ' ' && isControl(event.target)) return false
  const command = COMMANDS[event.key.toLowerCase()]
  if (!command || (event.repeat && !WALKING.includes(event.key.toLowerCase()))) return false
  command(sourcing, origin)
  return true
}

const COMMANDS: Readonly<Record<string, (sourcing: Sourcing, origin: Origin) => unknown>> = {
  ' ': ({ act }) => act(sameAsBefore),
  x: ({ act }) => act(nothingToCheck),
  h: ({ act }) => act(stillHolds),
  s: ({ editable, openPicker }, origin) => editable && openPicker(origin),
  l: ({ act, openCitation }, origin) =>
    act(({ status, announce }) => {
      const last = citationsOf(status).at(-1)
      if (last) openCitation(last.id, origin)
      else announce('Add a source first.')
    }),
  c: () => focusField('confidence'),
  t: () => focusField('kind'),
  u: ({ undo }) => undo(),
  delete: ({ removeLast }) => removeLast(),
  n: ({ nextProblem }) => nextProblem(),
  j: ({ step }) => step(1),
  k: ({ step }) => step(-1),
}

/** A key that is held down walks, but acts once. */
const WALKING = ['j', 'k', 'n']

/** By the key's place: the row of digits has other signs on some keyboards, and all have some with Shift. */
function shelfNumber({ code }: KeyboardEvent): number {
  const number = Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0)
  return number <= SHELF_KEYS ? number : 0
}

function focusField(name: 'confidence' | 'kind') {
  panelElement()?.querySelector<HTMLElement>(`[data-field=${name}]`)?.focus()
}

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

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null
}

const FIELDS = 'input, textarea, select, [contenteditable], [role=option], [role=listbox]'
