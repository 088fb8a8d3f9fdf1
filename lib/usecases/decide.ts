import { z } from 'zod'
import type { Article } from '#db/repositories/articles.ts'
import { closeQuery, insertApproval, insertQuery } from '#db/repositories/decisions.ts'
import type { HeldArticle } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { authorshipKeyOf } from '#lib/domain/review/authorship-key.ts'
import { BATCH_SIZE, whyAlone } from '#lib/domain/review/batch.ts'
import { VERDICTS } from '#lib/domain/review/decisions.ts'
import { outcomeOf } from '#lib/domain/review/outcomes.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { says } from '#lib/domain/shared/says.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { SEGMENTER_VERSION } from '#lib/domain/text/segmentation.ts'
import { type Assessment, assessArticle, clearingOf } from './assess-article.ts'
import { type Context, record } from './context.ts'
import { currentOf, type ItemResult, refused } from './item-result.ts'
import { holdArticle, isClosed, openArticle } from './open-article.ts'
import { tellHooks } from './tell-hooks.ts'

export const decisionInput = z.object({
  index: z.number().int().min(0),
  fingerprint: z.string(),
  verdict: z.enum(VERDICTS),
  note: z.string().max(10_000).transform(cleanText).nullish(),
})

export type DecisionInput = z.output<typeof decisionInput>

/**
 * Approves, queries, rejects. The text stands still meanwhile: each decision is bound to the fingerprint that the
 * server computes from durable state, and refused when that is not what the reviewer saw [REV1]. Several approvals in one
 * call are bound to what may be approved together [QUE10].
 */
export async function decide(
  context: Context,
  actor: Actor,
  articleId: string,
  items: readonly DecisionInput[],
): Promise<Result<readonly ItemResult[]>> {
  const open = () => openToDecide(context, actor, articleId)
  const approved = items.filter(({ verdict }) => verdict === 'approve')
  const together = new Set(approved.map(({ index }) => index)).size
  if (together > BATCH_SIZE) {
    const message = `At most ${BATCH_SIZE} sentences are approved together. Send fewer at once.`
    return fail({ kind: 'invalid', message })
  }
  const outcome = await holdArticle(context, actor, articleId, open, async (article, held) => {
    const sitting = new Sitting(context, actor, article, held, together)
    const results: ItemResult[] = []
    for (const item of items) results.push(await sitting.take(item))
    return ok(results)
  })
  if (outcome.ok) context.collab.announce(articleId, { type: 'decisions', ids: [] })
  return outcome
}

