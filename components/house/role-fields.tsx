'use client'

import { useTranslations } from 'next-intl'
import { PERSON_ROLES, type PersonRole } from '#lib/domain/access/policy.ts'
import { CheckBoxes } from './check-boxes.tsx'

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
  const boxes = PERSON_ROLES.map((role) => ({
    ...{ name: 'roles', value: role, checked: roles.includes(role) },
    ...{ words: t(`name.${role}`), note: t(`may.${role}`) },
  }))
  const chiefBox = { name: 'chief', value: 'yes', words: t('chief'), note: t('chiefMay') }
  return (
    <CheckBoxes
      legend={t('roles')}
      boxes={[...boxes, { ...chiefBox, checked: chief }]}
      error={error}
    />
  )
}
