'use client'
import { type FormEvent, useState } from 'react'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import type { History } from './use-history.ts'

interface NameFormProps {
  readonly history: History
  readonly moment: Moment
}

/** Gives the chosen moment a name, or takes the one away that it is. */
export function NameForm({ history, moment }: NameFormProps) {
  const { api, reload } = history
  const [isOpen, setOpen] = useState(false)
  const [message, setMessage] = useState('')
  const done = async (answer: { readonly ok: boolean; readonly message?: string }) => {
    setMessage(answer.ok ? '' : (answer.message ?? ''))
    if (!answer.ok) return
    setOpen(false)
    await reload()
  }
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    await done(await api.name(moment.seq, name))
  }
  return (
    <>
      {moment.names.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="btn sm"
          onClick={async () => done(await api.unname(id))}
        >
          Remove the name{moment.names.length > 1 && ` “${name}”`}
        </button>
      ))}
      {!moment.names.length && (
        <button
          type="button"
          className="btn sm"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Name this moment
        </button>
      )}
      {isOpen && <NameField onSave={save} />}
      {message && (
        <p className="err" role="alert">
          {message}
        </p>
      )}
    </>
  )
}

function NameField({ onSave }: { onSave: (event: FormEvent<HTMLFormElement>) => void }) {
  const first = useFocusFirst<HTMLInputElement>()
  return (
    <form className="name-form" onSubmit={onSave}>
      <label>
        <span className="vh">Name of this moment</span>
        <input
          ref={first}
          className="input"
          name="name"
          maxLength={100}
          placeholder="Name"
          required
        />
      </label>
      <button type="submit" className="btn sm">
        Save the name
      </button>
    </form>
  )
}
