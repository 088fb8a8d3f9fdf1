import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/** Buttons and fields go away with what they answer: the panel then keeps the focus, or the keys would go nowhere. */
export function useKeptFocus(panel: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return
    focused.current = null
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
  })
  return (event: FocusEvent) => {
    focused.current = event.target
  }
}
