'use client'

import { Icon } from '#components/ui/icon.tsx'
import { PERSON_ROLES, type PersonRole } from '#lib/domain/access/policy.ts'
import { ROLE_WORDS } from './role-words.ts'

/** Roles, several at once, and the flag that widens a publisher's. */
export function RoleFields({
  roles,
  chief,
  error,
}: {
  roles: readonly PersonRole[]
  chief: boolean
  error: string | null
}) {
  return (
    <fieldset className="field">
      <legend>Roles</legend>
      {PERSON_ROLES.map((role) => (
        <Check
          key={role}
          name="roles"
          value={role}
          checked={roles.includes(role)}
          words={ROLE_WORDS[role].name}
          note={ROLE_WORDS[role].may}
        />
      ))}
      <Check
        name="chief"
        value="yes"
        checked={chief}
        words="Chief"
        note="as a publisher, also overrides blockers and closes others’ queries, with a reason"
      />
      {error && (
        <span className="err" role="alert">
          <Icon name="warn" />
          {error}
        </span>
      )}
    </fieldset>
  )
}

function Check(props: {
  name: string
  value: string
  checked: boolean
  words: string
  note: string
}) {
  const { name, value, checked, words, note } = props
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span>
        {words}
        <small>{note}</small>
      </span>
    </label>
  )
}
