import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'

export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
}

interface PeopleListProps {
  readonly title: string
  readonly hint: string
  readonly people: readonly ListedPerson[]
  readonly chosen: readonly string[]
  readonly isFixed: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** A list to tick people in. Whoever is ticked stays in sight whatever is searched for. */
export function PeopleList({ title, hint, people, chosen, isFixed, onChange }: PeopleListProps) {
  const t = useTranslations('ui')
  const [search, setSearch] = useState('')
  const hintId = useId()
  const wanted = search.trim().toLowerCase()
  const fits = ({ name, email }: ListedPerson) => `${name} ${email}`.toLowerCase().includes(wanted)
  const shown = people.filter((person) => fits(person) || chosen.includes(person.id))
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <fieldset className="people" aria-describedby={hintId} disabled={isFixed}>
      <legend>
        {title} <span className="muted">{chosen.length}</span>
      </legend>
      <p className="hint" id={hintId}>
        {hint}
      </p>
      <div className="find">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('searchPeople', { list: title })}
          placeholder={t('nameOrAddress')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <ul tabIndex={0} aria-label={title}>
        {shown.map((person) => (
          <li key={person.id}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.includes(person.id)}
                onChange={() => toggle(person.id)}
              />
              <span>
                <bdi>{person.name}</bdi>
                <small>{person.email}</small>
              </span>
            </label>
          </li>
        ))}
        {!shown.length && <li className="muted">{t('nobody')}</li>}
      </ul>
    </fieldset>
  )
}
