import { type Word, wordsOf } from './passage-words.ts'

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
  | { readonly kind: 'notFound' }

/** A text that passages are looked for in, read once for many of them. */
export interface PassageIndex {
  readonly text: string
  readonly words: readonly Word[]
  /** The number of each word: equal words have equal numbers. */
  readonly numbers: Int32Array
  readonly numberOf: ReadonlyMap<string, number>
  /** Where each page begins in the text. */
  readonly pageStarts: readonly number[]
}

/** Reads the pages of a source, in one go through the text. */
export function indexPassages(pages: readonly string[]): PassageIndex {
  const pageStarts: number[] = []
  let length = 0
  for (const page of pages) {
    pageStarts.push(length)
    length += page.length + 1
  }
  // A line break between pages: a passage may go over it, and so may a word that is cut there.
  const text = pages.join('\n')
  const words = wordsOf(text)
  const numberOf = new Map<string, number>()
  const numbers = Int32Array.from(words, ({ word }) => {
    const known = numberOf.get(word)
    if (known !== undefined) return known
    numberOf.set(word, numberOf.size)
    return numberOf.size - 1
  })
  return { text, words, numbers, numberOf, pageStarts }
}

/** One word in so many may differ, in a passage of at least as many. */
const PER_DIFFERENCE = 4

/** Longer passages are looked for word for word only. */
const LONGEST_ALIKE = 2_000

const UNKNOWN = -1

/**
 * Looks for a passage, word by word [CAP6]: white space, the style of quotation marks and dashes, ligatures, words cut at the
 * end of a line and punctuation between words are no difference. Null: there is no word in it. It takes time in proportion to the text.
 */
export function checkPassage(index: PassageIndex, quote: string): PassageCheck | null {
  const wanted = wordsOf(quote).map(({ word }) => index.numberOf.get(word) ?? UNKNOWN)
  if (!wanted.length) return null
  const at = wanted.includes(UNKNOWN) ? -1 : indexOfWords(index.numbers, wanted)
  if (at >= 0) return { kind: 'found', page: pageOf(index, at) }
  const allowed = Math.floor(wanted.length / PER_DIFFERENCE)
  if (!allowed || wanted.length > LONGEST_ALIKE) return { kind: 'notFound' }
  const best = likePlaces(index.numbers, wanted, allowed)
    .map((place) => align(index.numbers, wanted, place, allowed))
    .reduce<Aligned | null>((a, b) => (a && a.distance <= b.distance ? a : b), null)
  if (!best || best.distance > allowed) return { kind: 'notFound' }
  const as = index.text.slice(index.words[best.from]?.from, index.words[best.to - 1]?.to)
  return { kind: 'differs', page: pageOf(index, best.from), words: best.distance, as }
}

function pageOf({ words, pageStarts }: PassageIndex, word: number): number {
  const from = words[word]?.from ?? 0
  return Math.max(
    0,
    pageStarts.findLastIndex((start) => start <= from),
  )
}

/** Knuth, Morris and Pratt: each word of the text is looked at once. */
function indexOfWords(text: Int32Array, wanted: readonly number[]): number {
  const back = new Int32Array(wanted.length)
  for (let at = 1, matched = 0; at < wanted.length; at++) {
    while (matched && wanted[at] !== wanted[matched]) matched = back[matched - 1] ?? 0
    if (wanted[at] === wanted[matched]) matched++
    back[at] = matched
  }
  for (let at = 0, matched = 0; at < text.length; at++) {
    while (matched && text[at] !== wanted[matched]) matched = back[matched - 1] ?? 0
    if (text[at] === wanted[matched]) matched++
    if (matched === wanted.length) return at + 1 - matched
  }
  return -1
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
