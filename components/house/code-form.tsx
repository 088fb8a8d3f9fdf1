'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextInput } from '#components/ui/text-input.tsx'
import { RefusalNote } from './refusal-note.tsx'

export interface CodeState {
  readonly message: string
}

interface CodeFormProps {
  readonly action: (state: CodeState, form: FormData) => Promise<CodeState>
  /** Ends what was begun. */
  readonly onOther: () => Promise<void>
  readonly next: string
}

/** The second step of signing in. */
export function CodeForm({ action, onOther, next }: CodeFormProps) {
  const t = useTranslations('gateway')
  const [state, dispatch, pending] = useActionState(action, { message: '' })
  return (
    <>
      <form className="form" action={dispatch}>
        <RefusalNote state={state} />
        <input type="hidden" name="next" value={next} />
        <TextInput
          label={t('code')}
          hint={t('codeHint')}
          name="code"
          autoComplete="one-time-code"
          maxLength={40}
          required
          autoFocus
        />
        <button type="submit" className="btn primary" aria-disabled={pending}>
          {pending ? t('signingIn') : t('signIn')}
        </button>
      </form>
      <form action={onOther}>
        <button type="submit" className="btn quiet">
          {t('signInAsOther')}
        </button>
      </form>
    </>
  )
}
