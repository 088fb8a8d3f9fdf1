import { type Article, lockArticle, setArticleState } from '#db/repositories/articles.ts'
import { removeSchedule, scheduleOf } from '#db/repositories/schedules.ts'
import { findVersion, insertVersion, listVersions } from '#db/repositories/versions.ts'
import type { HeldArticle } from '#lib/collab/ports.ts'
import { type Actor, requireOnArticle } from '#lib/domain/access/policy.ts'
import { renderReaderBody } from '#lib/domain/formats/html.ts'
import { buildVersion, sealOf } from '#lib/domain/publication/build-version.ts'
import type { CorrectionWish } from '#lib/domain/publication/correction.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import {
  answerWarnings,
  applyOverrides,
  type OverrideWish,
  type WarningReason,
} from '#lib/domain/publication/overrides.ts'
import type { Change, Version, VersionRef } from '#lib/domain/publication/version.ts'
import { advance, type State, skippedBy } from '#lib/domain/review/states.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import { assessArticle } from './assess-article.ts'
import { besideMoved, movedSince, newerThan, type Seen } from './check-seen.ts'
import { type Context, record } from './context.ts'
import { withCorrection } from './correct-version.ts'
import { findCopies, findLeaks, findNoteLeaks } from './find-leaks.ts'
import { findWarnings } from './find-warnings.ts'
import { forgetAnswers } from './forget-answers.ts'
import { gateOpen, problemOf } from './may-publish.ts'
import { openArticle, served, stillWho } from './open-article.ts'
import { signToldAct } from './sign-audit-head.ts'
import { tellVersion } from './tell-hooks.ts'

export interface PublishInput extends Seen {
  readonly change: Change
  readonly note: string
  /** What a chief publishes in spite of. */
  readonly overrides?: readonly OverrideWish[] | undefined
  /** Why it goes out with what the gate warns of. */
  readonly reasons?: readonly WarningReason[] | undefined
  /** Of a correction [VER14]. */
  readonly correction?: CorrectionWish | undefined
  /** The time that was set for it, ISO 8601: published only while that still stands [SCH2]. */
  readonly scheduled?: string
}

export interface Published extends VersionRef {
  readonly slug: string
  readonly articleId: string
  readonly signature: string
}

/**
 * Publishes what the gate lets through, in one transaction, while the text stands still: recompute, gate, freeze,
 * store. The same gate as in the browser, run again on durable state [VER2].
 */
export async function publishVersion(
  context: Context,
  actor: Actor,
  articleId: string,
  input: PublishInput,
): Promise<Result<Published>> {
  const opened = await openArticle(context, actor, articleId, 'publish')
  if (!opened.ok) return opened
  // Whatever is published from here on, whoever pressed has not seen it.
  const known = (await listVersions(context.db, articleId)).at(-1)?.number ?? 0
  const pressed = { ...input, after: input.after ?? known, came: input.came ?? context.now() }
  const outcome = await served(() =>
    context.collab.hold(articleId, (held) =>
      context.db.transaction(async (tx) => {
        await lockArticle(tx, articleId)
        const inside = { ...context, db: tx }
        const who = await stillWho(tx, actor)
        if (!who.ok) return who
        // Whoever waited for their turn may have lost sight of the article meanwhile [ACC3].
        const again = await openArticle(inside, actor, articleId, 'publish')
        if (!again.ok) return again
        const article = again.value
        // Another process has written at this moment: nobody has seen that [LOG14].
        if (article.headSeq !== held.state.seq)
          return fail({ kind: 'conflict', message: MOVED, passing: true })
        return new Publication(inside, actor, article, held).publish(pressed)
      }),
    ),
  )
  if (outcome.ok) forgetAnswers()
  if (outcome.ok) context.collab.announce(articleId, { type: 'article', ids: [] })
  // Nobody writes in what is retracted: sockets are opened anew with today's rights.
  if (outcome.ok && input.change === 'retraction') context.collab.revoke({ articleId })
  return outcome
}

const MOVED = 'The text has just changed. Look at it again, and publish then.'

const BY_ITSELF = { since: 'the time was set', andThen: 'set another time' }

/** What is not as the publisher saw it, in the text and beside it [VER9]. */
const movedFrom = (
  { seen, beside, scheduled }: PublishInput,
  content: ArticleContent,
  statuses: readonly SentenceStatus[],
) => movedSince(seen, statuses) ?? besideMoved(beside, content, scheduled ? BY_ITSELF : undefined)

class Publication {
  readonly #context: Context
  readonly #actor: Actor
  readonly #article: Article
  readonly #held: HeldArticle

  constructor(context: Context, actor: Actor, article: Article, held: HeldArticle) {
    this.#context = context
    this.#actor = actor
    this.#article = article
    this.#held = held
  }

