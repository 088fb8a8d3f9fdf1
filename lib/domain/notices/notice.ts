/** What people are told of. */
export const NOTICE_KINDS = [
  'mention',
  'reply',
  'question',
  'rejection',
  'answered',
  'stale',
  'assigned',
  'handedOver',
  'review',
  'changes',
  'ready',
  'deadline',
  'published',
  'unpublished',
  'access',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Where it leads: ids, numbers and a time. What stands there is read when it is shown, and never kept [NTF6]. */
export interface NoticePlace {
  readonly thread?: string
  readonly message?: string
  readonly query?: string
  readonly approval?: string
  readonly version?: number
  /** What kind of version it was, or that one was taken down. */
  readonly change?: string
  readonly source?: string
  /** ISO 8601. */
  readonly deadline?: string
}

/** That something concerns a person. */
export interface Notice {
  readonly personId: string
  readonly kind: NoticeKind
  /** Names what happened: a person is told of it once. */
  readonly key: string
  /** Null: it is about no article. */
  readonly articleId: string | null
  /** Who did it; null: nobody in particular, or the server. */
  readonly by: string | null
  /** ISO 8601. */
  readonly at: string
  readonly place: NoticePlace
}

export const MAIL_CHOICES = ['off', 'hourly', 'daily'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** How a person wants to be told of one kind. */
export interface NoticeChoice {
  readonly app: boolean
  readonly mail: MailChoice
}

/** Nobody gets mail that they did not ask for [NTF7]. */
const FIRST_CHOICE: NoticeChoice = { app: true, mail: 'off' }

/** The choice of each kind, also of those that nothing was chosen for. */
export function choicesOf(
  made: Readonly<Partial<Record<NoticeKind, NoticeChoice>>>,
): Readonly<Record<NoticeKind, NoticeChoice>> {
  const each = NOTICE_KINDS.map((kind) => [kind, made[kind] ?? FIRST_CHOICE])
  return Object.fromEntries(each) as Record<NoticeKind, NoticeChoice>
}
