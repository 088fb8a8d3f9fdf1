/** What the status bar says about saving. "Saved" means committed. */
export type SaveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly changes: number }
  | { readonly kind: 'notSaved'; readonly changes: number }
  /** Not let in just now: it connects by itself when it can. */
  | { readonly kind: 'held'; readonly changes: number; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'outdated' }

export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting…'
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'offline':
      return state.changes ? `Offline: ${countWords(state.changes)} kept here` : 'Offline'
    case 'notSaved':
      return 'Not saved: kept on this device, trying again'
    case 'held':
      return state.changes ? 'Not saved: kept on this device, trying again' : 'Not connected'
    case 'refused':
      return `Not saved: ${state.reason}`
    case 'signedOut':
      return 'You have been signed out'
    case 'gone':
      return 'You may no longer see this article'
    case 'outdated':
      return 'A newer Galley is running: reload this page'
    default:
      return state satisfies never
  }
}

function countWords(changes: number): string {
  return changes === 1 ? '1 change' : `${changes} changes`
}
