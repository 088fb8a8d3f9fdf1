/** Words of the page of keys: those that sign, and those that lock things up. */
export const houseKeys = {
  key: 'Key',
  since: 'Since',
  signed: 'Signed',
  state: 'State',
  signingKeys: 'Keys that sign versions',
  versions: '{count, plural, one {# version} other {# versions}}',
  signsNow: 'Signs now',
  keptForSigned: 'Kept for what it signed',
  unsigned:
    '{count, plural, one {# version is} other {# versions are}} from before versions were signed.',
  vaultKeys: 'Keys that lock things up',
  nothingLocked: 'Nothing is locked up.',
  hasLocked: 'Has locked',
  locked: {
    identities: '{count, plural, one {# confidential source} other {# confidential sources}}',
    recordings: '{count, plural, one {# recording} other {# recordings}}',
    webhooks: '{count, plural, one {# secret of a webhook} other {# secrets of webhooks}}',
    factors: '{count, plural, one {# second factor} other {# second factors}}',
  },
  nothingYet: 'Nothing yet',
  locksNow: 'Locks now',
  opensLocked: 'Opens what it has locked',
} as const
