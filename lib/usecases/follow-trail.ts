import type { Handle } from '#db/connection.ts'
import { articlesById } from '#db/repositories/articles.ts'
import {
  actsAfter,
  askerOf,
  decidersOf,
  lastActBefore,
  lockMark,
  setMark,
  speakersIn,
} from '#db/repositories/notice-trail.ts'
import { insertNotices } from '#db/repositories/notices.ts'
import { listPeople, type Person } from '#db/repositories/people.ts'
import { type ArticleAccess, maySee, type PersonRole } from '#lib/domain/access/policy.ts'
import type { Notice } from '#lib/domain/notices/notice.ts'
import {
  type Act,
  NOTHING_STANDS,
  noticesOf,
  type Standing,
  TOLD_ACTIONS,
} from '#lib/domain/notices/noticed.ts'
import type { Context } from './context.ts'

/** Few enough that nobody waits for the transaction, many enough to catch up quickly. */
const AT_ONCE = 200

/**
 * Tells whom the next acts concern. How far it got is moved on in the same transaction: whatever ends in the middle has
 * told nothing, and of two processes the second finds it done [NTF4]. Gives how many rows it has read.
 */
export async function followTrail({ db, newId }: Pick<Context, 'db' | 'newId'>): Promise<number> {
  return db.transaction(async (tx) => {
    const acts = await actsAfter(tx, await lockMark(tx), AT_ONCE)
    const last = acts.at(-1)
    if (!last) return 0
    const told = acts.filter(({ action }) => TOLD_ACTIONS.includes(action))
    if (told.length) await tell(tx, told, newId)
    await setMark(tx, last.seq)
    return acts.length
  })
}

async function tell(tx: Handle, acts: readonly Act[], newId: () => string) {
  const people = (await listPeople(tx)).filter(({ disabledAt }) => disabledAt === null)
  const ids = acts.flatMap(({ articleId }) => articleId ?? [])
  const articles = await articlesById(tx, ids)
  for (const act of acts) {
    const article = act.articleId === null ? null : (articles.get(act.articleId) ?? null)
    if (act.articleId !== null && !article) continue
    const standing = await standingOf(tx, act, article, people)
    await insertNotices(tx, allowed(noticesOf(act, standing), article, people), newId)
  }
}

/** Of people who are here, and who may open the article [NTF3]. */
export function allowed(
  notices: readonly Notice[],
  article: ArticleAccess | null,
  people: readonly Person[],
): readonly Notice[] {
  return notices.filter(({ personId }) => {
    const person = people.find(({ id }) => id === personId)
    return person?.disabledAt === null && (article === null || maySee(person, article))
  })
}

/** What says who is concerned, asked for only where the act needs it. */
async function standingOf(
  tx: Handle,
  act: Act,
  article: Standing['article'],
  people: readonly Person[],
): Promise<Standing> {
  const standing = { ...NOTHING_STANDS, article }
  const { action, detail, at, articleId } = act
  const text = (key: string) => (typeof detail[key] === 'string' ? detail[key] : '')
  const before = (actions: readonly string[], source?: string) =>
    lastActBefore(tx, act, actions, source)
  switch (action) {
    case 'thread.answered': {
      const until = new Date(at)
      return { ...standing, speakers: await speakersIn(tx, text('thread'), text('message'), until) }
    }
    case 'query.answered':
    case 'query.closed':
      return { ...standing, asker: await askerOf(tx, text('query')) }
    case 'article.people': {
      const earlier = await before([action])
      return { ...standing, assignedBefore: (earlier?.detail.assigned ?? []) as string[] }
    }
    case 'identity.kept': {
      const earlier = await before([action, 'identity.destroyed'], text('source'))
      return { ...standing, readersBefore: (earlier?.detail.readers ?? []) as string[] }
    }
    case 'version.notPublished':
      return { ...standing, scheduler: (await before(['version.scheduled']))?.actorId ?? null }
    case 'article.moved': {
      const deciders = await decidersOf(tx, articleId ?? '')
      return { ...standing, ...workersOf(standing.article, deciders, people) }
    }
    default:
      return standing
  }
}

function workersOf(
  article: Standing['article'],
  deciders: ReadonlySet<string>,
  people: readonly Person[],
): Pick<Standing, 'editors' | 'reviewers' | 'publishers'> {
  const having = (role: PersonRole) =>
    people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)
  const all = having('reviewer')
  const amongAssigned = (ids: readonly string[]) =>
    ids.filter((id) => article?.assigned.includes(id))
  const assigned = amongAssigned(all)
  const known = assigned.length ? assigned : all.filter((id) => deciders.has(id))
  const editors = amongAssigned(having('editor'))
  return {
    editors: editors.length ? editors : having('editor'),
    reviewers: known.length ? known : all,
    publishers: having('publisher'),
  }
}
