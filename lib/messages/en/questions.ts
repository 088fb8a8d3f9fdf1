/** What reviewers ask about a sentence, what is said to it, and how it ends. */
export const questions = {
  openQueries: 'Open queries',
  openWithRejections: 'Open questions and rejections',
  aboutGoneWords: 'Questions about words that are gone',
  closedCount: '{count, plural, one {# closed question} other {# closed questions}}',
  said: {
    asked: '{isYou, select, true {<b>You</b> asked} other {<b>{name}</b> asked}} <when></when>',
    rejected:
      '{isYou, select, true {<b>You</b> rejected it} other {<b>{name}</b> rejected it}} <when></when>',
    added: '{isYou, select, true {<b>You</b> added} other {<b>{name}</b> added}} <when></when>',
    answered:
      '{isYou, select, true {<b>You</b> answered} other {<b>{name}</b> answered}} <when></when>',
  },
  closed: 'Closed',
  closedBy: 'by {name} <when></when>',

  answer: {
    open: 'Answer',
    add: 'Add to it',
    toPerson: 'Your answer to {name}',
    more: 'What you add',
    putsOnTurn: 'It puts {name} on turn.',
    writersRead: 'The writers read it.',
    send: 'Send',
    discard: 'Discard',
    sent: 'Your answer is sent.',
  },

  close: {
    query: 'Close the query',
    rejection: 'Close the rejection',
    how: 'How it ended',
    why: 'Why',
    whyOthers: {
      query: 'Why you close {name}’s query',
      rejection: 'Why you close {name}’s rejection',
    },
    noReason: 'Write why you close it. The reason is logged.',
    done: {
      query: 'The query is closed.',
      rejection: 'The rejection is closed.',
    },
  },
} as const
