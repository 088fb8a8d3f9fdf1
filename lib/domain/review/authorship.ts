import type { Kept } from '#lib/domain/text/read-flat.ts'
import {
  type AuthorRun,
  type Authors,
  authorsOf,
  carryRuns,
  type Mark,
  markRuns,
  NOBODY,
  namesOf,
  type Stretch,
  unite,
} from './author-runs.ts'
import type { FormerAuthors } from './former-authors.ts'
import { marksOfLosses, type Unit } from './lost-characters.ts'
import {
  type BareSentence,
  broughtIn,
  type FoldedSentence,
  LETTER,
  newClaims,
  proposersAt,
  type SettledSpan,
  type Traced,
  trace,
  typedOn,
} from './traced-sentence.ts'

/**
 * Who wrote a sentence since it was last approved [AUT1]. Every committed row of the update log is folded. Whoever brings
 * characters is their author; whoever takes some away, that of those beside them; and whoever changes a sentence in another
 * way, cutting it in two or saying where it comes from, that of all its characters. A sentence has the authors of what stands
 * in it: what is written in front of it, and is a sentence of its own in the end, leaves it as it was.
 */

/** What stands in an article, with who wrote it. */
export interface Written {
  readonly sentences: readonly FoldedSentence[]
  readonly runs: readonly AuthorRun[]
}

export const NOTHING_WRITTEN: Written = { sentences: [], runs: [] }

/** A row of the log: who sent it, what it left in place, and what the article says then. */
export interface FoldedRow {
  readonly person: string
  /** Maps the flat text before to that after. */
  readonly kept: readonly Kept[]
  /** Those that it may have changed. */
  readonly sentences: readonly BareSentence[]
  /** How many at the beginning and at the end of the article it cannot have changed; `shift`: how far the last moved. */
  readonly untouched: { readonly front: number; readonly behind: number }
  readonly shift: number
  /** What was proposed before, and not part of the text: whoever takes some of it away writes at it, too [AUT5]. */
  readonly proposed: readonly Unit[]
  /** Proposals that the row settled: what they say is the work of those who made them, too [AUT5]. */
  readonly settled: readonly SettledSpan[]
}

/** Enough words to know them again. */
const isPhrase = ({ extent }: BareSentence) => extent === 'phrase' || extent === 'whole'

/** What is written after a row; `former` learns what is there no more. */
export function foldRow(before: Written, row: FoldedRow, former: FormerAuthors): Written {
  const { front, behind } = row.untouched
  const last = before.sentences.length - behind
  const touched = before.sentences.slice(front, last)
  const traced = row.sentences.map((sentence) => trace(touched, sentence, row.kept))
  const ofProposals = marksOfLosses(row.proposed, before.runs, row)
  const losses = marksOfLosses(touched, before.runs, row).filter(
    (loss) => !traced.some(({ sentence, same }) => same && isWithin(loss, sentence)),
  )
  const carried = markRuns(carryRuns(before.runs, row.kept, row.person), ofProposals)
  const wordsOf = (words: string) => wordsBefore(words, before.sentences, former)
  const marks = traced.flatMap((one) => marksOf(one, { row, losses, former, wordsOf }))
  const runs = markRuns(markRuns(carried, losses), marks)
  keepLost(touched, traced, row, former)
  const sentences = [
    ...before.sentences.slice(0, front),
    ...settle(traced, runs, row.person),
    ...before.sentences.slice(last).map((one) => shifted(one, row.shift)),
  ]
  return { sentences, runs }
}

function shifted(sentence: FoldedSentence, by: number): FoldedSentence {
  if (!by) return sentence
  const move = ({ from, to }: Stretch) => ({ from: from + by, to: to + by })
  return { ...sentence, ...move(sentence), stretches: sentence.stretches.map(move) }
}

interface Around {
  readonly row: FoldedRow
  readonly losses: readonly Stretch[]
  readonly former: FormerAuthors
  readonly wordsOf: (words: string) => Authors | null
}

/** Who wrote these words, where they stood or stand elsewhere; null: nobody did. */
function wordsBefore(
  words: string,
  before: readonly FoldedSentence[],
  former: FormerAuthors,
): Authors | null {
  const twins = before.filter((one) => one.words === words && isPhrase(one))
  const gone = former.ofWords(words)
  return twins.length || gone !== null
    ? unite(gone ?? NOBODY, ...twins.map(({ authors }) => authors))
    : null
}

