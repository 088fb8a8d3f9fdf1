'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Choice } from '#components/ui/choice.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { SCOPES } from '#lib/domain/access/scopes.ts'
import { CheckBoxes } from './check-boxes.tsx'
import { SecretNote } from './secret-note.tsx'

type Action = (form: FormData) => Promise<Outcome<{ readonly token: string }>>

/** Makes a token and shows it this one time. */
export function MakeToken({ action }: { action: Action }) {
  const t = useTranslations('account')
  const [token, setToken] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const { pending, onSubmit, errorOf, general } = useSubmit(action, (made) => {
    setToken(made.token)
    form.current?.reset()
  })
  return (
    <>
      {token && <SecretNote what="token" secret={token} />}
      {general && <Notice tone="bad">{general}</Notice>}
      <form className="form tokenform" ref={form} onSubmit={onSubmit}>
        <div className="two">
          <TextInput
            label={t('tokenName')}
            name="name"
            placeholder={t('tokenNameExample')}
            required
            maxLength={100}
            error={errorOf('name')}
          />
          <Choice
            label={t('goodFor')}
            name="days"
            options={[
              ['', t('untilRevoked')],
              ['7', t('days', { count: 7 })],
              ['90', t('days', { count: 90 })],
              ['365', t('aYear')],
            ]}
          />
        </div>
        <ScopeFields error={errorOf('scopes')} />
        <button type="submit" className="btn" aria-disabled={pending}>
          {pending ? t('making') : t('makeToken')}
        </button>
      </form>
    </>
  )
}

/** What the token may do. It never does more than its owner may. */
function ScopeFields({ error }: { error: string | null }) {
  const t = useTranslations('account')
  return (
    <CheckBoxes
      legend={t('itMay')}
      boxes={SCOPES.map((scope) => ({
        ...{ name: 'scopes', value: scope, checked: scope === 'read' },
        ...{ words: scope, note: t(`scope.${scope}`) },
      }))}
      error={error}
    />
  )
}
