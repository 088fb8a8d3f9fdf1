import { z } from 'zod'
import { archivalOf } from '#db/repositories/archivals.ts'
import { type Article, lockArticle, setArticleState } from '#db/repositories/articles.ts'
import { planOf, setPlan } from '#db/repositories/plans.ts'
import type { HeldArticle } from '#lib/collab/ports.ts'
import {
  type Actor,
  mayOnArticle,
  requireOnArticle,
  rightsToMove,
} from '#lib/domain/access/policy.ts'
import { endsLegalRead, legalBar, marksOf, wordsToRead } from '#lib/domain/review/legal-read.ts'
import {
  advance,
  noteOwedFor,
  STATES,
  type State,
  skippedBy,
  takenBack,
} from '#lib/domain/review/states.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { says } from '#lib/domain/shared/says.ts'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { assessArticle } from './assess-article.ts'
import { movedSince } from './check-seen.ts'
import { type Context, record } from './context.ts'
import { openArticle, served, stillWho } from './open-article.ts'

export const moveInput = z.object({
  to: z.enum(STATES),
  note: z.string().max(2_000).default(''),
  /** Of the end of a legal read: fingerprints of the sentences that were read, in order. */
  seen: z.array(z.string().max(64)).max(20_000).optional(),
})
type Wish = z.input<typeof moveInput>

/** Moves an article along its table: to review and back, on to "ready", into the archive and out of it [STA2]. */
export async function moveArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  wish: Wish,
): Promise<Result<{ readonly state: State }>> {
  const opened = await openToMove(context, actor, articleId, wish.to)
  if (!opened.ok) return opened
  const before = opened.value.state
  const move = (held: HeldArticle | null) =>
    context.db.transaction((tx) =>
      moveLocked({ ...context, db: tx }, actor, articleId, { ...wish, held }),
    )
  // A legal read is of words: they stand still while it ends.
  const outcome = endsLegalRead(before, wish.to)
    ? await served(() => context.collab.hold(articleId, move))
    : await move(null)
  if (outcome.ok) {
    context.collab.announce(articleId, { type: 'article', ids: [] })
    // What one may do in an archived article differs: sockets are opened anew with today's rights.
    if (wish.to === 'archived' || before === 'archived') context.collab.revoke({ articleId })
  }
  return outcome
}

async function moveLocked(
  context: Context,
  actor: Actor,
  articleId: string,
  { to, note = '', seen, held }: Wish & { readonly held: HeldArticle | null },
): Promise<Result<{ readonly state: State }>> {
  const { db } = context
  await lockArticle(db, articleId)
  const who = await stillWho(db, actor)
  if (!who.ok) return who
  // Asked again: it may have moved meanwhile, and what one may depends on where it is.
  const opened = await openToMove(context, actor, articleId, to)
  if (!opened.ok) return opened
  const from = opened.value.state
  const moved = await nextState(db, articleId, from, to)
  if (!moved.ok) return moved
  const owed = says(note) ? null : noteOwedFor(from, to)
  if (owed) return fail({ kind: 'invalid', message: owed })
  const { legal } = await planOf(db, articleId)
  const free = legalBar(from, to, legal)
  if (!free.ok) return free
  const read = legal && endsLegalRead(from, to) ? await readNow(db, opened.value, held, seen) : null
  if (read && !read.ok) return read
  await setArticleState(db, articleId, moved.value)
  if (read) {
    const by = { legalReadAt: context.now(), legalReadBy: actor.id, legalReadOf: read.value }
    await setPlan(db, articleId, by)
  }
  const skipped = skippedBy(from, to)
  const detail = {
    ...{ from, to },
    ...(skipped.length && { skipped }),
    ...(read && { legalRead: true, read: hashOf(read.value) }),
  }
  const entry = { actorId: actor.id, action: 'article.moved', articleId, detail }
  await record(db, context, { ...entry, said: { note } })
  return ok({ state: moved.value })
}

/** Marks of the words that were read, when they are those that whoever read them saw [STA8]. */
async function readNow(
  db: Context['db'],
  article: Article,
  held: HeldArticle | null,
  seen: readonly string[] | undefined,
): Promise<Result<readonly string[]>> {
  if (!held || article.headSeq !== held.state.seq) {
    const message = 'The article has just changed. Look at it again, and move it then.'
    return fail({ kind: 'conflict', message, passing: true })
  }
  const { content } = held.state
  const { statuses } = await assessArticle(db, article, content)
  const moved = movedSince(seen, statuses, 'say that it was read')
  return moved ?? ok(marksOf(wordsToRead(content, sourcedSentencesOf(content))))
}

/** The article, when this person may move it there from where it is [ACC8]. */
async function openToMove(
  context: Context,
  actor: Actor,
  articleId: string,
  to: State,
): Promise<Result<Article>> {
  const seen = await openArticle(context, actor, articleId, 'read')
  if (!seen.ok) return seen
  const rights = rightsToMove(seen.value.state, to)
  const found = rights.find((right) => mayOnArticle(actor, right, seen.value))
  const allowed = requireOnArticle(actor, found ?? rights[0] ?? 'move', seen.value)
  return allowed.ok ? seen : allowed
}

async function nextState(
  tx: Context['db'],
  articleId: string,
  from: State,
  to: State,
): Promise<Result<State>> {
  if (from !== 'archived') return advance(from, to, 'move')
  return takenBack(to, (await archivalOf(tx, articleId))?.from ?? 'draft')
}
