import { useTranslations } from 'next-intl'
import { personColour } from '#lib/domain/shared/person-colour.ts'
import { initialsOf } from './person-marks.ts'

/** A person as two letters. Outlined when `away`; `colour` (1–8) is that of somebody who is at the same text. */
export function Avatar({
  person,
  colour = personColour(person.id),
  away = false,
  you = false,
}: {
  person: { readonly id: string; readonly name: string }
  colour?: number
  away?: boolean
  you?: boolean
}) {
  const t = useTranslations('ui')
  const words = t('person', { name: person.name, isYou: String(you), isAway: String(away) })
  return (
    <span
      className={`ava ${away ? 'off' : `pc${colour}`}`}
      role="img"
      aria-label={words}
      title={words}
    >
      {initialsOf(person.name)}
    </span>
  )
}
