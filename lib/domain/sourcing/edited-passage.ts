import { type PassageIndex, UNKNOWN } from './passage-index.ts'
import { wordsOf } from './passage-words.ts'
import { placesOfWords } from './places-of-words.ts'

/** A stretch of a passage that was quoted with words left out, or others put in. */
export type PassagePiece =
  /** As the source has it. */
  | { readonly kind: 'same'; readonly text: string }
  /** Of the source, for a mark like “…” in the quote. */
  | { readonly kind: 'leftOut'; readonly text: string; readonly words: number }
  /** Of the quote, in brackets; `instead`: of the words of the source, which may be none. */
  | { readonly kind: 'inserted'; readonly text: string; readonly instead: string }

/** As many words of the source may be left out at one mark. */
export const MOST_LEFT_OUT = 200
/** As many words of the source may stand where a bracket was put in. */
export const MOST_INSTEAD = 10
/** A quote in more parts than these is no quote. Each costs a look through the text. */
export const MOST_PARTS = 20

/** Dots that stand for words, also in brackets; an empty bracket; words in square brackets. */
const MARK = /[[(]?\s*(?:…|\.{3,}|\.(?:\s\.){2,})\s*[\])]?|\[\s*\]|\[(?<inserted>[^[\]]{1,200})\]/gu

