import type { KeyboardEvent } from 'react'
import { singleKeysOn } from '#components/ui/use-shortcut.ts'
import type { Review } from './use-review.ts'

/**
 * Single keys of review mode. They work while the focus is in it and in no field, so that they harm no text
 * (WCAG 2.1.4). True when the key was one of them.
 */
export function reviewKey(event: KeyboardEvent, review: Review): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  if (event.defaultPrevented || isField(event.target) || !singleKeysOn()) return false
  const command = COMMANDS[event.key.toLowerCase()]
  // A key that is held down walks, but decides once.
  if (!command || (event.repeat && command.decides)) return false
  command.run(review)
  return true
}

interface Command {
  readonly decides: boolean
  readonly run: (review: Review) => void
}

const COMMANDS: Readonly<Record<string, Command>> = {
  a: { decides: true, run: ({ approve }) => approve() },
  q: { decides: true, run: ({ ask }) => ask('query') },
  r: { decides: true, run: ({ ask }) => ask('reject') },
  u: { decides: true, run: ({ undo }) => undo() },
  j: { decides: false, run: ({ step }) => step(1) },
  k: { decides: false, run: ({ step }) => step(-1) },
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}

const FIELDS = 'input, textarea, select, [contenteditable], [role=listbox], [role=menu]'
