'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** The focus is never nowhere: where a page or a dialog takes it along, it goes on from a place that is still there. */
export function FocusKeeper() {
  useArrival()
  useWayBack()
  return null
}

/** With the page before goes what had the focus in it. Whatever the new page itself gives the focus to keeps it. */
function useArrival() {
  const path = usePathname()
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    if (document.activeElement === document.body) focusMain()
  }, [path])
}

/**
 * What lies above the page gives the focus back to where it was opened from. That is gone where a menu or another dialog
 * opened it: then to the last place below them all.
 */
function useWayBack() {
  useEffect(() => {
    let last: HTMLElement | null = null
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(ABOVE)) last = target
    }
    const goBack = () => {
      if (document.activeElement !== document.body || document.querySelector(ABOVE)) return
      // What was above lets go of the page a moment after it is gone; until then nothing below takes the focus.
      if (document.querySelector('main')?.closest('[inert]')) {
        requestAnimationFrame(goBack)
        return
      }
      last?.focus({ preventScroll: true })
      if (document.activeElement === document.body) focusMain()
    }
    const observer = new MutationObserver((changes) => {
      // In the next frame: whatever closed gives the focus back by then, if it can.
      if (changes.some(({ removedNodes }) => removedNodes.length)) requestAnimationFrame(goBack)
    })
    document.addEventListener('focusin', note)
    observer.observe(document.body, { childList: true })
    return () => {
      document.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [])
}

const ABOVE = '[role=dialog], [role=menu]'

function focusMain() {
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
}
