import { NextIntlClientProvider } from 'next-intl'
import { act, createElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import { en } from '#lib/messages/en.ts'

declare global {
  // React's own name for "act is used here".
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined
}

// jsdom has no CSS; dialogs ask it to write an attribute as a selector.
globalThis.CSS ??= {
  escape: (text: string) => text.replace(/[^\w-]/g, '\\$&'),
} as typeof globalThis.CSS

/** Shows components in the page of jsdom; taken down after the test. Waits for what they ask for on mounting. */
export async function mount(node: ReactNode) {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  onTestFinished(() => {
    act(() => root.unmount())
    host.remove()
  })
  const show = (next: ReactNode) => act(async () => root.render(inEnglish(next)))
  await show(node)
  await settle()
  return { show }
}

/** In the words of the product; one that is missing fails the test. */
function inEnglish(children: ReactNode): ReactNode {
  const onError = (error: Error) => {
    throw error
  }
  const props = { locale: 'en-GB', messages: en, timeZone: 'UTC', onError } as const
  return createElement(NextIntlClientProvider, { ...props, children })
}

/** Lets what was started come to its end: answers that are there already, and timers of no length. */
export function settle(): Promise<void> {
  return act(() => new Promise<void>((resolve) => setTimeout(resolve)))
}

/** The element with this role and accessible name, as far as jsdom can tell; a clear error without it. */
export function button(name: string | RegExp): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((element) =>
    matches(element.getAttribute('aria-label') ?? element.textContent ?? '', name),
  )
  if (!found) throw new Error(`No button is called ${name}:\n${document.body.textContent}`)
  return found
}

function matches(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text.includes(name) : name.test(text)
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.focus()
    element.click()
  })
  await settle()
}

export async function press(
  key: string,
  target: Element | null = document.activeElement,
  more: KeyboardEventInit = {},
): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  await act(async () => {
    target?.dispatchEvent(event)
  })
  await settle()
  return event
}

/** Types over what stands in a field. */
export async function write(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
  // React listens to the setter of the element itself, so the one of its class is called.
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  await act(async () => {
    setter?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export function textOf(selector: string): string {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' | ')
}
