import type { Crowding, Refusal } from './closings.ts'

/** Changes that the server has not confirmed. */
export interface Unsaved {
  readonly changes: number
  /** So many of them are committed to this device. */
  readonly kept: number
  /** The device takes nothing just now: the others are in this tab alone. */
  readonly isFailing: boolean
}

/** How saving stands. "Saved" means committed, and so does "kept". */
export type SaveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | ({ readonly kind: 'offline' } & Unsaved)
  | ({ readonly kind: 'notSaved' } & Unsaved)
  /** Not let in just now: it connects by itself when it can. */
  | ({ readonly kind: 'held'; readonly why: Hold } & Unsaved)
  | Ended

/** Why it is not let in just now. */
export type Hold =
  | { readonly kind: Crowding }
  /** The article cannot be served; in the words of the server. */
  | { readonly kind: 'damaged'; readonly reason: string }

/** Why it does not connect any more. */
export type Ending =
  | { readonly kind: 'refused'; readonly why: Refusal }
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
  readonly held: Hold | null
  readonly unsaved: Unsaved
}

export function saveStateOf(situation: Situation): SaveState {
  const { isOnline, hasNetwork, isLoaded, held, unsaved } = situation
  if (isOnline) return { kind: unsaved.changes ? 'saving' : 'saved' }
  if (!hasNetwork) return { kind: 'offline', ...unsaved }
  if (held) return { kind: 'held', why: held, ...unsaved }
  if (unsaved.changes) return { kind: 'notSaved', ...unsaved }
  return isLoaded ? { kind: 'offline', ...unsaved } : { kind: 'connecting' }
}

/** How many changes are in this tab alone and cannot be kept now. What is on its way to the device is not counted. */
export function onlyHere({ changes, kept, isFailing }: Unsaved): number {
  return isFailing ? changes - kept : 0
}
