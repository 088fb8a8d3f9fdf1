import type { Collab } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import {
  type FoundSentence,
  findSentence,
  isUnchanged,
  type SentenceChange,
  type SentenceHistory,
  type SentenceTrace,
  traceOf,
} from '#lib/domain/history/follow.ts'
import type { Moment, SittingMoment } from '#lib/domain/history/moments.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type ArticleContent, NO_CONTENT } from '#lib/domain/sourcing/article-content.ts'
import type { Context } from './context.ts'
import { listHistory } from './list-history.ts'
import { served } from './open-article.ts'

/** When a sentence became what it is, and by whom [HIS4]: one page of the article's history. */
export async function sentenceHistory(
  context: Context,
  actor: Actor,
  articleId: string,
  sentence: SentenceTrace,
  before: number | null,
): Promise<Result<SentenceHistory>> {
  const listed = await listHistory(context, actor, articleId, before)
  if (!listed.ok) return listed
  const { moments, next, head, people } = listed.value
  return served(async () => {
    const follower = new Follower(context.collab, articleId, sentence)
    const changes: SentenceChange[] = []
    for (const moment of moments.filter(isSitting)) {
      const change = await follower.changeIn({ ...moment, previous: moment.from - 1 })
      if (change) changes.push(change)
    }
    return ok({ changes, trace: follower.trace, next, head, people })
  })
}

const isSitting = (moment: Moment): moment is SittingMoment & { previous: number } =>
  moment.kind === 'sitting'

/** Goes back from moment to moment and keeps the sentence in sight. */
class Follower {
  trace: SentenceTrace
  readonly #collab: Collab
  readonly #articleId: string
  /** The moment that was read last: the next one ends where this one began. */
  #read: { readonly seq: number; readonly content: ArticleContent } | null = null

  constructor(collab: Collab, articleId: string, trace: SentenceTrace) {
    this.#collab = collab
    this.#articleId = articleId
    this.trace = trace
  }

  async changeIn(moment: SentenceChange['moment']): Promise<SentenceChange | null> {
    const after = findSentence(await this.#contentAt(moment.seq), this.trace)
    if (after) this.trace = traceOf(after)
    const before = findSentence(await this.#contentAt(moment.previous), this.trace)
    if (isUnchanged(before, after)) return null
    const by = await this.#authorOf(moment, after)
    if (before) this.trace = traceOf(before)
    return { moment, before, after, ...by }
  }

  /** Among several, whose row it was after which the sentence was as it is at the end: found by halving. */
  async #authorOf(
    { people, previous, seq, at }: SentenceChange['moment'],
    after: FoundSentence | null,
  ) {
    const [only] = people
    if (only !== undefined && people.length === 1) return { personId: only, at }
    let [low, high] = [previous + 1, seq]
    while (low < high) {
      const middle = (low + high) >> 1
      const content = await this.#collab.readAt(this.#articleId, middle)
      if (isUnchanged(findSentence(content, this.trace), after)) high = middle
      else low = middle + 1
    }
    const [row] = await this.#collab.rows(this.#articleId, low + 1, 1)
    if (!row) throw new Error(`Row ${low} of article ${this.#articleId} is gone`)
    return { personId: row.personId, at: new Date(row.at).toISOString() }
  }

  async #contentAt(seq: number): Promise<ArticleContent> {
    if (this.#read?.seq === seq) return this.#read.content
    const content = seq > 0 ? await this.#collab.readAt(this.#articleId, seq) : NO_CONTENT
    this.#read = { seq, content }
    return content
  }
}
