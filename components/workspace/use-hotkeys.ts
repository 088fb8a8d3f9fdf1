import { useEffect, useRef } from 'react'

export interface Hotkey {
  /** As `KeyboardEvent.key`, letters in lower case. */
  readonly key: string
  readonly alt?: boolean
  readonly shift?: boolean
  /** Ctrl, or Command on a Mac. */
  readonly mod?: boolean
  /** A selector: in such a field the key is the field's own. */
  readonly unless?: string
  readonly run: () => void
}

/** Keys of the page. They listen on the document before anything else does, and stop there when they match. */
export function useHotkeys(hotkeys: readonly Hotkey[]) {
  const latest = useRef(hotkeys)
  latest.current = hotkeys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const mod = event.ctrlKey || event.metaKey
      const found = latest.current.find(
        (hotkey) =>
          hotkey.key === key &&
          (hotkey.mod ?? false) === mod &&
          (hotkey.alt ?? false) === event.altKey &&
          (hotkey.shift ?? false) === event.shiftKey &&
          !(hotkey.unless && isWithin(event.target, hotkey.unless)),
      )
      // A dialog has keys of its own, and what is behind it rests. Looked for last: in a long article it takes a while.
      if (!found || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      event.stopPropagation()
      found.run()
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}

const isWithin = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null
