import { type Article, findArticle } from '#db/repositories/articles.ts'
import { findPerson } from '#db/repositories/people.ts'
import type { ArticleUnavailable, HeldArticle } from '#lib/collab/ports.ts'
import { type Actor, type ArticleAction, requireOnArticle } from '#lib/domain/access/policy.ts'
import { type State, WORDS } from '#lib/domain/review/states.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'

/** The article, when this person may do this with it. One that they may not see answers like one that is not there. */
export async function openArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  action: ArticleAction,
): Promise<Result<Article>> {
  const article = isId(articleId) ? await findArticle(context.db, articleId) : null
  if (!article) return fail({ kind: 'notFound', message: 'There is no such article.' })
  const allowed = requireOnArticle(actor, action, article)
  return allowed.ok ? ok(article) : allowed
}

/** The same, to change what it says: not while its text is closed. */
export async function openToWrite(
  context: Context,
  actor: Actor,
  articleId: string,
): Promise<Result<Article>> {
  const opened = await openArticle(context, actor, articleId, 'write')
  if (!opened.ok || !isClosed(opened.value.state)) return opened
  const words = `The article is ${WORDS[opened.value.state]}: nothing in it is changed any more.`
  return fail({ kind: 'conflict', message: words })
}

/** Nobody writes in an article that is archived or retracted, whatever they may do else. */
export function isClosed(state: State): boolean {
  return state === 'archived' || state === 'retracted'
}

/**
 * Whoever waited for their turn has it as who they were when they asked: whose roles are others by now has to ask again, and who
 * left the newsroom does nothing any more [ACC3].
 */
export async function stillWho(db: Context['db'], actor: Actor): Promise<Result<null>> {
  const person = await findPerson(db, actor.id)
  if (!person || person.disabledAt !== null)
    return fail({ kind: 'forbidden', message: 'You do not work in this newsroom any more.' })
  const isSame =
    person.chief === actor.chief &&
    !new Set(person.roles).symmetricDifference(new Set(actor.roles)).size
  if (isSame) return ok(null)
  const message = 'Your roles have just changed. Try again.'
  return fail({ kind: 'conflict', message, passing: true })
}

/**
 * Holds an article for a task. Whether it may be done is asked before, and again once the text stands still: rights and
 * state may have changed while the caller waited.
 */
export async function holdArticle<T>(
  context: Context,
  actor: Actor,
  articleId: string,
  open: () => Promise<Result<Article>>,
  task: (article: Article, held: HeldArticle) => Promise<Result<T>>,
): Promise<Result<T>> {
  const early = await open()
  if (!early.ok) return early
  return served(() =>
    context.collab.hold(articleId, async (held) => {
      const who = await stillWho(context.db, actor)
      if (!who.ok) return who
      const opened = await open()
      return opened.ok ? task(opened.value, held) : opened
    }),
  )
}

/** Turns an article that cannot be served into a failure; everything else is a bug and goes on. */
export async function served<T>(task: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await task()
  } catch (error) {
    // By name: the entry and the pages evaluate these classes separately.
    if (!(error instanceof Error)) throw error
    if (error.name === 'UpdateRefused')
      return fail({ kind: 'invalid', message: `${error.message}.` })
    if (error.name !== 'ArticleUnavailable') throw error
    const { reason } = error as ArticleUnavailable
    if (reason === 'missing')
      return fail({ kind: 'notFound', message: 'There is no such article.' })
    const lasts = reason === 'damaged' || reason === 'schema'
    return fail({ kind: lasts ? 'damaged' : 'unavailable', message: error.message })
  }
}
