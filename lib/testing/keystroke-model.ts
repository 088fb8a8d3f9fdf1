/**
 * The keystroke-level model (Card, Moran and Newell; the times are those of Kieras): how long somebody who knows the keys takes for
 * what was really pressed. No clock has a part in it, so that it says the same on every machine.
 */

export interface Operators {
  /** A key: a modifier is one, and so is each letter. */
  readonly key: number
  /** Making up one's mind. */
  readonly mind: number
}

export const KIERAS: Operators = { key: 0.28, mind: 1.2 }
/** A skilled typist, by Card. */
export const CARD: Operators = { key: 0.2, mind: 1.35 }

/** Fetching an address is another program's: so many keys, and so many times of making up one's mind. */
export const FETCH = { keys: 8, minds: 2 } as const

export const keysOf = (chord: string): number => chord.split('+').length

/** A sentence asks what it needs, once, and each source that it gets asks which. */
function mindsOf(chords: readonly string[]): number {
  return 1 + chords.filter((chord) => isPaste(chord) || isShelf(chord, chords)).length
}

const isPaste = (chord: string) => chord === 'Control+V'

/** A digit that is typed into a field is a letter: the field is opened by L. */
function isShelf(chord: string, chords: readonly string[]): boolean {
  const opened = chords.indexOf('l')
  return /^(Shift\+Digit)?[1-9]$/.test(chord) && (opened < 0 || chords.indexOf(chord) < opened)
}

/** Seconds for the keys of one sentence. */
export function secondsOf(chords: readonly string[], { key, mind }: Operators = KIERAS): number {
  const fetched = chords.filter(isPaste).length
  const keys = chords.reduce((sum, chord) => sum + keysOf(chord), 0) + fetched * FETCH.keys
  return keys * key + (mindsOf(chords) + fetched * FETCH.minds) * mind
}
