import type { Kept } from '#lib/domain/text/read-flat.ts'
import type { Authors, Stretch } from './author-runs.ts'
import type { Extent } from './extent.ts'
import type { Claim } from './former-authors.ts'
import type { Unit } from './lost-characters.ts'

/** A sentence as authorship sees it: where it stands in the flat text, and what it says. */
export interface BareSentence extends Unit {
  /** Words, links and annotations without what a person could not have caused by a row: see `authorshipKey`. */
  readonly key: string
  /** Words and links, as they are compared. */
  readonly words: string
  /** Annotations that say something. */
  readonly claims: readonly Claim[]
  readonly extent: Extent
}

export interface FoldedSentence extends BareSentence {
  readonly authors: Authors
  /** Who changed it last. */
  readonly by: string
  /** Where in it what that brought ends; null: it brought nothing, or in several places. */
  readonly typedTo: number | null
}

/** What somebody proposed about a stretch of the text before a row, which the row settled. */
export interface SettledSpan extends Stretch {
  readonly personId: string
}

/** In UTF-16: so long is what a key brings. */
export const LETTER = 2

/** A sentence after a row, with where it comes from. */
export interface Traced {
  readonly sentence: BareSentence
  readonly sources: readonly FoldedSentence[]
  /** What of it was there before: where it stood, and where it stands. */
  readonly stayed: readonly Kept[]
  /** The sentence that it was and is: nobody changed it. */
  readonly same: FoldedSentence | null
}

export function trace(
  before: readonly FoldedSentence[],
  sentence: BareSentence,
  kept: readonly Kept[],
): Traced {
  const stayed = sentence.stretches.flatMap((stretch) => stayedIn(stretch, kept))
  const found = stayed.flatMap(({ oldAt, length }) =>
    overlapping(before, { from: oldAt, to: oldAt + length }),
  )
  const sources = found.length > 1 ? [...new Set(found)] : found
  const [only = null] = sources
  const same = sources.length === 1 && only?.key === sentence.key ? only : null
  return { sentence, sources, stayed, same }
}

function stayedIn({ from, to }: Stretch, kept: readonly Kept[]): Kept[] {
  return kept.flatMap(({ oldAt, newAt, length }) => {
    const [first, last] = [Math.max(from, newAt), Math.min(to, newAt + length)]
    return first < last
      ? [{ oldAt: oldAt + first - newAt, newAt: first, length: last - first }]
      : []
  })
}

/** The characters of a sentence that the row brought. */
export function broughtIn({ sentence, stayed }: Traced): readonly Stretch[] {
  let at = 0
  return sentence.stretches.flatMap(({ from, to }) => {
    const gaps: Stretch[] = []
    let start = from
    for (; (stayed[at]?.newAt ?? to) < to; at++) {
      const { newAt, length } = stayed[at] as Kept
      if (newAt > start) gaps.push({ from: start, to: newAt })
      start = newAt + length
    }
    return start < to ? [...gaps, { from: start, to }] : gaps
  })
}

/** The sentence that a letter was typed into, right behind what the same person had typed before; null: it is something else. */
export function typedOn(traced: Traced, person: string): FoldedSentence | null {
  const { sources, stayed } = traced
  const [[source], [brought, other]] = [sources, broughtIn(traced)]
  if (!source || sources.length > 1 || !brought || other || source.by !== person) return null
  const before = stayed.findLast(({ newAt }) => newAt < brought.from)
  const at = (before ? before.oldAt + before.length : source.from) - source.from
  // A space that was typed in between may not have been part of it.
  const isBehind = source.typedTo !== null && at >= source.typedTo && at <= source.typedTo + 1
  return isBehind && brought.to - brought.from <= LETTER ? source : null
}

/** What its annotations say now and did not where it comes from; `isOther`: that, or something is not said any more. */
export function newClaims({ sentence, sources }: Traced) {
  const said = new Set(sources.flatMap(({ claims }) => claims.map(({ says }) => says)))
  const added = sentence.claims.filter(({ says }) => !said.has(says))
  return { added, isOther: added.length > 0 || said.size > sentence.claims.length }
}

/** Whose proposals were settled in the stretch that a sentence comes from, or at either end of it. */
export function proposersAt(
  { stayed }: Traced,
  settled: readonly SettledSpan[],
): readonly string[] {
  const [first, last] = [stayed[0], stayed.at(-1)]
  if (!first || !last) return []
  return settled
    .filter(({ from, to }) => from <= last.oldAt + last.length && to >= first.oldAt)
    .map(({ personId }) => personId)
}

/** The sentences that share a character with a stretch. They stand in the order of the text. */
function overlapping<S extends Stretch>(
  sentences: readonly S[],
  { from, to }: Stretch,
): readonly S[] {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.to ?? 0) <= from) low = middle + 1
    else high = middle
  }
  let end = low
  while ((sentences[end]?.from ?? Number.POSITIVE_INFINITY) < to) end++
  return sentences.slice(low, end)
}
