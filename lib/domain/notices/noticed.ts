import type { ArticleAccess } from '#lib/domain/access/policy.ts'
import type { Notice, NoticeKind, NoticePlace } from './notice.ts'

/** A row of the audit trail, as this looks at it. */
export interface Act {
  readonly seq: number
  /** ISO 8601. */
  readonly at: string
  readonly actorId: string | null
  readonly action: string
  readonly articleId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** What was so before the act, as far as it says who is concerned. What does not matter to an act is empty. */
export interface Standing {
  readonly article: Pick<ArticleAccess, 'createdBy' | 'assigned'> | null
  /** Who edit it: those who are assigned, else all editors. */
  readonly editors: readonly string[]
  /** Who review it: those who are assigned, else those who have decided on it, else all reviewers. */
  readonly reviewers: readonly string[]
  readonly publishers: readonly string[]
  /** Who has spoken in the thread. */
  readonly speakers: readonly string[]
  /** Who raised the question. */
  readonly asker: string | null
  readonly assignedBefore: readonly string[]
  readonly readersBefore: readonly string[]
  /** Who set the time that came to nothing. */
  readonly scheduler: string | null
}

export const NOTHING_STANDS: Standing = {
  ...{ article: null, editors: [], reviewers: [], publishers: [], speakers: [], asker: null },
  ...{ assignedBefore: [], readersBefore: [], scheduler: null },
}

interface Concern {
  readonly kind: NoticeKind
  readonly people: readonly (string | null)[]
  readonly place?: NoticePlace
}

type Detail = Act['detail']

const idIn = (detail: Detail, key: string): string | undefined => {
  const value = detail[key]
  return typeof value === 'string' ? value : undefined
}
const idsIn = (detail: Detail, key: string): readonly string[] => {
  const value = detail[key]
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}
const placed = (place: Readonly<Record<string, unknown>>): NoticePlace =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))

const writersOf = ({ article }: Standing) =>
  article ? [article.createdBy, ...article.assigned] : []

const inThread = (detail: Detail) =>
  placed({ thread: idIn(detail, 'thread'), message: idIn(detail, 'message') })

const inQuery = (detail: Detail) =>
  placed({ query: idIn(detail, 'query'), message: idIn(detail, 'message') })

function asked(kind: 'question' | 'rejection', detail: Detail, standing: Standing): Concern {
  const authors = idsIn(detail, 'authors')
  const people = authors.length ? authors : writersOf(standing)
  return { kind, people, place: placed({ query: idIn(detail, 'query') }) }
}

/** What each act is to whom; of two things that it is to one person the first counts [NTF1]. */
const CONCERNS: Readonly<
  Record<string, (detail: Detail, standing: Standing, actorId: string | null) => readonly Concern[]>
> = {
  'thread.opened': (detail) => [
    { kind: 'mention', people: idsIn(detail, 'mentions'), place: inThread(detail) },
  ],
  'thread.answered': (detail, { speakers }) => [
    { kind: 'mention', people: idsIn(detail, 'mentions'), place: inThread(detail) },
    { kind: 'reply', people: speakers, place: inThread(detail) },
  ],
  'sentence.query': (detail, standing) => [asked('question', detail, standing)],
  'sentence.reject': (detail, standing) => [asked('rejection', detail, standing)],
  'query.answered': (detail, standing, actorId) => [
    { kind: 'answered', people: [standing.asker], place: inQuery(detail) },
    // What whoever asked adds is for who write it; anybody else has answered.
    ...(standing.asker === actorId
      ? [{ kind: 'question' as const, people: writersOf(standing), place: inQuery(detail) }]
      : []),
  ],
  'query.closed': (detail, { asker }) => [
    { kind: 'answered', people: [asker], place: placed({ query: idIn(detail, 'query') }) },
  ],
  'article.people': (detail, { assignedBefore }) => [
    {
      kind: 'assigned',
      people: idsIn(detail, 'assigned').filter((id) => !assignedBefore.includes(id)),
    },
  ],
  'article.moved': ({ to }, standing) => {
    if (to === 'annotated') return [{ kind: 'handedOver', people: standing.editors }]
    if (to === 'ready') return [{ kind: 'ready', people: standing.publishers }]
    if (to === 'inReview') return [{ kind: 'review', people: standing.reviewers }]
    if (to === 'legalRead') return [{ kind: 'review', people: standing.publishers }]
    if (to === 'changesRequested') return [{ kind: 'changes', people: writersOf(standing) }]
    return []
  },
  'version.published': ({ number, change }, standing) => [
    { kind: 'published', people: writersOf(standing), place: placed({ version: number, change }) },
  ],
  'version.takenDown': ({ number }, standing) => [
    {
      kind: 'published',
      people: writersOf(standing),
      place: placed({ version: number, change: 'takedown' }),
    },
  ],
  'version.notPublished': (_, { scheduler }) => [{ kind: 'unpublished', people: [scheduler] }],
  'identity.kept': (detail, { readersBefore }) => [
    {
      kind: 'access',
      people: idsIn(detail, 'readers').filter((id) => !readersBefore.includes(id)),
      place: placed({ source: idIn(detail, 'source') }),
    },
  ],
}

/** Acts that concern somebody. */
export const TOLD_ACTIONS: readonly string[] = Object.keys(CONCERNS)

/** Whom an act concerns, and how: everybody once, and never the one who did it [NTF1, NTF2]. */
export function noticesOf(act: Act, standing: Standing): readonly Notice[] {
  const { seq, at, actorId, articleId, detail } = act
  const told = new Set<string | null>([actorId, null])
  const notices: Notice[] = []
  for (const { kind, people, place = {} } of CONCERNS[act.action]?.(detail, standing, actorId) ??
    []) {
    for (const personId of people) {
      if (personId === null || told.has(personId)) continue
      told.add(personId)
      notices.push({ personId, kind, key: `row ${seq}`, articleId, by: actorId, at, place })
    }
  }
  return notices
}
