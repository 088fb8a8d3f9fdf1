'use client'

import { useRef, useState } from 'react'
import { Choice } from '#components/ui/choice.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { SCOPES } from '#lib/domain/access/scopes.ts'
import { SCOPE_WORDS } from './scope-words.ts'
import { SecretNote } from './secret-note.tsx'

type Action = (form: FormData) => Promise<Outcome<{ readonly token: string }>>

/** Makes a token and shows it this one time. */
export function MakeToken({ action }: { action: Action }) {
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
            label="Name of the new token"
            name="name"
            placeholder="For example: wire import"
            required
            maxLength={100}
            error={errorOf('name')}
          />
          <Choice label="Good for" name="days" options={DAYS} />
        </div>
        <ScopeFields error={errorOf('scopes')} />
        <button type="submit" className="btn" aria-disabled={pending}>
          {pending ? 'Making…' : 'Make a token'}
        </button>
      </form>
    </>
  )
}

const DAYS = [
  ['', 'until it is revoked'],
  ['7', '7 days'],
  ['90', '90 days'],
  ['365', 'a year'],
] as const

/** What the token may do. It never does more than its owner may. */
function ScopeFields({ error }: { error: string | null }) {
  return (
    <fieldset className="field">
      <legend>It may</legend>
      {SCOPES.map((scope) => (
        <label key={scope} className="check">
          <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'read'} />
          <span>
            {scope}
            <small>{SCOPE_WORDS[scope]}</small>
          </span>
        </label>
      ))}
      {error && (
        <span className="err" role="alert">
          <Icon name="warn" />
          {error}
        </span>
      )}
    </fieldset>
  )
}
