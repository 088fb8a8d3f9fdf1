import { findEdited, type PassagePiece, recased } from './edited-passage.ts'
import { type PassageIndex, UNKNOWN } from './passage-index.ts'
import { wordsOf } from './passage-words.ts'
import { placesOfWords } from './places-of-words.ts'

/** What became of a passage that somebody quoted. `page` counts from 0. */
export type PassageCheck =
  | { readonly kind: 'found'; readonly page: number }
  /** So many words differ; `as` is how the source has it. */
  | {
      readonly kind: 'differs'
      readonly page: number
      readonly words: number
      readonly as: string
    }
  /** Word for word but for what the quote itself says was left out or put in [CAP12]. */
  | { readonly kind: 'edited'; readonly page: number; readonly pieces: readonly PassagePiece[] }
  | { readonly kind: 'notFound' }

/** Does the passage stand there, honestly quoted? */
export const isFound = (check: PassageCheck | null): boolean =>
  check?.kind === 'found' || check?.kind === 'edited'

/** One word in so many may differ, in a passage of at least as many. */
const PER_DIFFERENCE = 4

/** Longer passages are looked for word for word only. */
const LONGEST_ALIKE = 2_000

/**
 * Looks for a passage, word by word [CAP6]: white space, the style of quotation marks and dashes, ligatures, words cut at the
 * end of a line and punctuation between words are no difference. Null: there is no word in it. It takes time in proportion to the text.
 */
export function checkPassage(index: PassageIndex, quote: string): PassageCheck | null {
  return locatePassage(index, quote)?.check ?? null
}

interface Located {
  readonly check: PassageCheck
  /** The first word of the place, and the word behind it; null: there is none. */
  readonly place: { readonly from: number; readonly to: number } | null
}

/** The same, with where it stands. */
export function locatePassage(index: PassageIndex, quote: string): Located | null {
  if (!wordsOf(quote).length) return null
  const own = recased(index, quote)
  for (const words of [quote, own]) {
    const from = placeOf(index, words)
    if (from === null) continue
    const place = { from, to: from + wordsOf(words).length }
    return { check: { kind: 'found', page: pageOf(index, from) }, place }
  }
  const edited = findEdited(index, own)
  if (edited) {
    const check = {
      ...{ kind: 'edited' as const, pieces: edited.pieces },
      page: pageOf(index, edited.at),
    }
    return { check, place: { from: edited.at, to: edited.end } }
  }
  return findAlike(index, numbersIn(index, own))
}

function numbersIn({ numberOf }: PassageIndex, quote: string): readonly number[] {
  return wordsOf(quote).map(({ word }) => numberOf.get(word) ?? UNKNOWN)
}

/** The first word of the first place that has it word for word. */
function placeOf(index: PassageIndex, quote: string): number | null {
  const wanted = numbersIn(index, quote)
  if (wanted.includes(UNKNOWN)) return null
  return placesOfWords(index.numbers, wanted, 1)[0] ?? null
}

const NOT_FOUND: Located = { check: { kind: 'notFound' }, place: null }

function findAlike(index: PassageIndex, wanted: readonly number[]): Located {
  const allowed = Math.floor(wanted.length / PER_DIFFERENCE)
  if (!allowed || wanted.length > LONGEST_ALIKE) return NOT_FOUND
  const best = likePlaces(index.numbers, wanted, allowed)
    .map((place) => align(index.numbers, wanted, place, allowed))
    .reduce<Aligned | null>((a, b) => (a && a.distance <= b.distance ? a : b), null)
  if (!best || best.distance > allowed) return NOT_FOUND
  const as = index.text.slice(index.words[best.from]?.from, index.words[best.to - 1]?.to)
  const page = pageOf(index, best.from)
  return { check: { kind: 'differs', page, words: best.distance, as }, place: best }
}

function pageOf({ words, pageStarts }: PassageIndex, word: number): number {
  const from = words[word]?.from ?? 0
  return Math.max(
    0,
    pageStarts.findLastIndex((start) => start <= from),
  )
}

/** As many places as are looked at closely. */
const CLOSELY = 5

/**
 * Places with enough of the wanted words in a stretch as long as the passage: where it stands with `allowed` differences there
 * must be one. Of places that overlap the best is given.
 */
function likePlaces(
  text: Int32Array,
  wanted: readonly number[],
  allowed: number,
): readonly number[] {
  const length = wanted.length
  const missing = new Map<number, number>()
  for (const word of wanted) missing.set(word, (missing.get(word) ?? 0) + 1)
  let shared = 0
  const groups: { at: number; shared: number }[] = []
  for (let end = 0; end < text.length + length - 1; end++) {
    shared += take(missing, text[end])
    shared -= give(missing, text[end - length])
    if (shared < length - allowed) continue
    const at = end - length + 1
    const last = groups.at(-1)
    if (!last || at - last.at > length) groups.push({ at, shared })
    else if (shared > last.shared) groups[groups.length - 1] = { at, shared }
  }
  return groups
    .sort((a, b) => b.shared - a.shared || a.at - b.at)
    .slice(0, CLOSELY)
    .map(({ at }) => at)
}

/** A word comes into the stretch: 1 when the passage still wants it. */
function take(missing: Map<number, number>, word: number | undefined): number {
  const count = word === undefined ? undefined : missing.get(word)
  if (word === undefined || count === undefined) return 0
  missing.set(word, count - 1)
  return count > 0 ? 1 : 0
}

function give(missing: Map<number, number>, word: number | undefined): number {
  const count = word === undefined ? undefined : missing.get(word)
  if (word === undefined || count === undefined) return 0
  missing.set(word, count + 1)
  return count >= 0 ? 1 : 0
}

interface Aligned {
  readonly distance: number
  readonly from: number
  readonly to: number
}

/** The stretch around a place with the fewest words changed, left out or added against the passage (Sellers). */
function align(
  text: Int32Array,
  wanted: readonly number[],
  place: number,
  allowed: number,
): Aligned {
  const start = Math.max(0, place - allowed)
  const width = Math.min(text.length, place + wanted.length + allowed) - start
  // The passage may begin anywhere: nothing of it is matched yet, at no cost.
  let costs = new Int32Array(width + 1)
  let begins = Int32Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= wanted.length; row++) {
    const nextCosts = new Int32Array(width + 1).fill(row, 0, 1)
    const nextBegins = new Int32Array(width + 1)
    for (let column = 1; column <= width; column++) {
      const differs = text[start + column - 1] === wanted[row - 1] ? 0 : 1
      const changed = (costs[column - 1] ?? 0) + differs
      const leftOut = (costs[column] ?? 0) + 1
      const added = (nextCosts[column - 1] ?? 0) + 1
      const least = Math.min(changed, leftOut, added)
      nextCosts[column] = least
      const from =
        least === changed
          ? begins[column - 1]
          : least === leftOut
            ? begins[column]
            : nextBegins[column - 1]
      nextBegins[column] = from ?? 0
    }
    costs = nextCosts
    begins = nextBegins
  }
  return lowest(costs, begins, start)
}

function lowest(costs: Int32Array, begins: Int32Array, start: number): Aligned {
  let best = 0
  for (let column = 1; column < costs.length; column++)
    if ((costs[column] ?? 0) <= (costs[best] ?? 0)) best = column
  return { distance: costs[best] ?? 0, from: start + (begins[best] ?? 0), to: start + best }
}
