import { Avatar } from '#components/ui/avatar.tsx'
import { type ChangeAction, ChangePerson } from './change-person.tsx'
import type { Colleague } from './person-model.ts'
import { roleWords } from './role-words.ts'

export function PeopleList({
  people,
  meId,
  action,
}: {
  people: readonly Colleague[]
  meId: string
  action: ChangeAction
}) {
  return (
    <table className="desk register">
      <caption className="vh">People</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Roles</th>
          <th scope="col">Account</th>
          <th scope="col">
            <span className="vh">Actions</span>
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
            {you && <span className="muted"> (you)</span>}
            <div className="sub">{email}</div>
          </div>
        </div>
      </td>
      <td>{roleWords(person) || 'No role'}</td>
      <td>{disabledAt ? 'Disabled' : 'Active'}</td>
      <td className="acts">
        <ChangePerson person={person} you={you} action={action} />
      </td>
    </tr>
  )
}
