/** Words of saving an article: how it stands, and what to do when it does not go by itself. */
export const saving = {
  connecting: 'Connecting…',
  saved: 'Saved',
  saving: 'Saving…',
  offline: 'Offline',
  offlineHere:
    'Offline: keep this tab open, {count, plural, one {# change is} other {# changes are}} only in it',
  offlineKept: 'Offline: {count, plural, one {# change} other {# changes}} kept here',
  notSaved: 'Not saved: trying again',
  notSavedHere: 'Not saved: keep this tab open, trying again',
  notSavedKept:
    'Not saved: {count, plural, one {# change} other {# changes}} kept on this device, trying again',
  notConnected: 'Not connected',
  signedOut: 'You have been signed out',
  gone: 'You may no longer see this article',
  outdated: 'A newer Galley is running: reload this page',

  refused: 'Not saved: {reason}',
  refusal: {
    malformed: 'The change could not be read. Copy what you wrote and reload.',
    foreignClient: 'The change carries the mark of somebody else. Copy what you wrote and reload.',
    foreignRoot:
      'The change touches a part that articles do not have. Copy what you wrote and reload.',
    articleFull:
      'The article has reached 8 MiB, with all that was ever in it. Copy your last changes and go on in a second article.',
    tooBig:
      'What you wrote is larger than an article may be. Copy it and go on in a second article.',
    notProposed:
      'What you were changing is no proposal of yours any more: somebody has settled it meanwhile. Copy what you wrote last and reload.',
    notAllowed: 'You are not allowed to write here. Copy what you wrote and reload.',
  },
  crowding: {
    tooManyTabs: 'You have too many articles open. Close other tabs: this one connects by itself.',
    articleCrowded:
      'As many people as may be are in this article. You are connected when somebody leaves.',
    serverCrowded: 'The server has no room just now. You are connected when it has.',
  },

  newerRuns: 'A newer Galley is running. {whereabouts}',
  youAreSignedOut: 'You have been signed out. {whereabouts}',
  mayNotSee: 'You may no longer see this article.',
  reload: 'Reload',
  signIn: 'Sign in',

  allSaved: 'What you wrote is saved.',
  onlyHere:
    '{count, plural, one {# change is} other {# changes are}} only in this tab: copy what you wrote before you leave the page.',
  keptHere: '{count, plural, one {# change is} other {# changes are}} kept on this device.',
} as const
