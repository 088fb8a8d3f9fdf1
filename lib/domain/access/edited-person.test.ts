import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesBetween } from '#lib/domain/shared/changes-meanwhile.ts'
import { EDITED_RIGHTS, editedPerson } from './edited-person.ts'
import { PERSON_ROLES } from './policy.ts'

const people = fc.record({
  roles: fc.uniqueArray(fc.constantFrom(...PERSON_ROLES)),
  chief: fc.boolean(),
  disabledAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z'),
})

it('[ACC9] each role, the chief and the account are told by themselves, in whatever order they stand', () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const changes = changesBetween(EDITED_RIGHTS, editedPerson(one), editedPerson(other))
      const differs = PERSON_ROLES.filter((r) => one.roles.includes(r) !== other.roles.includes(r))
      const more = [
        ...(one.chief === other.chief ? [] : ['chief']),
        ...(one.disabledAt === other.disabledAt ? [] : ['account']),
      ]
      expect(changes.map(({ field }) => field)).toEqual([...differs, ...more])
      expect(editedPerson({ ...one, roles: [...one.roles].reverse() })).toEqual(editedPerson(one))
    }),
  )
})
