import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Buttons and fields go away with what they answer: the place then takes the focus that they had, or the keys would go nowhere.
 * Whatever part of it is drawn anew, so the document is watched, not what React draws.
 */
export function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  /** What goes away may be outside of the place that takes the focus. */
  within: RefObject<HTMLElement | null> = place,
) {
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    const root = within.current
    if (!root) return
    const observer = new MutationObserver(() => {
      if (!focused.current || focused.current.isConnected) return
      focused.current = null
      if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
    })
    observer.observe(root, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [place, within])
  return (event: FocusEvent) => {
    focused.current = event.target
  }
}
