import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { type ChangeAction, ChangePerson } from './change-person.tsx'
import type { Colleague } from './person-model.ts'
import { useRoleWords } from './role-words.ts'

export function PeopleList({
  people,
  meId,
  action,
}: {
  people: readonly Colleague[]
  meId: string
  action: ChangeAction
}) {
  const t = useTranslations('people')
  const roles = useTranslations('roles')
  return (
    <table className="desk register">
      <caption className="vh">{t('people')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{roles('roles')}</th>
          <th scope="col">{t('account')}</th>
          <th scope="col">
            <span className="vh">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} you={person.id === meId} action={action} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ person, you, action }: { person: Colleague; you: boolean; action: ChangeAction }) {
  const t = useTranslations('people')
  const roles = useTranslations('roles')
  const roleWords = useRoleWords()
  const { name, email, disabledAt } = person
  return (
    <tr className={disabledAt ? 'away' : ''}>
      <td>
        <div className="personline">
          <span aria-hidden="true">
            <Avatar person={person} away={disabledAt !== null} />
          </span>
          <div>
            <b>
              <bdi>{name}</bdi>
            </b>
            {you && <span className="muted"> {t('you')}</span>}
            <div className="sub">{email}</div>
          </div>
        </div>
      </td>
      <td>{roleWords(person) || roles('none')}</td>
      <td>{disabledAt ? t('disabled') : t('active')}</td>
      <td className="acts">
        <ChangePerson person={person} you={you} action={action} />
      </td>
    </tr>
  )
}
