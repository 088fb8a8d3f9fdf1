import { z } from 'zod'
import { type Article, lockArticle, setArticleState } from '#db/repositories/articles.ts'
import { removeSchedule, scheduleOf, setSchedule } from '#db/repositories/schedules.ts'
import { listVersions } from '#db/repositories/versions.ts'
import type { HeldArticle } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { answerWarnings } from '#lib/domain/publication/overrides.ts'
import { type Schedule, timeToCome } from '#lib/domain/publication/schedule.ts'
import { besideOf } from '#lib/domain/publication/seen.ts'
import { CHANGES } from '#lib/domain/publication/version.ts'
import { advance, type State, skippedBy } from '#lib/domain/review/states.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { assessArticle } from './assess-article.ts'
import { besideMoved, movedSince } from './check-seen.ts'
import { type Context, record } from './context.ts'
import { findNoteLeaks, leakBlockers } from './find-leaks.ts'
import { findWarnings } from './find-warnings.ts'
import { gateOpen, problemOf } from './may-publish.ts'
import { openArticle, served, stillWho } from './open-article.ts'
import { besideInput, reasonsInput } from './publish-input.ts'

export const scheduleInput = z.object({
  /** With its offset from UTC. */
  at: z.iso.datetime({ offset: true }),
  change: z.enum(CHANGES).exclude(['retraction']),
  note: z.string().max(5_000).default('').transform(cleanText),
  /** For what the gate warns of. */
  reasons: reasonsInput.default([]),
  /** Fingerprints of the sentences that the publisher saw. */
  seen: z.array(z.string().max(64)).max(20_000).optional(),
  beside: besideInput.optional(),
})
type ScheduleInput = z.output<typeof scheduleInput>

/** Sets a time at which the server publishes, in place of any that was set before [SCH1]. */
export async function scheduleVersion(
  context: Context,
  actor: Actor,
  articleId: string,
  input: ScheduleInput,
): Promise<Result<Schedule>> {
  const opened = await openArticle(context, actor, articleId, 'publish')
  if (!opened.ok) return opened
  const outcome = await served(() =>
    context.collab.hold(articleId, (held) =>
      context.db.transaction(async (tx) => {
        await lockArticle(tx, articleId)
        const inside = { ...context, db: tx }
        const who = await stillWho(tx, actor)
        if (!who.ok) return who
        const again = await openArticle(inside, actor, articleId, 'publish')
        return again.ok ? setTime(inside, actor, again.value, held, input) : again
      }),
    ),
  )
  if (outcome.ok) context.collab.announce(articleId, { type: 'article', ids: [] })
  return outcome
}

const AT_ONCE = 'A correction takes no time: what is known to be wrong is put right at once.'

async function setTime(
  context: Context,
  actor: Actor,
  article: Article,
  held: HeldArticle,
  { at, change, note, reasons, seen, beside }: ScheduleInput,
): Promise<Result<Schedule>> {
  // What is known to be wrong is put right at once [VER14].
  if (change === 'correction') return fail({ kind: 'invalid', message: AT_ONCE })
  const { db } = context
  const before = await scheduleOf(db, article.id)
  const from: State = article.state === 'scheduled' ? (before?.from ?? 'draft') : article.state
  const moved = advance(from, 'scheduled', 'schedule')
  if (!moved.ok) return moved
  const inTime = timeToCome(new Date(at), context.now())
  if (!inTime.ok) return inTime
  const wrong = problemOf({ change, note }, await listVersions(db, article.id), from)
  if (wrong) return fail({ kind: 'invalid', message: wrong })
  const assessment = await assessArticle(db, article, held.state.content)
  const leaks = [...(await leakBlockers(context, article, assessment))]
  for (const words of [note, ...reasons.map(({ reason }) => reason)])
    leaks.push(...(await findNoteLeaks(context, words)))
  const { left } = answerWarnings(await findWarnings(context, assessment), reasons)
  const clear = gateOpen([...assessment.blockers, ...leaks], left)
  if (!clear.ok) return clear
  const { content } = held.state
  const changed = movedSince(seen, assessment.statuses) ?? besideMoved(beside, content)
  if (changed) return changed
  const stands = { beside: besideOf(content), fromState: from }
  const time = { at: new Date(at), change, note, reasons, ...stands }
  await setSchedule(db, { articleId: article.id, personId: actor.id, ...time })
  await setArticleState(db, article.id, moved.value)
  const skipped = skippedBy(from, 'scheduled')
  const detail = {
    ...{ from: article.state, to: moved.value, at: time.at.toISOString(), change },
    ...(skipped.length && { skipped }),
  }
  const entry = { actorId: actor.id, action: 'version.scheduled', articleId: article.id, detail }
  await record(db, context, { ...entry, said: { note } })
  const set = await scheduleOf(db, article.id)
  if (!set) throw new Error('A schedule that was just set is not there')
  return ok(set)
}

/** Takes the time away: the article goes back to where it was. What came to nothing is put out of sight [SCH4]. */
export async function cancelSchedule(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<Result<null>> {
  const opened = await openArticle(context, actor, articleId, 'publish')
  if (!opened.ok) return opened
  const outcome = await context.db.transaction(async (tx): Promise<Result<null>> => {
    await lockArticle(tx, articleId)
    const set = await scheduleOf(tx, articleId)
    if (!set) return fail({ kind: 'conflict', message: 'No time is set for its publication.' })
    await removeSchedule(tx, articleId)
    if (set.failure !== null) return ok(null)
    await setArticleState(tx, articleId, set.from)
    const detail = { from: 'scheduled', to: set.from, at: set.at }
    const action = 'version.unscheduled'
    await record(tx, context, { actorId: actor.id, action, articleId, detail })
    return ok(null)
  })
  if (outcome.ok) context.collab.announce(articleId, { type: 'article', ids: [] })
  return outcome
}
