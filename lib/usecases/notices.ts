import { z } from 'zod'
import { type Article, articlesById } from '#db/repositories/articles.ts'
import { mailFailureOf } from '#db/repositories/notice-mails.ts'
import {
  findNotice,
  type KeptNotice,
  listNotices,
  type MadeChoices,
  markNoticesRead,
  type NoticeWords,
  noticeChoicesOf,
  setNoticeChoice,
  wordsOfNotices,
} from '#db/repositories/notices.ts'
import { type Actor, maySee } from '#lib/domain/access/policy.ts'
import {
  choicesOf,
  MAIL_CHOICES,
  NOTICE_KINDS,
  type NoticeChoice,
  type NoticeKind,
} from '#lib/domain/notices/notice.ts'
import { noticeWords } from '#lib/domain/notices/notice-words.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'

/** A notice as its person sees it. */
export interface ShownNotice {
  readonly id: string
  readonly kind: NoticeKind
  /** ISO 8601. */
  readonly at: string
  readonly isRead: boolean
  /** What happened, in a sentence. */
  readonly words: string
  /** The words of the article, and what was said of them; empty where there are none. */
  readonly quote: string
  readonly text: string
  /** Null: it is about no article. */
  readonly articleId: string | null
}

export const noticeQuery = z.object({
  kind: z.enum(NOTICE_KINDS).nullish(),
  unread: z.boolean().default(false),
  /** `next` of the page before. */
  before: z.string().max(100).nullish(),
})

const PAGE = 50
const LONGEST_WORDS = 280

/** A person's notices, the newest first. What they may not open any more is not among them [NTF3]. */
export async function ownNotices(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { kind, unread, before }: z.output<typeof noticeQuery>,
): Promise<Result<{ readonly notices: readonly ShownNotice[]; readonly next: string | null }>> {
  const without = hiddenKinds(await noticeChoicesOf(db, actor.id))
  const found = await listNotices(db, actor.id, {
    ...{ kinds: kind ? [kind] : [], without, unread, limit: PAGE + 1 },
    before: readCursor(before),
  })
  const page = found.slice(0, PAGE)
  const last = found.length > PAGE ? page.at(-1) : undefined
  return ok({
    notices: await shownOf({ db }, actor, page),
    next: last ? `${last.at}_${last.id}` : null,
  })
}

/** What of these notices their person may see now, in words. */
async function shownOf(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  notices: readonly KeptNotice[],
): Promise<readonly ShownNotice[]> {
  const visible = await visibleOf(db, actor, notices)
  const words = await wordsOfNotices(
    db,
    visible.map(({ notice }) => notice.place),
  )
  return visible.map(({ notice, article }) => shown(notice, article, words))
}

function shown(
  notice: KeptNotice,
  article: Article | null,
  words: ReadonlyMap<string, NoticeWords>,
): ShownNotice {
  const { id, kind, at, readAt, place, articleId } = notice
  const about = words.get(place.message ?? place.query ?? place.approval ?? '')
  return {
    ...{ id, kind, at, isRead: readAt !== null, articleId },
    words: noticeWords(notice, notice.byName, titleOf(article)),
    quote: shortened(about?.quote ?? ''),
    text: shortened(about?.text ?? ''),
  }
}

const LONGEST_TITLE = 90

/** An article as it is called in a sentence. Where nobody has written a headline, its first words are long. */
export function titleOf(article: Pick<Article, 'title'> | null): string {
  if (!article?.title) return 'an article'
  const { title } = article
  return title.length > LONGEST_TITLE
    ? `“${title.slice(0, LONGEST_TITLE).toWellFormed()}…”`
    : `“${title}”`
}

