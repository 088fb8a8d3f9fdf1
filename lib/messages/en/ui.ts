/** Words of the controls that all screens share. */
export const ui = {
  skip: 'Skip to the content',
  content: 'Content',
  loading: 'Loading',
  moment: 'One moment…',
  close: 'Close',
  cancel: 'Cancel',
  saving: 'Saving…',
  file: 'File',
  optional: '(optional)',
  tryAgain: 'Try again',
  partNotFetched: 'This part of the page could not be fetched.',
  unreachable: 'The server was not reached. Check the connection and try again.',
  person: '{name}{isYou, select, true {, you} other {}}{isAway, select, true {, away} other {}}',
  searchPeople: 'Search people for: {list}',
  nameOrAddress: 'Name or address',
  nobody: 'Nobody is called that.',
  changedMeanwhile:
    'Not saved: somebody else has changed {what} meanwhile. Look at what changed, then save again.',
  changedField:
    '{label}: now <now></now>, it was <seen></seen>. {isTyped, select, true {What you typed is still in the form, and will replace it.} other {The form has it now.}}',
  quoted: '<bdi>“{value}”</bdi>',
  empty: 'empty',
  noSentences: 'No sentences yet',
  oneApproved: 'Its one sentence is approved',
  allApproved: 'All <b>{count, number}</b> sentences approved',
  coverage:
    '<b>{tagged, number} of {sentences, number}</b> tagged · <b>{evidenced, number}</b> evidenced · <b>{approved, number}</b> approved',
  passwordHint: 'At least 12 characters. A sentence is easier to remember than a word.',
} as const
