import { KIND_LABELS, KIND_WORDS } from '#lib/domain/notices/notice-words.ts'

/** Words of notices. What they say comes from the server. */
export const notices = {
  notices: 'Notices',
  means: 'What concerns you. <way>Choose what you are told of</way>',
  which: 'Which notices',
  all: 'All',
  unread: 'Unread',
  kind: 'Kind',
  everyKind: 'Every kind',
  label: KIND_LABELS,
  told: KIND_WORDS,
  today: 'Today',
  yesterday: 'Yesterday',
  isUnread: 'Unread:',
  markRead: 'Mark as read',
  markReadOne: 'Mark as read: {notice}',
  markAllRead: 'Mark all as read',
  marked: 'Marked as read.',
  allMarked: 'All notices are marked as read.',
  pages: 'Older and newer',
  newest: 'Newest',
  older: 'Older',
  nothingYet: 'Nothing has come yet',
  nothingYetMeans:
    'When somebody mentions you, asks about a sentence of yours, or hands you an article, it stands here.',
  nothingOfKind: 'Nothing of that kind',
  nothingOfKindHint: 'Other notices may stand in the whole list.',
  showAll: 'Show all',
  saved: 'Saved.',
  mailNotSetUp:
    'Mail is not set up here, so none is sent. Whoever runs this server can name a mail server.',
  mailFailed: 'The last mail to you did not get through: {reason}',
  toldOf: 'What you are told of',
  mailOf: 'Mail: {kind}',
  mail: { off: 'No mail', hourly: 'Once an hour', daily: 'Once a day' },
} as const
