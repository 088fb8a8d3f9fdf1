'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { NewPassword } from './new-password.tsx'

type Action = (form: FormData) => Promise<Outcome<{ readonly tokens: number }>>

/** Changes one's own password. */
export function ChangePassword({ email, action }: { email: string; action: Action }) {
  const t = useTranslations('account')
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
          <span role="status">{t('passwordChanged', { tokens: done.tokens })}</span>
        </Notice>
      )}
      <button type="button" className="btn" ref={ask} onClick={begin}>
        {t('changePassword')}
      </button>
    </div>
  )
}

interface FormProps {
  readonly email: string
  readonly action: Action
  readonly onDone: (value: { readonly tokens: number }) => void
  readonly onCancel: () => void
}

function PasswordForm({ email, action, onDone, onCancel }: FormProps) {
  const t = useTranslations('account')
  const ui = useTranslations('ui')
  const form = useSubmit(action, onDone)
  return (
    <form className="form" onSubmit={form.onSubmit}>
      {form.general && <Notice tone="bad">{form.general}</Notice>}
      <p className="muted">{t('passwordMeans')}</p>
      {/* For password managers: whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextInput
        label={t('currentPassword')}
        type="password"
        name="current"
        autoComplete="current-password"
        required
        maxLength={200}
        autoFocus
        error={form.errorOf('current')}
      />
      <NewPassword label={t('newPassword')} error={form.errorOf('password')} />
      <div className="wrap">
        <button type="submit" className="btn primary" aria-disabled={form.pending}>
          {form.pending ? t('changing') : t('changeIt')}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {ui('cancel')}
        </button>
      </div>
    </form>
  )
}
