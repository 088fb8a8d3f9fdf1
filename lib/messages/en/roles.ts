/** Words for what people of the newsroom may do. */
export const roles = {
  roles: 'Roles',
  none: 'No role',
  name: {
    writer: 'Writer',
    editor: 'Editor',
    reviewer: 'Reviewer',
    publisher: 'Publisher',
    admin: 'Administrator',
  },
  /** After another one. */
  next: {
    writer: 'writer',
    editor: 'editor',
    reviewer: 'reviewer',
    publisher: 'publisher',
    admin: 'administrator',
  },
  ofChief: '{role} (chief)',
  may: {
    writer: 'starts articles, writes and annotates own and assigned ones',
    editor: 'writes and annotates every article',
    reviewer: 'approves, queries and rejects sentences',
    publisher: 'publishes, corrects, retracts and archives',
    admin: 'invites people and gives roles',
  },
  chief: 'Chief',
  chiefMay: 'as a publisher, also overrides blockers and closes others’ queries, with a reason',
} as const