const shortened = (text: string) =>
  text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS).toWellFormed()}…` : text

export interface Visible {
  readonly notice: KeptNotice
  readonly article: Article | null
}

export async function visibleOf(
  db: Context['db'],
  actor: Actor,
  notices: readonly KeptNotice[],
): Promise<readonly Visible[]> {
  const articles = await articlesById(
    db,
    notices.flatMap(({ articleId }) => articleId ?? []),
  )
  return notices.flatMap((notice): readonly Visible[] => {
    if (notice.articleId === null) return [{ notice, article: null }]
    const article = articles.get(notice.articleId)
    return article && maySee(actor, article) ? [{ notice, article }] : []
  })
}

const MOST_COUNTED = 100

/** How many a person has not read; 100 stands for more. */
export async function countUnread({ db }: Pick<Context, 'db'>, actor: Actor): Promise<number> {
  const without = hiddenKinds(await noticeChoicesOf(db, actor.id))
  const unread = await listNotices(db, actor.id, { without, unread: true, limit: MOST_COUNTED })
  return (await visibleOf(db, actor, unread)).length
}

export const readInput = z.object({ ids: z.array(z.string().max(100)).max(1_000).nullable() })

/** Marks notices as read; `ids` null: all [NTF7]. */
export async function readNotices(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  { ids }: z.output<typeof readInput>,
): Promise<Result<null>> {
  await markNoticesRead(db, actor.id, ids, now())
  return ok(null)
}

/** Where a notice leads now: an address of this site. It is read by that. */
export async function followNotice(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  id: string,
): Promise<Result<string>> {
  const gone = fail({ kind: 'notFound', message: 'This is not there any more.' })
  const notice = isId(id) ? await findNotice(db, actor.id, id) : null
  if (!notice) return gone
  const [visible] = await visibleOf(db, actor, [notice])
  if (!visible) return gone
  await markNoticesRead(db, actor.id, [id], now())
  const words = await wordsOfNotices(db, [notice.place])
  return ok(addressOf(notice, visible.article, words))
}

function addressOf(
  { place, kind }: KeptNotice,
  article: Article | null,
  words: ReadonlyMap<string, NoticeWords>,
): string {
  if (place.source) return `/sources/${place.source}`
  if (!article) return '/notices'
  if (kind === 'published') return `/read/${article.slug}/v/${place.version ?? 1}`
  const search = new URLSearchParams()
  if (place.thread) search.set('thread', place.thread)
  const { annotationIds = [] } = words.get(place.query ?? place.approval ?? '') ?? {}
  for (const annotation of annotationIds) search.append('annotation', annotation)
  return `/articles/${article.id}${search.size ? `?${search}` : ''}`
}

export const choiceInput = z.object({
  kind: z.enum(NOTICE_KINDS),
  app: z.boolean(),
  mail: z.enum(MAIL_CHOICES),
})

/** How a person is told of each kind. */
export async function ownChoices(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
): Promise<Readonly<Record<NoticeKind, NoticeChoice>>> {
  const made = await noticeChoicesOf(db, actor.id)
  return choicesOf(made)
}

/** Why the last letter did not get through to a person; null: it did. */
export async function ownMailFailure(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
): Promise<string | null> {
  return mailFailureOf(db, actor.id)
}

/** Chooses for one kind. Mail tells of what comes from now on [NTF7]. */
export async function chooseNotices(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  choice: z.output<typeof choiceInput>,
): Promise<Result<null>> {
  const before = (await noticeChoicesOf(db, actor.id))[choice.kind]
  const since = before && before.mail === choice.mail ? before.since : now()
  await setNoticeChoice(db, { ...choice, personId: actor.id, since })
  return ok(null)
}

function hiddenKinds(made: MadeChoices): readonly NoticeKind[] {
  const choices = choicesOf(made)
  return NOTICE_KINDS.filter((kind) => !choices[kind].app)
}

function readCursor(text: string | null | undefined) {
  const [time = '', id = ''] = (text ?? '').split('_')
  const at = new Date(time)
  return id && !Number.isNaN(at.getTime()) ? { at, id } : null
}
