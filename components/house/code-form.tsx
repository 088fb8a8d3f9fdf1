'use client'

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
  const [state, dispatch, pending] = useActionState(action, { message: '' })
  return (
    <>
      <form className="form" action={dispatch}>
        <RefusalNote state={state} />
        <input type="hidden" name="next" value={next} />
        <TextInput
          label="Code"
          hint="The six digits that your authenticator app shows, or one of your recovery codes."
          name="code"
          autoComplete="one-time-code"
          maxLength={40}
          required
          autoFocus
        />
        <button type="submit" className="btn primary" aria-disabled={pending}>
          {pending ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      <form action={onOther}>
        <button type="submit" className="btn quiet">
          Sign in as somebody else
        </button>
      </form>
    </>
  )
}
