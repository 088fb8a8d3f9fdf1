import * as Y from 'yjs'
import {
  type BareSentence,
  changedSentences,
  clearAuthors,
  extentOf,
  type FoldedSentence,
  foldAuthors,
  lostSentences,
  type SettledSpan,
} from '#lib/domain/review/authorship.ts'
import { authorshipKeyOf } from '#lib/domain/review/authorship-key.ts'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { saysNothing } from '#lib/domain/sourcing/evidence.ts'
import { isSet, proposalOf, proposerOf } from '#lib/domain/text/flat-text.ts'
import type { FlatBlock, Kept } from '#lib/domain/text/read-flat.ts'
import { DocumentReader } from './document-reader.ts'
import { flatIndexOf } from './edit-document.ts'
import { foldDocument } from './fold-document.ts'
import type { KeyedApproval } from './ports.ts'

export interface TrackedRow {
  readonly seq: number
  readonly personId: string
  readonly update: Uint8Array
  /** False: it is not what was once stored. */
  readonly intact?: boolean
}

/**
 * Folds an article's log, row by row, into the authors of each sentence since its last valid approval [AUT1].
 * Built when a decision first needs it; afterwards only new rows are folded.
 */
export class AuthorshipTracker {
  readonly #articleId: string
  readonly #doc = foldDocument()
  readonly #reader = new DocumentReader(this.#doc)
  #sentences: readonly FoldedSentence[] = []
  /** Authors of sentences that were taken away, and of those with evidence that were changed: they may come back. */
  readonly #gone = new Map<string, ReadonlySet<string>>()
  #seq = 0
  readonly #cleared = new Set<string>()
  /** Approvals whose givers were authors of what they approved, when they gave them. */
  readonly #own = new Set<string>()

  constructor(articleId: string) {
    this.#articleId = articleId
  }

  get seq(): number {
    return this.#seq
  }

  /**
   * Folds on; false when an approval counts no more, or came too late: build a new tracker then. `clearing`: those of the
   * approvals that clear authors; the others are only judged by `ownWork`.
   */
  fold(
    rows: readonly TrackedRow[],
    approvals: readonly KeyedApproval[],
    clearing: ReadonlySet<string> | null = null,
  ): boolean {
    const standing = approvals.filter(({ withdrawnAt }) => withdrawnAt === null)
    const ids = new Set(standing.map(({ id }) => id))
    if ([...this.#cleared].some((id) => !ids.has(id))) return false
    const due = standing.filter(({ id }) => !this.#cleared.has(id)).sort((a, b) => a.seq - b.seq)
    if (due[0] && due[0].seq < this.#seq) return false
    this.#clear(due, clearing)
    for (const row of rows) {
      this.#apply(row)
      this.#clear(due, clearing)
    }
    return true
  }

  /** Ids of approvals that were given by an author of the sentence, as things stood then [AUT6]. */
  get ownWork(): ReadonlySet<string> {
    return this.#own
  }

  /** Authors of each sentence, by index, as of the last row folded. */
  authors(): readonly ReadonlySet<string>[] {
    return this.#sentences.map(({ authors }) => authors)
  }

  destroy() {
    this.#doc.destroy()
  }

  #apply({ seq, personId, update }: TrackedRow) {
    const before = this.#reader.content
    const flat = this.#reader.flat
    Y.applyUpdate(this.#doc, update)
    const kept = this.#reader.takeKept() ?? [
      { oldAt: 0, newAt: 0, length: Number.POSITIVE_INFINITY },
    ]
    if (this.#reader.content !== before) {
      const after = this.#read()
      const lost = [
        ...lostSentences(this.#sentences, kept),
        ...changedSentences(this.#sentences, after, personId),
      ]
      for (const { key, authors } of lost) this.#gone.set(key, authors)
      const settled = settledSpans(flat, this.#reader.flat, kept)
      this.#sentences = foldAuthors(this.#sentences, after, kept, personId, this.#gone, settled)
    }
    this.#seq = seq
  }

  #clear(due: KeyedApproval[], clearing: ReadonlySet<string> | null) {
    for (let approval = due[0]; approval && approval.seq === this.#seq; approval = due[0]) {
      const { authorshipKey: key, id, personId } = approval
      const isIt = (sentence: FoldedSentence) => sentence.key === key
      if (this.#sentences.some((one) => isIt(one) && one.authors.has(personId))) this.#own.add(id)
      if (clearing?.has(id) ?? true) this.#sentences = clearAuthors(this.#sentences, isIt)
      this.#cleared.add(id)
      due.shift()
    }
  }

  #read(): readonly BareSentence[] {
    const starts: number[] = []
    let at = 0
    for (const block of this.#reader.flat) {
      starts.push(at)
      at += block.length
    }
    return sourcedSentencesOf(this.#reader.content).map((sourced) => {
      const { blockIndex, from, to } = sourced.sentence
      const block = this.#reader.flat.slice(blockIndex, blockIndex + 1)
      const start = starts[blockIndex] ?? 0
      return {
        from: start + flatIndexOf(block, 0, from, 'before'),
        to: start + flatIndexOf(block, 0, to - 1, 'before') + 1,
        key: authorshipKeyOf(this.#articleId, sourced),
        extent: extentOf(sourced.sentence.text),
        isTagged: sourced.annotations.some((annotation) => !saysNothing(annotation)),
      }
    })
  }
}

type ProposedRun = SettledSpan & { readonly key: string }

/**
 * What was proposed before a change and is not any more, though it is still there; or was to go, and went. What was to come and
 * is gone was refused, taken back, or written over: nobody accepted it [AUT5].
 */
function settledSpans(
  before: readonly FlatBlock[],
  now: readonly FlatBlock[],
  kept: readonly Kept[],
): SettledSpan[] {
  const was = proposedRuns(before, new Set(now))
  if (!was.length) return []
  const open = Map.groupBy(proposedRuns(now), ({ key }) => key)
  return was.filter((run) => isSettled(run, kept, open.get(run.key) ?? []))
}

function isSettled(
  { from, to, key }: ProposedRun,
  kept: readonly Kept[],
  open: readonly ProposedRun[],
): boolean {
  let gone = to - from
  for (const { oldAt, newAt, length } of kept) {
    const stayed = { from: Math.max(from, oldAt), to: Math.min(to, oldAt + length) }
    if (stayed.from >= stayed.to) continue
    gone -= stayed.to - stayed.from
    const shift = newAt - oldAt
    const still = open.map((run) =>
      overlap(run, { from: stayed.from + shift, to: stayed.to + shift }),
    )
    if (still.reduce((sum, length) => sum + length, 0) < stayed.to - stayed.from) return true
  }
  return gone > 0 && proposalOf(key)?.kind === 'deletion'
}

type Stretch = Pick<SettledSpan, 'from' | 'to'>

const overlap = (one: Stretch, other: Stretch): number =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))

/** What is proposed, run by run, with where it stands in the flat text. */
function proposedRuns(blocks: readonly FlatBlock[], without?: ReadonlySet<FlatBlock>) {
  const found: ProposedRun[] = []
  let start = 0
  for (const block of blocks) {
    let from = start
    start += block.length
    if (without?.has(block)) continue
    for (const { insert, attributes } of block.runs) {
      const to = from + (typeof insert === 'string' ? insert.length : 1)
      for (const key in attributes) {
        const proposal = isSet(attributes[key]) ? proposalOf(key) : null
        if (proposal) found.push({ from, to, key, personId: proposerOf(proposal.id) })
      }
      from = to
    }
  }
  return found
}