/** A word whose first letter was made large or small, and says so: “[T]he ferry”. */
const RECASED = /\[(\p{L})\]([\p{L}\p{M}\p{N}'’‐-]+)/gu

/** Such words as the source has them, else as they were meant. */
export function recased(index: PassageIndex, quote: string): string {
  return quote.replace(RECASED, (_, letter: string, rest: string) => {
    const small = letter.toLowerCase()
    const other = (letter === small ? letter.toUpperCase() : small) + rest
    return wordsOf(other).every(({ word }) => index.numberOf.has(word)) ? other : letter + rest
  })
}

/** What stands between two parts of a quote. */
interface Gap {
  readonly isLeftOut: boolean
  /** Without the brackets; empty: nothing was put in. */
  readonly inserted: string
}

const NO_GAP: Gap = { isLeftOut: false, inserted: '' }

interface Quote {
  readonly parts: readonly (readonly string[])[]
  /** One before each part, and one behind the last. */
  readonly gaps: readonly Gap[]
}

/** A quote as the words of the source, and what its writer says was done to them. */
function readQuote(quote: string): Quote {
  const parts: (readonly string[])[] = []
  const gaps: Gap[] = []
  let gap = NO_GAP
  let from = 0
  const take = (text: string) => {
    const words = wordsOf(text).map(({ word }) => word)
    if (!words.length) return
    parts.push(words)
    gaps.push(gap)
    gap = NO_GAP
  }
  for (const mark of quote.matchAll(MARK)) {
    take(quote.slice(from, mark.index))
    from = mark.index + mark[0].length
    const inserted = mark.groups?.inserted ?? ''
    gap = wordsOf(inserted).length
      ? { ...gap, inserted: [gap.inserted, inserted.trim()].filter(Boolean).join(' ') }
      : { ...gap, isLeftOut: true }
  }
  take(quote.slice(from))
  return { parts, gaps: [...gaps, gap] }
}

/** Where the parts of a quote stand: the first word of each, and the word behind it. */
type Chain = readonly (readonly [from: number, to: number])[]

/**
 * Looks for a quote whose writer left words out or put some in, and said so: its parts stand in their order, each within reach of
 * the one before [CAP12]. Of several places the one with the fewest words between them, of those the first. Null: there is none.
 */
export function findEdited(
  index: PassageIndex,
  quote: string,
): { readonly at: number; readonly end: number; readonly pieces: readonly PassagePiece[] } | null {
  const { parts, gaps } = readQuote(quote)
  const isEdited = parts.length > 1 || gaps.some(({ inserted }) => inserted)
  if (!isEdited || !parts.length || parts.length > MOST_PARTS) return null
  const wanted = parts.map((words) => words.map((word) => index.numberOf.get(word) ?? UNKNOWN))
  if (wanted.some((words) => words.includes(UNKNOWN))) return null
  const chain = shortestChain(index.numbers, wanted, gaps.map(reachOf))
  const [first, last] = [chain?.[0], chain?.at(-1)]
  if (!chain || !first || !last) return null
  return { at: first[0], end: last[1], pieces: piecesOf(index, chain, gaps) }
}

function reachOf({ isLeftOut, inserted }: Gap): number {
  return (isLeftOut ? MOST_LEFT_OUT : 0) + (inserted ? MOST_INSTEAD : 0)
}

/** A place of a part that is reached from places of all parts before it. */
interface Reached {
  readonly from: number
  readonly to: number
  /** Where the chain begins. */
  readonly start: number
  readonly before: Reached | null
}

/**
 * Goes through the places of one part after the other. The nearest place before is always the best to come from: whatever reaches
 * an earlier one begins earlier too.
 */
function shortestChain(
  text: Int32Array,
  parts: readonly (readonly number[])[],
  reaches: readonly number[],
): Chain | null {
  let reached: readonly Reached[] | null = null
  for (const [at, part] of parts.entries()) {
    const places = placesOfWords(text, part)
    reached = reached
      ? goOn(reached, places, part.length, reaches[at] ?? 0)
      : places.map((from) => ({ from, to: from + part.length, start: from, before: null }))
    if (!reached.length) return null
  }
  const best = reached?.reduce((a, b) => (b.to - b.start < a.to - a.start ? b : a))
  return best ? chainOf(best) : null
}

function goOn(
  before: readonly Reached[],
  places: readonly number[],
  length: number,
  reach: number,
): readonly Reached[] {
  const next: Reached[] = []
  let at = 0
  for (const from of places) {
    while ((before[at + 1]?.to ?? Number.POSITIVE_INFINITY) <= from) at++
    const nearest = before[at]
    if (!nearest || nearest.to > from || from - nearest.to > reach) continue
    next.push({ from, to: from + length, start: nearest.start, before: nearest })
  }
  return next
}

function chainOf(last: Reached): Chain {
  const chain: (readonly [number, number])[] = []
  for (let one: Reached | null = last; one; one = one.before) chain.unshift([one.from, one.to])
  return chain
}

function piecesOf(index: PassageIndex, chain: Chain, gaps: readonly Gap[]) {
  const pieces: PassagePiece[] = []
  let behind = chain[0]?.[0] ?? 0
  for (const [at, [from, to]] of chain.entries()) {
    pieces.push(...gapPieces(index, gaps[at] ?? NO_GAP, behind, from))
    pieces.push({ kind: 'same', text: stretchOf(index, from, to) })
    behind = to
  }
  return [...pieces, ...gapPieces(index, gaps[chain.length] ?? NO_GAP, behind, behind)]
}

function gapPieces(
  index: PassageIndex,
  { isLeftOut, inserted }: Gap,
  from: number,
  to: number,
): readonly PassagePiece[] {
  const text = stretchOf(index, from, to)
  const leftOut = isLeftOut && text ? [{ kind: 'leftOut' as const, text, words: to - from }] : []
  if (!inserted) return leftOut
  if (isLeftOut) return [...leftOut, { kind: 'inserted', text: inserted, instead: '' }]
  // The bracket is the source's own.
  if (saysSame(text, inserted)) return [{ kind: 'same', text }]
  return [{ kind: 'inserted', text: inserted, instead: text }]
}

function saysSame(one: string, other: string): boolean {
  const words = (text: string) => wordsOf(text).map(({ word }) => word)
  return words(one).join(' ') === words(other).join(' ')
}

function stretchOf({ text, words }: PassageIndex, from: number, to: number): string {
  return from < to ? text.slice(words[from]?.from, words[to - 1]?.to) : ''
}