function marksOf(one: Traced, { row, losses, former, wordsOf }: Around): readonly Mark[] {
  const { sentence, same } = one
  const brought = broughtIn(one)
  // White space, or the same words again: theirs who wrote the rest.
  if (same) return brought.map((stretch) => ({ ...stretch, change: () => same.authors }))
  const again = isTold(one, brought) ? wordsOf(sentence.words) : null
  const hasLost = losses.some((loss) => isWithin(loss, sentence))
  const claims = newClaims(one)
  const settlers = proposersAt(one, row.settled)
  // What was written before it or behind it is apart from it now: nobody changed it.
  const isApart = again !== null && one.sources.length === 1
  const isByCharacters = brought.length > 0 || hasLost || isApart
  const isWhole = !isByCharacters || claims.isOther || settlers.length > 0
  const authors = unite(
    again ?? NOBODY,
    ...claims.added.map(({ id }) => former.ofAnnotation(id)),
    ...settlers,
    isWhole ? row.person : NOBODY,
  )
  if (authors === NOBODY) return []
  return sentence.stretches.map((stretch) => ({
    ...stretch,
    change: (others) => unite(others, authors),
  }))
}

/**
 * Whether the words of a sentence, if they stood before, came back: where there are few, they are like many others. A letter typed
 * at the end of what has no end yet brings nothing back.
 */
function isTold({ sentence, sources }: Traced, brought: readonly Stretch[]): boolean {
  const { words, extent, claims, to } = sentence
  const [only] = sources
  if (sources.length === 1 && only?.words === words) return false
  if (claims.length) return true
  if (!sources.length) return extent !== 'letter'
  const isTyped =
    brought.length === 1 && brought.every((one) => one.to === to && one.to - one.from <= LETTER)
  return extent === 'whole' || (extent === 'phrase' && !isTyped)
}

/**
 * Keeps what a row changed or took away: it may come back. What somebody types letter by letter is kept where they stop and go on
 * elsewhere, where another goes on, or where something goes; a word where it goes as a whole.
 */
function keepLost(
  before: readonly FoldedSentence[],
  traced: readonly Traced[],
  { kept, person }: FoldedRow,
  former: FormerAuthors,
) {
  const stays = new Set(traced.map(({ same }) => same))
  const goesOn = new Set(traced.map((one) => typedOn(one, person)))
  for (const sentence of before) {
    if (stays.has(sentence)) continue
    const { words, claims, authors, stretches } = sentence
    const left = stretches.flatMap((stretch) => leftOf(stretch, kept))
    const size = (all: readonly Stretch[]) => all.reduce((sum, { from, to }) => sum + to - from, 0)
    const hasLost = size(left) < size(stretches)
    const isMeant = claims.length > 0 || (isPhrase(sentence) && (hasLost || !goesOn.has(sentence)))
    if (isMeant || !left.length) former.keepWords(words, authors)
  }
}

function leftOf({ from, to }: Stretch, kept: readonly Kept[]): Stretch[] {
  return kept.flatMap(({ oldAt, length }) => {
    const [first, last] = [Math.max(from, oldAt), Math.min(to, oldAt + length)]
    return first < last ? [{ from: first, to: last }] : []
  })
}

function settle(
  traced: readonly Traced[],
  runs: readonly AuthorRun[],
  person: string,
): readonly FoldedSentence[] {
  const changed = traced.filter(({ same }) => !same)
  const authors = authorsOf(
    runs,
    changed.map(({ sentence }) => sentence.stretches),
  )
  let at = 0
  return traced.map((one) => {
    const { sentence, same } = one
    if (same) return { ...sentence, authors: same.authors, by: same.by, typedTo: same.typedTo }
    const [brought, other] = broughtIn(one)
    const typedTo = brought && !other ? brought.to - sentence.from : null
    return { ...sentence, authors: authors[at++] ?? NOBODY, by: person, typedTo }
  })
}

const isWithin = (one: Stretch, other: Stretch) => one.from >= other.from && one.to <= other.to

export const isAuthor = ({ authors }: FoldedSentence, person: string) =>
  namesOf(authors).includes(person)

/** An approval that holds clears the authors: who wrote before it has been checked [AUT4]. */
export function clearAuthors(
  { sentences, runs }: Written,
  isApproved: (sentence: FoldedSentence) => boolean,
  former: FormerAuthors,
): Written {
  const approved = new Set(sentences.filter(isApproved))
  for (const { words, claims } of approved) former.clear(words, claims)
  const marks = [...approved].flatMap(({ stretches }) =>
    stretches.map((stretch) => ({ ...stretch, change: () => NOBODY })),
  )
  return {
    sentences: sentences.map((one) => (approved.has(one) ? { ...one, authors: NOBODY } : one)),
    runs: markRuns(runs, marks),
  }
}
