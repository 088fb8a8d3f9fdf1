'use client'

import { useEffect } from 'react'

const KEY = 'galley:single-keys'

/** Single keys can be switched off: speech input and slips of the hand press them by accident (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(KEY) !== 'off'
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'off')
}

/** Runs `action` on a single letter, unless somebody writes or a dialog is open. */
export function useShortcut(letter: string, action: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== letter || event.defaultPrevented || event.repeat) return
      if (event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn()) return
      if (isWriting(event.target) || document.querySelector('[role="dialog"], [role="menu"]'))
        return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [letter, action])
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)
}
