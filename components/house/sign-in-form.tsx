'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextInput } from '#components/ui/text-input.tsx'
import { RefusalNote } from './refusal-note.tsx'

export interface SignInState {
  readonly message: string
  readonly email: string
}

export type SignInAction = (state: SignInState, form: FormData) => Promise<SignInState>

export function SignInForm({ action, next }: { action: SignInAction; next: string }) {
  const t = useTranslations('gateway')
  const [state, dispatch, pending] = useActionState(action, { message: '', email: '' })
  return (
    <form className="form" action={dispatch}>
      <RefusalNote state={state} />
      <input type="hidden" name="next" value={next} />
      <TextInput
        label={t('emailAddress')}
        type="email"
        name="email"
        autoComplete="username"
        required
        defaultValue={state.email}
      />
      <TextInput
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
      />
      <button type="submit" className="btn primary" aria-disabled={pending}>
        {pending ? t('signingIn') : t('signIn')}
      </button>
    </form>
  )
}
