/** Changes that the server has not confirmed. */
export interface Unsaved {
  readonly changes: number
  /** So many of them are committed to this device. */
  readonly kept: number
  /** The device takes nothing just now: the others are in this tab alone. */
  readonly isFailing: boolean
}

/** What the status bar says about saving. "Saved" means committed, and so does "kept". */
export type SaveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | ({ readonly kind: 'offline' } & Unsaved)
  | ({ readonly kind: 'notSaved' } & Unsaved)
  /** Not let in just now: it connects by itself when it can. */
  | ({ readonly kind: 'held'; readonly reason: string } & Unsaved)
  | Ended

/** Why it does not connect any more. */
export type Ending =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'signedOut' | 'gone' | 'outdated' }

type Ended = Ending & Unsaved

export function isEnded(state: SaveState): state is Ended {
  return ['refused', 'signedOut', 'gone', 'outdated'].includes(state.kind)
}

export interface Situation {
  readonly isOnline: boolean
  readonly hasNetwork: boolean
  readonly isLoaded: boolean
  /** Why it was not let in when it last tried. */
  readonly held: string | null
  readonly unsaved: Unsaved
}

export function saveStateOf(situation: Situation): SaveState {
  const { isOnline, hasNetwork, isLoaded, held, unsaved } = situation
  if (isOnline) return { kind: unsaved.changes ? 'saving' : 'saved' }
  if (!hasNetwork) return { kind: 'offline', ...unsaved }
  if (held) return { kind: 'held', reason: held, ...unsaved }
  if (unsaved.changes) return { kind: 'notSaved', ...unsaved }
  return isLoaded ? { kind: 'offline', ...unsaved } : { kind: 'connecting' }
}

/** How many changes are in this tab alone and cannot be kept now. What is on its way to the device is not counted. */
function onlyHere({ changes, kept, isFailing }: Unsaved): number {
  return isFailing ? changes - kept : 0
}

export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting…'
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'offline':
      return offlineWords(state)
    case 'notSaved':
      return notSavedWords(state)
    case 'held':
      return state.changes ? notSavedWords(state) : 'Not connected'
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

function offlineWords(unsaved: Unsaved): string {
  const alone = onlyHere(unsaved)
  if (alone) return `Offline: keep this tab open, ${changesAre(alone)} only in it`
  return unsaved.kept ? `Offline: ${countWords(unsaved.kept)} kept here` : 'Offline'
}

function notSavedWords(unsaved: Unsaved): string {
  if (onlyHere(unsaved)) return 'Not saved: keep this tab open, trying again'
  return unsaved.kept
    ? `Not saved: ${countWords(unsaved.kept)} kept on this device, trying again`
    : 'Not saved: trying again'
}

/** Where that is which was written last, in a sentence. What is on its way to the device is not spoken of. */
export function whereabouts(unsaved: Unsaved): string {
  if (!unsaved.changes) return 'What you wrote is saved.'
  const alone = onlyHere(unsaved)
  if (alone)
    return `${changesAre(alone)} only in this tab: copy what you wrote before you leave the page.`
  return unsaved.kept ? `${changesAre(unsaved.kept)} kept on this device.` : ''
}

function changesAre(count: number): string {
  return `${countWords(count)} ${count === 1 ? 'is' : 'are'}`
}

function countWords(changes: number): string {
  return changes === 1 ? '1 change' : `${changes} changes`
}
