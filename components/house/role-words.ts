import type { PersonRole } from '#lib/domain/access/policy.ts'

/** Each role, and what it may do, for those who give it. */
export const ROLE_WORDS: Readonly<Record<PersonRole, { name: string; may: string }>> = {
  writer: { name: 'Writer', may: 'starts articles, writes and annotates own and assigned ones' },
  editor: { name: 'Editor', may: 'writes and annotates every article' },
  reviewer: { name: 'Reviewer', may: 'approves, queries and rejects sentences' },
  publisher: { name: 'Publisher', may: 'publishes, corrects, retracts and archives' },
  admin: { name: 'Administrator', may: 'invites people and gives roles' },
}

/** "Publisher (chief), administrator". */
export function roleWords({
  roles,
  chief,
}: {
  roles: readonly PersonRole[]
  chief: boolean
}): string {
  const names = roles.map(
    (role) => ROLE_WORDS[role].name + (role === 'publisher' && chief ? ' (chief)' : ''),
  )
  return names.map((name, index) => (index ? name.toLowerCase() : name)).join(', ')
}
