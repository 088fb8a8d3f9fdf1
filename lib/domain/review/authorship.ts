import { UNSPACED } from '#lib/domain/sourcing/passage-words.ts'

/**
 * Who wrote a sentence since it was last approved [AUT1]. Every committed row of the update log is folded: a sentence whose
 * fingerprint differs from the one that it came from counts the row's person among its authors, whatever the row did
 * (deletions too); a sentence that a row left alone keeps its authors.
 */

/** A sentence as authorship sees it: where it stands in the flat text, and what it says. */
export interface FoldedSentence {
  /** [from, to) in the flat text, embeds counted. */
  readonly from: number
  readonly to: number
  /** Words, links and annotations without what a person could not have caused by a row: see `authorshipKey`. */
  readonly key: string
  /** It has evidence, or says that it needs none: no other sentence has its key, wherever and whenever. */
  readonly isTagged?: boolean
  /** How much it says: of what is short, many a text has the same. */
  readonly extent: Extent
  readonly authors: ReadonlySet<string>
}

/** What is typed arrives a letter at a time; a word where it is dictated, composed, or sent with others; a phrase hardly. */
export type Extent = 'letter' | 'word' | 'phrase'

/** Where no spaces tell the words apart, more than what an input method brings at once is a phrase. */
const COMPOSED = 6

export function extentOf(text: string): Extent {
  const trimmed = text.trim()
  const letters = [...trimmed]
  const isLong = letters.filter((letter) => UNSPACED.test(letter)).length > COMPOSED
  if (isLong || /\s/u.test(trimmed)) return 'phrase'
  return letters.length > 1 ? 'word' : 'letter'
}

export type BareSentence = Omit<FoldedSentence, 'authors'>

/** A stretch of the flat text that a row left in place. */
interface Kept {
  readonly oldAt: number
  readonly newAt: number
  readonly length: number
}

/**
 * The sentences after a row by `person`, with their authors. `kept` maps the text before to the text after. `gone` has the
 * authors of sentences that are there no more, by key: one that comes back as it was, restored or pasted, has them too, unless
 * it is a letter that was typed [AUT3].
 * Where the row settled proposals, what they say is the work of those who made them, too.
 */
export function foldAuthors(
  before: readonly FoldedSentence[],
  after: readonly BareSentence[],
  kept: readonly Kept[],
  person: string,
  gone: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
  settled: readonly SettledSpan[] = [],
): readonly FoldedSentence[] {
  return after.map((sentence) => {
    const origins = originsOf(sentence, kept)
    const sources = new Set(origins.flatMap((origin) => overlapping(before, origin)))
    const [only] = sources
    if (only && sources.size === 1 && only.key === sentence.key) {
      return { ...sentence, authors: only.authors }
    }
    // Without evidence a few words are like many others, and what they were changed from tells who wrote them.
    const isBack = sentence.isTagged || (!sources.size && sentence.extent !== 'letter')
    const former = (isBack && gone.get(sentence.key)) || []
    const authors = new Set([...[...sources].flatMap((source) => [...source.authors]), ...former])
    for (const proposer of proposersAt(origins, settled)) authors.add(proposer)
    return { ...sentence, authors: authors.add(person) }
  })
}

/** What somebody proposed about a stretch of the text before a row, which the row settled. */
export interface SettledSpan {
  readonly from: number
  readonly to: number
  readonly personId: string
}

/** Whose proposals were settled in the stretch that a sentence comes from, or at either end of it. */
function proposersAt(
  origins: readonly { readonly from: number; readonly to: number }[],
  settled: readonly SettledSpan[],
): readonly string[] {
  const [first, last] = [origins[0], origins.at(-1)]
  if (!first || !last) return []
  return settled
    .filter(({ from, to }) => from <= last.to && to >= first.from)
    .map(({ personId }) => personId)
}

/**
 * The sentences that are not as they were after a row by `person`, or not there: those with evidence, and phrases that others
 * had written. Their own they change letter by letter, and what came between is nobody's to bring back.
 */
export function changedSentences(
  before: readonly FoldedSentence[],
  after: readonly BareSentence[],
  person: string,
): readonly FoldedSentence[] {
  const left = new Set(after.map(({ key }) => key))
  return before.filter(
    ({ key, isTagged, extent, authors }) =>
      (isTagged || (extent === 'phrase' && !authors.has(person))) && !left.has(key),
  )
}

/** The sentences that a row took away: whole, or some of their words; a word that lost a letter is none. */
export function lostSentences(
  before: readonly FoldedSentence[],
  kept: readonly Kept[],
): readonly FoldedSentence[] {
  let at = 0
  return kept.flatMap(({ oldAt, length }) => {
    const gap = { from: at, to: oldAt }
    at = oldAt + length
    if (gap.from >= gap.to) return []
    const isWhole = ({ from, to }: FoldedSentence) => from >= gap.from && to <= gap.to
    return overlapping(before, gap).filter((one) => one.extent === 'phrase' || isWhole(one))
  })
}

/** The sentences that share a character with a stretch. They stand in the order of the text. */
function overlapping(
  sentences: readonly FoldedSentence[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly FoldedSentence[] {
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

/** Where the kept characters of a sentence stood before. */
function originsOf(sentence: BareSentence, kept: readonly Kept[]): { from: number; to: number }[] {
  return kept.flatMap(({ oldAt, newAt, length }) => {
    const from = Math.max(sentence.from, newAt)
    const to = Math.min(sentence.to, newAt + length)
    return from < to ? [{ from: from - newAt + oldAt, to: to - newAt + oldAt }] : []
  })
}

/** An approval that holds clears the authors: who wrote before it has been checked. */
export function clearAuthors(
  sentences: readonly FoldedSentence[],
  isApproved: (sentence: FoldedSentence) => boolean,
): readonly FoldedSentence[] {
  return sentences.map((sentence) =>
    isApproved(sentence) ? { ...sentence, authors: new Set<string>() } : sentence,
  )
}