/** Decisions are taken in an article that is open to them [REV8]. */
export async function openToDecide(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<Result<Article>> {
  const opened = await openArticle(context, actor, articleId, 'decide')
  if (!opened.ok || !isClosed(opened.value.state)) return opened
  const message = 'Nothing is decided any more in an article that is archived or retracted.'
  return fail({ kind: 'conflict', message })
}

/** Decisions on one article while its text stands still: what they rest on is derived once. */
class Sitting {
  #derived: { assessment: Assessment; authors: readonly ReadonlySet<string>[] } | null = null
  /** Fingerprints approved in this sitting. */
  readonly #approved = new Set<string>()
  /** Questions closed in this sitting. */
  readonly #closed = new Set<string>()
  readonly #context: Context
  readonly #actor: Actor
  readonly #article: Article
  readonly #held: HeldArticle
  /** How many sentences this call would approve. */
  readonly #together: number

  constructor(
    context: Context,
    actor: Actor,
    article: Article,
    held: HeldArticle,
    together: number,
  ) {
    this.#context = context
    this.#actor = actor
    this.#article = article
    this.#held = held
    this.#together = together
  }

  async take(item: DecisionInput): Promise<ItemResult> {
    const { assessment, authors } = await this.#derive()
    const status = assessment.statuses[item.index]
    if (!status) return refused(404, `There is no sentence ${item.index}.`)
    if (status.fingerprint !== item.fingerprint) {
      return refused(
        409,
        'The words or the evidence have changed since you saw them.',
        currentOf(status),
      )
    }
    // Whose work it is that nobody can tell is nobody's to approve.
    // An approval holds for all sentences that say the same: whoever wrote one of them has written them all.
    const isOwn = assessment.statuses.some(
      ({ fingerprint }, at) =>
        fingerprint === item.fingerprint && (authors[at]?.has(this.#actor.id) ?? true),
    )
    if (item.verdict === 'approve')
      return this.#refusal(status, isOwn) ?? this.#approve(status, item.note ?? '')
    const note = item.note?.trim() ?? ''
    if (!says(note))
      return refused(
        422,
        item.verdict === 'query' ? 'Write what you ask.' : 'Write why you reject it.',
      )
    return this.#ask(status, item.verdict, note, authors[item.index] ?? new Set())
  }

  #refusal(status: SentenceStatus, isOwn: boolean): ItemResult | null {
    const own =
      'You changed this sentence since it was last approved: somebody else has to approve it.'
    if (isOwn) return refused(403, own)
    const alone = this.#together > 1 ? whyAlone(status) : null
    return alone === null ? null : refused(422, `Approve this sentence by itself: ${alone}.`)
  }

  async #derive() {
    if (this.#derived) return this.#derived
    const { content } = this.#held.state
    const assessment = await assessArticle(this.#context.db, this.#article, content)
    const authors = await this.#held.authors(clearingOf(assessment))
    this.#derived = { assessment, authors }
    return this.#derived
  }

  async #approve(status: SentenceStatus, note: string): Promise<ItemResult> {
    const given = status.approvals.some(({ personId }) => personId === this.#actor.id)
    const known = given || this.#approved.has(status.fingerprint)
    this.#approved.add(status.fingerprint)
    // One moment: by it an approval that is taken back finds what it closed.
    const now = this.#context.now()
    await this.#context.db.transaction(async (tx) => {
      const own = status.openQueries.filter(
        ({ id, personId }) => personId === this.#actor.id && !this.#closed.has(id),
      )
      // Given once more where it closes something: taken back, it opens that again.
      if (!known || own.length) await insertApproval(tx, this.#approvalOf(status, now))
      for (const query of own) {
        this.#closed.add(query.id)
        await closeQuery(tx, {
          id: query.id,
          outcome: outcomeOf(query, status.fingerprint),
          closedBy: this.#actor.id,
          reason: note || 'approved',
          now,
        })
      }
      const batch = this.#together > 1 ? { together: this.#together } : {}
      await this.#record(tx, 'approve', status, batch)
    })
    return { status: 200, current: currentOf(status) }
  }

  #approvalOf({ sentence, annotations, fingerprint, needed }: SentenceStatus, at: Date) {
    return {
      id: this.#context.newId(),
      articleId: this.#article.id,
      fingerprint,
      segmenter: SEGMENTER_VERSION,
      annotationIds: [...sentence.annotationIds],
      text: sentence.text.toWellFormed(),
      evidence: annotations,
      authorshipKey: authorshipKeyOf(this.#article.id, { sentence, annotations }),
      personId: this.#actor.id,
      seq: this.#held.state.seq,
      needed,
      at,
    }
  }

  /** A question hangs on an annotation; a sentence without one gets an empty one, which makes nobody its author. */
  async #ask(
    asked: SentenceStatus,
    verdict: 'query' | 'reject',
    note: string,
    authors: ReadonlySet<string>,
  ): Promise<ItemResult> {
    let status = asked
    // The sentence has a question now, and perhaps an annotation to hang it on.
    this.#derived = null
    if (!status.sentence.annotationIds.length) {
      const { blockIndex, from, to, index } = status.sentence
      const span = { blockIndex, from, to }
      const annotationId = this.#context.newId()
      await this.#held.write(this.#actor.id, [
        { type: 'annotate', annotationId, span, record: {}, replace: false },
      ])
      status = (await this.#derive()).assessment.statuses[index] ?? status
      this.#derived = null
    }
    const { sentence, fingerprint } = status
    const id = this.#context.newId()
    await this.#context.db.transaction(async (tx) => {
      await insertQuery(tx, {
        id,
        articleId: this.#article.id,
        verdict,
        annotationIds: [...sentence.annotationIds],
        fingerprint,
        text: sentence.text.toWellFormed(),
        note,
        personId: this.#actor.id,
        at: this.#context.now(),
      })
      // Whose sentence it is when it is asked about: they are told.
      await this.#record(tx, verdict, status, { query: id, authors: [...authors].sort() })
    })
    return { status: 200, current: currentOf(status) }
  }

  async #record(
    tx: Context['db'],
    verdict: string,
    { fingerprint }: SentenceStatus,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    const { id: actorId } = this.#actor
    const { seq } = this.#held.state
    const told = { articleId: this.#article.id, verdict, fingerprint, personId: actorId }
    await tellHooks(tx, this.#context, 'decision.made', told)
    const detail = { fingerprint, segmenter: SEGMENTER_VERSION, seq, ...more }
    await record(tx, this.#context, {
      actorId,
      action: `sentence.${verdict}`,
      articleId: this.#article.id,
      detail,
    })
  }
}
