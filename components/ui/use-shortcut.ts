'use client'

import { useEffect } from 'react'
import { isPressed } from '#components/keys/chords.ts'
import { COMMANDS, type CommandId } from '#components/keys/key-table.ts'

const KEY = 'galley:single-keys'

/** Single keys can be switched off: speech input and slips of the hand press them by accident (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(KEY) !== 'off'
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'off')
}

/** Runs `action` on the single key of a command, unless somebody writes or a dialog is open. */
export function useShortcut(command: CommandId, action: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !singleKeysOn()) return
      if (!COMMANDS[command].keys.some((chord) => isPressed(chord, event))) return
      if (isWriting(event.target) || document.querySelector('[role="dialog"], [role="menu"]'))
        return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [command, action])
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)
}
