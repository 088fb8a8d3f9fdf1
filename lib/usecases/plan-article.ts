import { z } from 'zod'
import { type Article, lockArticle } from '#db/repositories/articles.ts'
import { type Plan, planOf, setPlan } from '#db/repositories/plans.ts'
import { type Actor, requireOnArticle } from '#lib/domain/access/policy.ts'
import { WORDS } from '#lib/domain/review/states.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { says } from '#lib/domain/shared/says.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { type Context, record } from './context.ts'
import { isClosed, openArticle, stillWho } from './open-article.ts'

export const planInput = z.object({
  /** With its offset; null: there is none any more. */
  deadline: z.iso.datetime({ offset: true }).nullish(),
  /** True: flags it for a legal read, anew if there was one; false: takes the flag away. */
  legalRead: z.boolean().optional(),
  /** What is to be read, or why it does not have to be any more. */
  note: z.string().max(2_000).default('').transform(cleanText),
  /** The plan as whoever changes it saw it: what was changed meanwhile is not changed over it. */
  was: z
    .object({
      deadline: z.iso.datetime({ offset: true }).nullish(),
      /** When it was flagged. */
      legalAt: z.iso.datetime({ offset: true }).nullish(),
    })
    .optional(),
})
type PlanInput = z.output<typeof planInput>

/** Says until when an article is due, and whether it has to be read for reasons of law [STA6, STA7, TRN3]. */
export async function planArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  input: PlanInput,
): Promise<Result<Plan>> {
  const outcome = await context.db.transaction(async (tx): Promise<Result<Plan>> => {
    const inside = { ...context, db: tx }
    if (isId(articleId)) await lockArticle(tx, articleId)
    const who = await stillWho(tx, actor)
    if (!who.ok) return who
    // Once nobody else can change it: whoever waited may have lost the right to it.
    const opened = await openToPlan(inside, actor, articleId, input)
    if (!opened.ok) return opened
    const overtaken = changedSince(await planOf(tx, articleId), input)
    if (overtaken) return fail({ kind: 'conflict', message: overtaken })
    return ok(await change(inside, actor, articleId, input))
  })
  if (outcome.ok) context.collab.announce(articleId, { type: 'article', ids: [] })
  return outcome
}

async function openToPlan(
  context: Context,
  actor: Actor,
  articleId: string,
  { legalRead, note }: PlanInput,
): Promise<Result<Article>> {
  const opened = await openArticle(context, actor, articleId, 'plan')
  if (!opened.ok) return opened
  if (isClosed(opened.value.state)) {
    const message = `The article is ${WORDS[opened.value.state]}: nothing is planned for it any more.`
    return fail({ kind: 'conflict', message })
  }
  if (legalRead === false) {
    const allowed = requireOnArticle(actor, 'legal', opened.value)
    if (!allowed.ok) return allowed
    const message = 'Say in the note why it does not have to be read any more.'
    if (!says(note)) return fail({ kind: 'invalid', message })
  }
  return opened
}

async function change(
  context: Context,
  actor: Actor,
  articleId: string,
  { deadline, legalRead, note }: PlanInput,
): Promise<Plan> {
  const read = { legalReadAt: null, legalReadBy: null, legalReadOf: null }
  const flag = legalRead
    ? { legalAt: context.now(), legalBy: actor.id, legalNote: note, ...read }
    : { legalAt: null, legalBy: null, legalNote: '', ...read }
  await setPlan(context.db, articleId, {
    ...(deadline !== undefined && { deadline: deadline === null ? null : new Date(deadline) }),
    ...(legalRead !== undefined && flag),
  })
  const detail = {
    ...(deadline !== undefined && { deadline }),
    ...(legalRead !== undefined && { legalRead }),
  }
  const entry = { actorId: actor.id, action: 'article.planned', articleId, detail }
  await record(context.db, context, { ...entry, said: legalRead === undefined ? {} : { note } })
  return planOf(context.db, articleId)
}

/** What of the plan was changed since it was looked at, of what is to be changed; null: nothing [STA7]. */
function changedSince(
  now: Plan,
  { deadline, legalRead, was }: Pick<PlanInput, 'deadline' | 'legalRead' | 'was'>,
): string | null {
  const isOther = (a: string | null, b: string | null | undefined) =>
    b !== undefined && (a && Date.parse(a)) !== (b && Date.parse(b))
  if (deadline !== undefined && isOther(now.deadline, was?.deadline)) {
    const words = now.deadline === null ? 'taken away' : `set to ${timeWords(now.deadline)}`
    return `Meanwhile the deadline was ${words}. Look at it, then save yours if it is to stand.`
  }
  if (legalRead !== undefined && isOther(now.legal?.at ?? null, was?.legalAt)) {
    const words = now.legal
      ? `${now.legal.personName} has flagged it for a legal read`
      : 'the flag for a legal read was taken away'
    return `Meanwhile ${words}. Look at it, then save yours if it is to stand.`
  }
  return null
}

const timeWords = (iso: string) =>
  `${new Date(iso).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`
