/** Words of the way to the notices, which stands on every page. */
export const bell = {
  notices: 'Notices',
  unread: 'Notices, {count} unread',
} as const
