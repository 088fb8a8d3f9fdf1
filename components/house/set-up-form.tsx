'use client'

import { useActionState } from 'react'
import { TextInput } from '#components/ui/text-input.tsx'
import { RefusalNote } from './refusal-note.tsx'

export interface SetUpState {
  readonly message: string
  readonly name: string
  readonly email: string
}

type SetUpAction = (state: SetUpState, form: FormData) => Promise<SetUpState>

export function SetUpForm({ action }: { action: SetUpAction }) {
  const [state, dispatch, pending] = useActionState(action, { message: '', name: '', email: '' })
  const { name, email } = state
  return (
    <form className="form" action={dispatch}>
      <RefusalNote state={state} />
      <TextInput label="One-time code" name="code" autoComplete="off" required />
      <TextInput label="Your name" name="name" autoComplete="name" required defaultValue={name} />
      <TextInput
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="username"
        required
        defaultValue={email}
      />
      <TextInput
        label="Password"
        hint="At least 12 characters. A sentence is easier to remember than a word."
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={12}
      />
      <button type="submit" className="btn primary" aria-disabled={pending}>
        {pending ? 'Creating…' : 'Create the administrator'}
      </button>
    </form>
  )
}
