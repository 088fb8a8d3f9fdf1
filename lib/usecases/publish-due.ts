import { findArticle, lockArticle, setArticleState } from '#db/repositories/articles.ts'
import { findPerson } from '#db/repositories/people.ts'
import { besideOfSchedule, claimDue, failSchedule, scheduleOf } from '#db/repositories/schedules.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'
import { type Failure, fail, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { type Published, publishVersion } from './publish-version.ts'

/** Longer than a publication takes: whoever crashed in one holds it up for no more than this. */
const CLAIM_MS = 15_000

/**
 * Publishes the version whose time came first. False: none is due, or another process is at it. The claim spares work;
 * that it happens once is due to the transaction, which finds the time still set, or does nothing [SCH2].
 */
export async function publishNextDue(context: Context): Promise<boolean> {
  const now = context.now()
  const until = new Date(now.getTime() + CLAIM_MS)
  const articleId = await claimDue(context.db, { now, until })
  if (articleId === null) return false
  const due = await scheduleOf(context.db, articleId)
  if (!due) return true
  const outcome = await publishDue(context, articleId, due)
  // What cannot be reached, or met another, just now is tried again when the claim has lapsed.
  if (!outcome.ok && !isPassing(outcome.failure))
    await fallBack(context, articleId, due, outcome.failure)
  return true
}

function isPassing(failure: Failure): boolean {
  return failure.kind === 'unavailable' || (failure.kind === 'conflict' && failure.passing === true)
}

/** In the name of whoever set the time, with the rights that they have now. */
async function publishDue(
  context: Context,
  articleId: string,
  { personId, personName, change, note, reasons, at }: Schedule,
): Promise<Result<Published>> {
  const person = await findPerson(context.db, personId)
  if (!person || person.disabledAt !== null) {
    const message = `${personName}, who set the time, is not in the newsroom any more.`
    return fail({ kind: 'forbidden', message })
  }
  // Nobody approves a byline or a picture: whoever set the time has seen those that there were then.
  const beside = (await besideOfSchedule(context.db, articleId)) ?? undefined
  const wish = { change, note, reasons, beside, scheduled: at }
  const outcome = await publishVersion(context, person, articleId, wish)
  if (outcome.ok || outcome.failure.kind !== 'forbidden') return outcome
  const message = `${personName}, who set the time, may not publish any more.`
  return fail({ kind: 'forbidden', message })
}

/** Nothing is published: the article is where it was, and why is kept for whoever set the time [SCH3]. */
async function fallBack(context: Context, articleId: string, due: Schedule, failure: Failure) {
  const didFall = await context.db.transaction(async (tx) => {
    await lockArticle(tx, articleId)
    const set = await scheduleOf(tx, articleId)
    const state = (await findArticle(tx, articleId))?.state
    // Published by hand, cancelled, or set anew meanwhile: then it is nobody's failure.
    if (set?.failure !== null || set.at !== due.at || state !== 'scheduled') return false
    await failSchedule(tx, articleId, failure.message)
    await setArticleState(tx, articleId, set.from)
    const detail = { from: 'scheduled', to: set.from, at: set.at, note: withoutWords(failure) }
    const action = 'version.notPublished'
    await record(tx, context, { actorId: null, action, articleId, detail })
    return true
  })
  if (didFall) context.collab.announce(articleId, { type: 'article', ids: [] })
}

/** The audit trail is for good, and has no words of articles: those are in what is kept for whoever set the time. */
function withoutWords(failure: Failure): string {
  if (failure.kind !== 'blocked') return failure.message
  const count = failure.blockers.length + failure.warnings.length
  return `${count} ${count === 1 ? 'thing' : 'things'} stood in the way.`
}
