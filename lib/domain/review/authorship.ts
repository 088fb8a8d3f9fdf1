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
  readonly authors: ReadonlySet<string>
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
 * authors of sentences that are there no more, by key: one that comes back as it was, restored or pasted, has them too [AUT3].
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
    const isBack = !sources.size || sentence.isTagged
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

/** The sentences with evidence that are not as they were after a row, or not there. */
export function changedSentences(
  before: readonly FoldedSentence[],
  after: readonly BareSentence[],
): readonly FoldedSentence[] {
  const left = new Set(after.map(({ key }) => key))
  return before.filter(({ key, isTagged }) => isTagged && !left.has(key))
}

/** The sentences of which a row left nothing. */
export function goneSentences(
  before: readonly FoldedSentence[],
  kept: readonly Kept[],
): readonly FoldedSentence[] {
  let at = 0
  return kept.flatMap(({ oldAt, length }) => {
    const gap = { from: at, to: oldAt }
    at = oldAt + length
    if (gap.from >= gap.to) return []
    return overlapping(before, gap).filter(({ from, to }) => from >= gap.from && to <= gap.to)
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
