'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextInput } from '#components/ui/text-input.tsx'
import { NewPassword } from './new-password.tsx'
import { RefusalNote } from './refusal-note.tsx'

export interface SetUpState {
  readonly message: string
  readonly name: string
  readonly email: string
}

type SetUpAction = (state: SetUpState, form: FormData) => Promise<SetUpState>

export function SetUpForm({ action }: { action: SetUpAction }) {
  const t = useTranslations('gateway')
  const [state, dispatch, pending] = useActionState(action, { message: '', name: '', email: '' })
  const { name, email } = state
  return (
    <form className="form" action={dispatch}>
      <RefusalNote state={state} />
      <TextInput label={t('oneTimeCode')} name="code" autoComplete="off" required />
      <TextInput
        label={t('yourName')}
        name="name"
        autoComplete="name"
        required
        defaultValue={name}
      />
      <TextInput
        label={t('emailAddress')}
        type="email"
        name="email"
        autoComplete="username"
        required
        defaultValue={email}
      />
      <NewPassword label={t('password')} />
      <button type="submit" className="btn primary" aria-disabled={pending}>
        {pending ? t('creating') : t('createAdministrator')}
      </button>
    </form>
  )
}