  async publish(
    input: PublishInput & Required<Pick<Seen, 'came'>> & { after: number },
  ): Promise<Result<Published>> {
    const { db } = this.#context
    const history = await listVersions(db, this.#article.id)
    const newer = newerThan(input.after, input.came, history)
    if (newer) return fail(newer)
    const retraction = input.change === 'retraction'
    const state = advance(
      this.#article.state,
      retraction ? 'retracted' : 'published',
      retraction ? 'retraction' : 'version',
    )
    if (!state.ok) return state
    const schedule = await scheduleOf(db, this.#article.id)
    if (input.scheduled && (schedule?.failure !== null || schedule.at !== input.scheduled)) {
      return fail({ kind: 'conflict', message: 'That time is not set any more.' })
    }
    // What was set to be published has left out what it did before.
    const from = this.#article.state === 'scheduled' ? schedule?.from : this.#article.state
    const wrong = problemOf(input, history, from ?? 'draft')
    if (wrong) return fail({ kind: 'invalid', message: wrong })
    const version = retraction
      ? await this.#retracted(input, history)
      : await this.#fresh(input, history)
    return version.ok ? ok(await this.#store(version.value, state.value)) : version
  }

  async #fresh(input: PublishInput, history: readonly VersionRef[]): Promise<Result<Version>> {
    const { change, note, correction, overrides: wishes = [], reasons = [] } = input
    const { content } = this.#held.state
    const assessment = await assessArticle(this.#context.db, this.#article, content)
    const { blockers, statuses, findSource, findPicture } = assessment
    if (wishes.length) {
      const allowed = requireOnArticle(this.#actor, 'overrule', this.#article)
      if (!allowed.ok)
        return fail({ kind: 'forbidden', message: 'Only a chief publishes in spite of the gate.' })
    }
    const { left, taken } = applyOverrides(blockers, wishes, statuses)
    const answered = answerWarnings(await findWarnings(this.#context, assessment), reasons)
    const clear = gateOpen(left, answered.left)
    if (!clear.ok) return clear
    const moved = movedFrom(input, content, statuses)
    if (moved) return moved
    const { id: articleId, slug } = this.#article
    const publishedAt = this.#context.now().toISOString()
    const overrides = [...taken, ...answered.taken]
    const what = { articleId, slug, change, note, publishedAt, overrides, history }
    const copies = await findCopies(this.#context, content, findSource, publishedAt)
    if (!copies.ok) return copies
    const evidence = { statuses, findSource, findPicture, findCapture: copies.value.find }
    const built = buildVersion({ ...what, content, ...evidence })
    const version = await withCorrection(this.#context.db, built, correction)
    return version.ok ? this.#withoutLeaks(version.value, copies.value.blockers) : version
  }

  /** Looked at as a whole, with all that readers would get [CNF6]. */
  async #withoutLeaks(version: Version, ofCopies: readonly Blocker[]): Promise<Result<Version>> {
    const leaks = await findLeaks(this.#context, version)
    if (!leaks.ok) return leaks
    const clear = gateOpen([...leaks.value, ...ofCopies])
    return clear.ok ? ok(version) : clear
  }

  /** A retraction keeps the newest words that stand, so that readers see what is withdrawn. */
  async #retracted(
    { note }: PublishInput,
    history: readonly VersionRef[],
  ): Promise<Result<Version>> {
    const standing = await this.#standing(history)
    const last = history.at(-1)
    if (!standing || !last) {
      const message = last
        ? 'Every version was taken down: there are no words left to retract.'
        : 'Nothing has been published that could be retracted.'
      return fail({ kind: 'conflict', message })
    }
    const clear = gateOpen(await findNoteLeaks(this.#context, note))
    if (!clear.ok) return clear
    const published = JSON.parse(standing.canonical) as Version
    const { overrides: _, correction: __, ...words } = published
    return ok({
      ...words,
      number: history.length + 1,
      change: 'retraction',
      note,
      publishedAt: this.#context.now().toISOString(),
      previousHash: last.hash,
      history,
    })
  }

  /** The newest version that was not taken down. */
  async #standing(history: readonly VersionRef[]) {
    for (const { number } of history.toReversed()) {
      const version = await findVersion(this.#context.db, this.#article.slug, number)
      if (version && !version.takedown) return version
    }
    return null
  }

  async #store(version: Version, state: State): Promise<Published> {
    const { canonical, hash } = sealOf(version)
    const { articleId, slug, number, change, note, publishedAt, overrides = null } = version
    const correction = version.correction && { correction: version.correction }
    const { db, signer } = this.#context
    const signature = await signer.signDetached('galley-version', hash)
    await insertVersion(db, {
      articleId,
      number,
      slug,
      change,
      note,
      overrides,
      hash,
      canonical,
      body: renderReaderBody(version),
      signature,
      seq: this.#held.state.seq,
      publishedBy: this.#actor.id,
      publishedAt: new Date(publishedAt),
    })
    await setArticleState(db, articleId, state)
    await removeSchedule(db, articleId)
    const { kid } = signer.key
    const from = this.#article.state
    const skipped = skippedBy(from, 'published')
    const inSpite = (overrides ?? []).map(({ what, sentence }) => ({ what, sentence }))
    const detail = {
      ...{ number, change, hash, kid, from },
      ...(skipped.length && { skipped }),
      ...(inSpite.length && { inSpite }),
    }
    await record(db, this.#context, {
      actorId: this.#actor.id,
      action: 'version.published',
      articleId,
      detail,
    })
    await signToldAct(this.#context, articleId)
    const published = {
      ...{ articleId, slug, number, change, note, ...correction, publishedAt, hash, signature },
    }
    await tellVersion(db, this.#context, published)
    return published
  }
}
