'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { PERSON_ROLES, type PersonRole } from '#lib/domain/access/policy.ts'

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
  const t = useTranslations('roles')
  return (
    <fieldset className="field">
      <legend>{t('roles')}</legend>
      {PERSON_ROLES.map((role) => (
        <Check
          key={role}
          name="roles"
          value={role}
          checked={roles.includes(role)}
          words={t(`name.${role}`)}
          note={t(`may.${role}`)}
        />
      ))}
      <Check name="chief" value="yes" checked={chief} words={t('chief')} note={t('chiefMay')} />
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
