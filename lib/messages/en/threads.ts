/** What people say about the words of an article, and the tabs of the panel that it stands in. */
export const threads = {
  title: 'Comments',
  notFetched: 'The comments could not be fetched.',
  fetching: 'Fetching the comments…',
  none: 'No comments yet. Select words and press Ctrl Alt M.',
  comment: 'Comment',
  commentOnThese: 'Comment on these words',
  commentOn: 'On what is selected, else on the current sentence (Ctrl Alt M)',
  which: 'Which comments',
  filterCount: '{filter} ({count, number})',
  filter: {
    open: 'Open',
    unread: 'Unread',
    mentions: 'Mention me',
    mine: 'Mine',
    resolved: 'Resolved',
    noPlace: 'Without a place',
  },
  /** Why nothing is in the list. */
  empty: {
    open: 'No open comments. Select words and press Ctrl Alt M.',
    unread: 'You have read everything.',
    mentions: 'Nobody has mentioned you here.',
    mine: 'You have not said anything that is still open.',
    resolved: 'Nothing is resolved yet.',
    noPlace: 'Every open comment stands at its words.',
  },
  lost: '{count, plural, one {# comment without a place} other {# comments without a place}}',

  hint: '@ and a name tell somebody. Ctrl Enter sends.',
  discard: 'Discard',
  people: 'People',
  told: '{name} is told.',
  names:
    '{count, plural, one {# name. Arrow keys choose, Enter takes.} other {# names. Arrow keys choose, Enter takes.}}',

  unread: ', {count, plural, one {# unread message} other {# unread messages}}. ',
  answers: '{count, plural, one {# answer} other {# answers}}',
  withoutPlace: 'Without a place',
  resolvedBy: 'Resolved by {name}',
  wordsGone: 'Its words are not in the text any more. They were the ones above.',
  answer: 'Answer',
  answerAndReopen: 'Answer and reopen',
  reopen: 'Reopen',
  resolve: 'Resolve',
  you: 'You',

  tabs: {
    panel: 'Panel',
    sentence: 'Sentence',
    picture: 'Picture',
    comments: 'Comments',
    unread: ', {count, plural, one {# unread message} other {# unread messages}}',
    suggestions: 'Suggestions',
    commentsHere: '{count, plural, one {# comment} other {# comments}}',
  },
} as const
