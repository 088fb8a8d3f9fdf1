import * as Y from 'yjs'
import { namesOf } from '#lib/domain/review/author-runs.ts'
import {
  clearAuthors,
  foldRow,
  isAuthor,
  NOTHING_WRITTEN,
  type Written,
} from '#lib/domain/review/authorship.ts'
import { FormerAuthors } from '#lib/domain/review/former-authors.ts'
import type { BareSentence } from '#lib/domain/review/traced-sentence.ts'
import { ChangedSentences } from './changed-sentences.ts'
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
  readonly #doc = foldDocument()
  readonly #sentences: ChangedSentences
  #written: Written = NOTHING_WRITTEN
  readonly #former = new FormerAuthors()
  #seq = 0
  readonly #cleared = new Set<string>()
  /** Approvals whose givers were authors of what they approved, when they gave them. */
  readonly #own = new Set<string>()

  constructor(articleId: string) {
    this.#sentences = new ChangedSentences(articleId, this.#doc)
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
    return this.#written.sentences.map(({ authors }) => new Set(namesOf(authors)))
  }

  destroy() {
    this.#doc.destroy()
  }

  #apply({ seq, personId, update }: TrackedRow) {
    Y.applyUpdate(this.#doc, update)
    const changed = this.#sentences.change()
    if (changed) {
      this.#former.follow(changed.annotations, personId)
      this.#written = foldRow(this.#written, { ...changed, person: personId }, this.#former)
    }
    this.#seq = seq
  }

  #clear(due: KeyedApproval[], clearing: ReadonlySet<string> | null) {
    for (let approval = due[0]; approval && approval.seq === this.#seq; approval = due[0]) {
      const { authorshipKey: key, id, personId } = approval
      const isIt = (sentence: BareSentence) => sentence.key === key
      const isOwn = this.#written.sentences.some((one) => isIt(one) && isAuthor(one, personId))
      if (isOwn) this.#own.add(id)
      if (clearing?.has(id) ?? true) this.#written = clearAuthors(this.#written, isIt, this.#former)
      this.#cleared.add(id)
      due.shift()
    }
  }
}
