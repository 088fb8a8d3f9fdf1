import {
  is,
  type Letter,
  letterAt,
  OPEN,
  SPACE,
  STOP,
  skipSpace,
  UNSEEN,
} from './segmentation-chars.ts'

/** What stands behind the marks: does it look like the beginning of a sentence? */
export interface Follower {
  readonly at: number
  readonly letter: Letter
  /** The letters of its first word, in small letters. */
  readonly word: string
  /** A dash stands before it. */
  readonly dash: boolean
  /** Marks of omission stand before it: "(...)", "…and". */
  readonly omission: boolean
  /** A letter with a full stop: an initial, not a word. */
  readonly initial: boolean
  /** A number that counts the items of a list: "1.", "2)". */
  readonly item: boolean
  /** The first unit when it is neither letter nor digit. */
  readonly sign: string
}

const WORD = /[\p{L}\p{M}]{1,24}/uy
const DASHES = /(?:--?|[–—―])\s+/y
const OMISSION = /[([]?(?:\.\.\.+|…)[)\]]?\s*/y
const ADDRESS = /(?:https?:\/\/|www\.)/y
const ITEM = /\d{1,2}[.)]\s/y
const CAMEL = /(?:\p{Ll}{1,2}|(?:al|el|an|ar|as|ash|at)[-’'])\p{Lu}/uy

/** Reads past opening marks, dashes and omissions; a bounded number of them, so that reading stays linear. */
export function followerOf(text: string, from: number, limit: number): Follower {
  let at = from
  let dash = false
  let omission = false
  for (let step = 0; step < 8 && at < limit; step++) {
    const next = afterOmission(text, at)
    if (next > at) {
      omission = true
      at = next
    } else if (is(text, at, OPEN | UNSEEN)) at = skipSpace(text, at + 1, limit)
    else if (matches(DASHES, text, at)) {
      dash = true
      at = DASHES.lastIndex
    } else break
  }
  const letter = at < limit ? letterOf(text, at) : 'none'
  const word = letter === 'none' || !matches(WORD, text, at) ? '' : text.slice(at, WORD.lastIndex)
  const sign = letter === 'none' ? text.charAt(at) : ''
  const initial = word.length === 1 && text.charAt(at + 1) === '.'
  const item = letter === 'digit' && matches(ITEM, text, at)
  return { at, letter, word: word.toLowerCase(), dash, omission, initial, item, sign }
}

/** A web address, and a name such as "iPhone" or "al-Nusra", begin a sentence like a capital. */
function letterOf(text: string, at: number): Letter {
  const letter = letterAt(text, at)
  if (letter !== 'lower') return letter
  return matches(ADDRESS, text, at) || matches(CAMEL, text, at) ? 'upper' : 'lower'
}

function afterOmission(text: string, at: number): number {
  return is(text, at, STOP) || is(text, at + 1, STOP)
    ? matches(OMISSION, text, at)
      ? OMISSION.lastIndex
      : at
    : at
}

export function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Did the sentence begin with a small letter? Then its writer sets no capitals, and the next may lack one too. */
export function beginsSmall(text: string, from: number, limit: number): boolean {
  let at = from
  while (at < limit && at < from + 8 && is(text, at, OPEN | UNSEEN | SPACE)) at++
  return letterOf(text, at) === 'lower'
}
