'use client'

import { useEffect, useRef, useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

type Action = (form: FormData) => Promise<Outcome<{ readonly tokens: number }>>

/** Changes one's own password. */
export function ChangePassword({ email, action }: { email: string; action: Action }) {
  const [isAsking, setAsking] = useState(false)
  const [done, setDone] = useState<{ readonly tokens: number } | null>(null)
  const ask = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    // The form had the focus, and is gone.
    if (wasAsking.current && !isAsking) ask.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  const begin = () => {
    setDone(null)
    setAsking(true)
  }
  if (isAsking)
    return (
      <PasswordForm
        {...{ email, action }}
        onDone={(value) => {
          setDone(value)
          setAsking(false)
        }}
        onCancel={() => setAsking(false)}
      />
    )
  return (
    <div className="factor-state">
      {done && (
        <Notice tone="good">
          <span role="status">
            Your password is changed. You are signed out everywhere else
            {done.tokens > 0 && `, and ${tokensInWords(done.tokens)}`}.
          </span>
        </Notice>
      )}
      <button type="button" className="btn" ref={ask} onClick={begin}>
        Change the password
      </button>
    </div>
  )
}

const tokensInWords = (count: number) =>
  count === 1 ? 'your token has ended' : `your ${count} tokens have ended`

interface FormProps {
  readonly email: string
  readonly action: Action
  readonly onDone: (value: { readonly tokens: number }) => void
  readonly onCancel: () => void
}

function PasswordForm({ email, action, onDone, onCancel }: FormProps) {
  const form = useSubmit(action, onDone)
  return (
    <form className="form" onSubmit={form.onSubmit}>
      {form.general && <Notice tone="bad">{form.general}</Notice>}
      <p className="muted">
        You stay signed in here, and are signed out everywhere else. Your tokens for other programs
        end: somebody who knew the password may have made one.
      </p>
      {/* For password managers: whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextInput
        label="Current password"
        type="password"
        name="current"
        autoComplete="current-password"
        required
        maxLength={200}
        autoFocus
        error={form.errorOf('current')}
      />
      <TextInput
        label="New password"
        hint="At least 12 characters. A sentence is easier to remember than a word."
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={200}
        error={form.errorOf('password')}
      />
      <div className="wrap">
        <button type="submit" className="btn primary" aria-disabled={form.pending}>
          {form.pending ? 'Changing…' : 'Change it'}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
