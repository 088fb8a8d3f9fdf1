import { type Actor, PERSON_ROLES } from './policy.ts'

/** What administrators change of a person: each role by itself, so that two who give different ones do not collide. */
export const EDITED_RIGHTS = [...PERSON_ROLES, 'chief', 'account'] as const
export type EditedRight = (typeof EDITED_RIGHTS)[number]

/** A person as the form of an administrator shows them: `given`, or `active` and `disabled`, each in a word. */
export type EditedPerson = Readonly<Record<EditedRight, string>>

export function editedPerson(
  person: Pick<Actor, 'roles' | 'chief'> & { readonly disabledAt: string | null },
): EditedPerson {
  const given = (is: boolean) => (is ? 'given' : 'not given')
  const has = (role: (typeof PERSON_ROLES)[number]) => given(person.roles.includes(role))
  return {
    ...{ writer: has('writer'), editor: has('editor'), reviewer: has('reviewer') },
    ...{ publisher: has('publisher'), admin: has('admin'), chief: given(person.chief) },
    account: person.disabledAt === null ? 'active' : 'disabled',
  }
}
