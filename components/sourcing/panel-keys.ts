import type { KeyboardEvent } from 'react'

export interface PanelCommands {
  readonly same: () => void
  readonly exempt: () => void
  readonly holds: () => void
  readonly addSource: () => void
  readonly leave: () => void
  readonly go: (step: 1 | -1) => void
}

/**
 * Single keys of the sentence's panel. They work while the focus is in it and in no field, so that they harm no text
 * (WCAG 2.1.4). Returns true when the key was one of them.
 */
export function panelKey(
  event: KeyboardEvent,
  commands: PanelCommands,
  panel: HTMLElement | null,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  const target = event.target as HTMLElement
  if (target.closest('input, textarea, select, [role=option], [role=listbox]')) {
    if (event.key === 'Escape' && panel) panel.focus()
    return false
  }
  if (event.key === 'Escape') return run(commands.leave)
  if (event.key === ' ') return target.closest('button, a') ? false : run(commands.same)
  switch (event.key.toLowerCase()) {
    case 'x':
      return run(commands.exempt)
    case 'h':
      return run(commands.holds)
    case 's':
      return run(commands.addSource)
    case 'j':
      return run(() => commands.go(1))
    case 'k':
      return run(() => commands.go(-1))
    case 'c':
    case 't': {
      const name = event.key.toLowerCase() === 'c' ? 'confidence' : 'kind'
      panel?.querySelector<HTMLElement>(`[data-field=${name}]`)?.focus()
      return true
    }
    default:
      return false
  }
}

function run(command: () => void): true {
  command()
  return true
}
