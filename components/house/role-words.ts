import { useTranslations } from 'next-intl'
import { useRow } from '#components/ui/use-row.ts'
import type { List, Words } from '#components/ui/words.ts'
import type { PersonRole } from '#lib/domain/access/policy.ts'

interface Holder {
  readonly roles: readonly PersonRole[]
  readonly chief: boolean
}

/** "Publisher (chief), administrator". */
export function roleWords(t: Words<'roles'>, row: List, { roles, chief }: Holder): string {
  const names = roles.map((role, index) => {
    const name = t(`${index ? 'next' : 'name'}.${role}`)
    return role === 'publisher' && chief ? t('ofChief', { role: name }) : name
  })
  return row(names)
}

/** The same in the language of the page. */
export function useRoleWords(): (holder: Holder) => string {
  const t = useTranslations('roles')
  const row = useRow()
  return (holder) => roleWords(t, row, holder)
}
